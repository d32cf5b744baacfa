/** Who stands in for an approver, from one day to another. Days are days in England, e.g. `2026-11-24`. */
export interface Cover {
  /** Our random id of this cover. */
  readonly id: string;
  /** Our id of who covers. */
  readonly by: string;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  /** What the one who covers was sent: nothing of what waits yet, what waits, or word that it is over. */
  readonly state: 'to-come' | 'on' | 'over';
}

/** The same day a year on, and 28 February for 29: no cover starts or ends later than that from its start. */
export function yearFrom(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-29', '-28') : next;
}

/** The one who covers may decide on this day. One that was stopped is over at once, whatever its last day says. */
export const holdsOn = ({ from, to, state }: Cover, day: string): boolean =>
  state !== 'over' && from <= day && day <= to;

/** It is still to come, or holds. */
export const isOpenOn = ({ to, state }: Cover, day: string): boolean => state !== 'over' && day <= to;

/** The cover stopped on this day. The day stays on it: who was a delegate on a day was one for what was submitted then. */
export const stopped = (cover: Cover, day: string): Cover => ({
  ...cover,
  from: cover.from < day ? cover.from : day,
  to: cover.to < day ? cover.to : day,
  state: 'over',
});

/** Where the cover stands on this day. */
export const stateOn = (cover: Cover, day: string): Cover['state'] =>
  holdsOn(cover, day) ? 'on' : isOpenOn(cover, day) ? 'to-come' : 'over';
