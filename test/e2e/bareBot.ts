import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ActivityJson } from '../make/activity.ts';

/** A bot of forty lines without any SDK: notes what it is sent, answers as a test tells it. */
export interface BareBot {
  readonly port: number;
  /** Oldest first. */
  readonly received: ActivityJson[];
  /** What the next presses are answered with: the body of the invoke answer. */
  answer: (activity: ActivityJson) => object;
  /** Sends a message into a conversation, or puts it in the place of one. */
  send(to: ActivityJson, message: object, replace?: string): Promise<{ status: number; id: string | undefined }>;
  close(): Promise<void>;
}

export async function bareBot(): Promise<BareBot> {
  const received: ActivityJson[] = [];
  const server = createServer((request, response) => void take(request, response));
  const bot: BareBot = {
    port: 0,
    received,
    answer: () => ({}),
    send,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const activity = JSON.parse(Buffer.concat(chunks).toString()) as ActivityJson;
    received.push(activity);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(activity.type === 'invoke' ? JSON.stringify(bot.answer(activity)) : '{}');
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(bot, { port: (server.address() as { port: number }).port });
}

async function send(to: ActivityJson, message: object, replace?: string) {
  const { id } = to.conversation as { id: string };
  const path = `${to.serviceUrl}/v3/conversations/${encodeURIComponent(id)}/activities`;
  const answer = await fetch(replace === undefined ? path : `${path}/${replace}`, {
    method: replace === undefined ? 'POST' : 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: to.recipient, conversation: to.conversation, ...message }),
  });
  const { id: sent } = (await answer.json().catch(() => ({}))) as { id?: string };
  return { status: answer.status, id: sent };
}
