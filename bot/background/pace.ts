/** Between two messages to one chat, ms: Teams takes 7 a second from a bot (PLATFORM 2.2). */
export const spacing = 150;

const first = 2_000;
const longest = 10 * 60_000;

/** How long to wait before another try, ms: doubling from two seconds to ten minutes, spread by up to a quarter. */
export function pauseBeforeTry(tried: number, random: number): number {
  const base = Math.min(first * 2 ** (tried - 1), longest);
  return Math.round(base * (0.875 + 0.25 * random));
}
