/** First in, first out, each thing in it once. */
export interface UniqueQueue<Thing> {
  /** Puts it last, unless it waits already. */
  add(thing: Thing): void;
  /** Takes the first; undefined when nothing waits. */
  take(): Thing | undefined;
}

/** Takes the same time however long it is: a set alone would step over what was taken before, again and again. */
export function uniqueQueue<Thing>(): UniqueQueue<Thing> {
  const waiting = new Set<Thing>();
  let from = waiting.values();
  return {
    add: (thing) => void waiting.add(thing),
    take() {
      let next = from.next();
      if (next.done) {
        // It ran out at some time, and such an iterator stays at its end.
        from = waiting.values();
        next = from.next();
      }
      if (next.done) return undefined;
      waiting.delete(next.value);
      return next.value;
    },
  };
}
