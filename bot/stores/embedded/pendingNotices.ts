import type { NotDelivered, Owed, PendingNotice } from '../ports.ts';

/** A notice and where it stands among all. */
export interface Placed {
  readonly notice: PendingNotice;
  /** Sequence number of its commit; half a step behind the last commit for one of no commit. */
  readonly place: number;
}

/** What is to be told, by person: what is asked at each nudge must not take longer the more there is. */
export interface PendingNotices {
  /** Puts one last. */
  put(placed: Placed): void;
  /** The one that was taken away, if it was there. */
  remove(id: string): Placed | undefined;
  get(id: string): Placed | undefined;
  /** Oldest first. */
  all(): Placed[];
  people(): string[];
  first(person: string): Owed | null;
  /** Puts all in the order of their places, of two at one place the one that was put first. */
  sort(): void;
  readonly count: number;
}

/** What two notices must share to show a person the same. */
const subjectOf = ({ to, kind, about }: PendingNotice): string => JSON.stringify([to, kind, about]);

export function pendingNotices(): PendingNotices {
  const pending = new Map<string, Placed>();
  const queues = new Map<string, Queue>();
  const subjects = new Map<string, Set<string>>();

  function put(placed: Placed): void {
    const { notice } = placed;
    pending.set(notice.id, placed);
    const queue = queues.get(notice.to) ?? newQueue();
    queue.ids.add(notice.id);
    queues.set(notice.to, queue);
    const subject = subjectOf(notice);
    subjects.set(subject, (subjects.get(subject) ?? new Set()).add(notice.id));
  }

  return {
    put,
    remove(id) {
      const placed = pending.get(id);
      if (!placed) return undefined;
      pending.delete(id);
      takeFrom(queues, placed.notice.to, id, ({ ids }) => ids);
      takeFrom(subjects, subjectOf(placed.notice), id, (ids) => ids);
      return placed;
    },
    get: (id) => pending.get(id),
    all: () => [...pending.values()],
    people: () => [...queues.keys()],
    first(person) {
      const queue = queues.get(person);
      const placed = queue && pending.get(firstOf(queue));
      if (!placed) return null;
      const same = subjects.get(subjectOf(placed.notice)) ?? [];
      return { ...placed.notice, repeats: [...same].filter((id) => id !== placed.notice.id) };
    },
    sort() {
      const sorted = [...pending.values()].sort((a, b) => a.place - b.place);
      for (const one of [pending, queues, subjects]) one.clear();
      for (const placed of sorted) put(placed);
    },
    get count() {
      return pending.size;
    },
  };
}

/** Ids in their order, and the place of the first: looking for it from the start would step over all that has gone. */
interface Queue {
  readonly ids: Set<string>;
  from: SetIterator<string>;
  head: string | undefined;
}

function newQueue(): Queue {
  const ids = new Set<string>();
  return { ids, from: ids.values(), head: undefined };
}

/** The first id of a queue that is not empty. */
function firstOf(queue: Queue): string {
  while (queue.head === undefined || !queue.ids.has(queue.head)) {
    const next = queue.from.next();
    // It ran out at some time, and such an iterator stays at its end.
    if (next.done) queue.from = queue.ids.values();
    else queue.head = next.value;
  }
  return queue.head;
}

function takeFrom<Holder>(
  holders: Map<string, Holder>,
  key: string,
  id: string,
  idsOf: (holder: Holder) => Set<string>,
): void {
  const holder = holders.get(key);
  if (!holder) return;
  idsOf(holder).delete(id);
  if (idsOf(holder).size === 0) holders.delete(key);
}

/** What was given up, longest ago first; one of those that would show a person the same. */
export interface GivenUpNotices {
  put(notice: NotDelivered): void;
  remove(id: string): NotDelivered | undefined;
  get(id: string): NotDelivered | undefined;
  /** The one that would show the same. */
  like(notice: PendingNotice): NotDelivered | undefined;
  all(): NotDelivered[];
  readonly count: number;
}

export function givenUpNotices(): GivenUpNotices {
  const notices = new Map<string, NotDelivered>();
  const ids = new Map<string, string>();
  const remove = (id: string) => {
    const found = notices.get(id);
    if (found && notices.delete(id)) ids.delete(subjectOf(found));
    return found;
  };
  return {
    put(notice) {
      const like = ids.get(subjectOf(notice));
      if (like !== undefined) remove(like);
      notices.set(notice.id, notice);
      ids.set(subjectOf(notice), notice.id);
    },
    remove,
    get: (id) => notices.get(id),
    like: (notice) => notices.get(ids.get(subjectOf(notice)) ?? ''),
    all: () => [...notices.values()],
    get count() {
      return notices.size;
    },
  };
}
