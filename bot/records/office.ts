import { type Cover, holdsOn } from './cover.ts';

/** What the store knows of a person that decides who reviews. */
export interface Member {
  readonly id: string;
  readonly roles: readonly string[];
  /** Whom they named to cover for them, ended covers too. */
  readonly covers?: readonly Cover[];
  readonly left?: 'it-seems' | 'handed-over' | null;
}

/** Who could review, at one moment. Ids are our own. */
export interface Office {
  readonly approvers: ReadonlySet<string>;
  readonly igLeads: readonly string[];
  /** Who stands in for whom today. */
  readonly covering: readonly { readonly of: string; readonly by: string }[];
  /** Whom people named to cover for them, ever, and the last day of it. */
  readonly named: readonly { readonly of: string; readonly by: string; readonly until: string }[];
  /** Those who have left, and whose work an IG lead handed over. */
  readonly left: ReadonlySet<string>;
}

/** The office as everybody's rows have it on a day in England, e.g. `2026-11-24`. */
export function officeOn(day: string, members: readonly Member[], holds = holdsOn): Office {
  const holders = (role: string) => members.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  const covers = members.flatMap(({ id, covers: own = [] }) => own.map((cover) => ({ of: id, cover })));
  return {
    approvers: new Set(holders('approver')),
    igLeads: holders('ig-lead'),
    covering: covers.filter(({ cover }) => holds(cover, day)).map(({ of, cover }) => ({ of, by: cover.by })),
    named: covers.map(({ of, cover }) => ({ of, by: cover.by, until: cover.to })),
    left: new Set(members.filter(({ left }) => left === 'handed-over').map(({ id }) => id)),
  };
}
