import type { Talker } from '../load.ts';

/** Something sent, and what came back. */
export interface Exchange {
  readonly place: number;
  /** The whole activity, as sent. */
  readonly body: string;
  readonly answer: string;
  /** From the sending to the whole of the answer, ms. */
  readonly ms: number;
  /** Instants of both. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** Sends a body and gives what comes back. */
export type Ask = (body: string) => Promise<string>;

/** Asks at a program’s door, with the token that proves who sends. Rejects unless it is let in. */
export const asker =
  (url: string, token: string): Ask =>
  async (body) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body });
    if (response.status !== 200) throw new Error(`answered with ${response.status}`);
    return response.text();
  };

export async function exchange(ask: Ask, place: number, body: string): Promise<Exchange> {
  const sentAt = Date.now();
  const since = performance.now();
  const answer = await ask(body);
  return { place, body, answer, ms: performance.now() - since, sentAt, answeredAt: Date.now() };
}

/** The next thing that somebody does. */
export async function act(ask: Ask, place: number, talker: Talker): Promise<Exchange> {
  const done = await exchange(ask, place, talker.next());
  talker.heard?.(done.answer);
  return done;
}

export function percentile99(exchanges: readonly Exchange[]): number {
  const times = exchanges.map(({ ms }) => ms).sort((one, other) => one - other);
  return times[Math.ceil(0.99 * times.length) - 1] ?? Number.NaN;
}
