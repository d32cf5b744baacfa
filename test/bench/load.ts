import autocannon from 'autocannon';
import { tenant } from './processes.ts';

const connections = 16;

export interface Load {
  readonly seconds?: number;
  /** Stops after so many requests instead. */
  readonly amount?: number;
}

let number = 0;

/** A question by one of 16 people in their own chat, each time a new activity. */
export function question(serviceUrl: string): string {
  const who = ++number % connections;
  const hex = who.toString(16).padStart(2, '0');
  return JSON.stringify({
    type: 'message',
    id: `bench-${process.pid}-${number}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${hex}`, name: `Person ${hex}`, aadObjectId: `a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c${hex}` },
    recipient: { id: '28:bench', name: 'Sharing Guide' },
    conversation: { id: `a:${hex}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    text: 'Which agreement covers sharing information about a young person at risk of gang violence?',
    textFormat: 'plain',
  });
}

/** Turns a second over 16 connections. Rejects when a single one was not answered with 200. */
export async function load(url: string, serviceUrl: string, { seconds = 4, amount }: Load = {}): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    requests: [
      {
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: question(serviceUrl) }),
      },
    ],
  });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} without an answer`);
  return result.requests.total / result.duration;
}

/** Asks once, so that a failure shows before it is measured. */
export async function askOnce(url: string, serviceUrl: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: question(serviceUrl) });
  if (response.status !== 200) throw new Error(`asked once, answered with ${response.status}`);
}
