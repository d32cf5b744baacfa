/** As many as people work on at a time. */
const mostRecent = 256;

/**
 * What was opened or saved last, so that somebody who answers a card a minute does not wait for it to be unsealed and
 * read again.
 */
export function recently<Sealed, Open>() {
  const open = new Map<Sealed, Open>();
  return {
    get: (sealed: Sealed): Open | undefined => open.get(sealed),
    drop: (sealed: Sealed) => open.delete(sealed),
    put(sealed: Sealed, value: Open): Open {
      open.set(sealed, value);
      for (const oldest of open.keys()) {
        if (open.size <= mostRecent) break;
        open.delete(oldest);
      }
      return value;
    },
  };
}
