import autocannon from 'autocannon';
import { type ActivityJson, activity, ids } from '../make/activity.ts';

const connections = 16;

export interface Load {
  readonly seconds?: number;
  /** Stops after so many requests instead, each of them answered. */
  readonly amount?: number;
}

/** Somebody on a connection of their own. */
export interface Talker {
  /** The body of what they send next. */
  next(): string;
  /** Takes the body of what came back. */
  heard?(answer: string): void;
}

/** One of 16 people in their own chat with the bot. */
export function somebody(place: number): ActivityJson {
  const hex = place.toString(16).padStart(2, '0');
  return {
    from: { id: `29:${hex}`, name: `Person ${hex}`, aadObjectId: `a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c${hex}` },
    conversation: { id: `a:${hex}`, conversationType: 'personal', tenantId: ids.tenant },
  };
}

/** For each connection what `make` gives. */
export const onEach = <T>(make: (place: number) => T): T[] => Array.from({ length: connections }, (_, at) => make(at));

/** People who ask a question, again and again. */
export const asking = (serviceUrl: string): readonly Talker[] =>
  onEach((place) => ({ next: () => question(serviceUrl, place) }));

function question(serviceUrl: string, place: number): string {
  const text = 'Which agreement covers sharing information about a young person at risk of gang violence?';
  return JSON.stringify(activity(serviceUrl, { ...somebody(place), text }));
}

/**
 * Turns a second while all talk at once. Rejects when a single one was not answered with 200. Timed here, for autocannon
 * ends with its next whole second.
 */
export async function load(
  url: string,
  talkers: readonly Talker[],
  { seconds = 4, amount }: Load = {},
): Promise<number> {
  const waiting = [...talkers];
  const since = performance.now();
  let until = since;
  const answered = () => {
    until = performance.now();
  };
  const result = await autocannon({
    url: `${url}/api/messages`,
    connections: talkers.length,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    setupClient: (client) => client.setRequests([requestOf(waiting.pop(), answered)]),
  });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} without an answer`);
  return (1000 * result.requests.total) / (until - since);
}

function requestOf(talker: Talker | undefined, answered: () => void): autocannon.Request {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    setupRequest: (request) => ({ ...request, body: talker?.next() ?? '' }),
    onResponse: (_status, answer) => {
      answered();
      talker?.heard?.(answer);
    },
  };
}

/** Sends one activity and gives the body that comes back, so that a failure shows before it is measured. */
export async function sendOnce(url: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body });
  if (response.status !== 200) throw new Error(`sent once, answered with ${response.status}`);
  return response.text();
}

export const askOnce = (url: string, serviceUrl: string): Promise<string> => sendOnce(url, question(serviceUrl, 0));
