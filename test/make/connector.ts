import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ids } from './activity.ts';

/** One call the bot made to the connector. */
export interface ConnectorCall {
  readonly kind: 'send' | 'update' | 'other';
  readonly conversation: string;
  /** The activity replaced by an update, or replied to by a send. */
  readonly target: string | null;
  readonly activity: Record<string, unknown>;
  readonly authorization: string | null;
  readonly at: number;
  /** The id given back, when one was. */
  readonly id: string | null;
}

/** What the connector does with a call instead of accepting it. `reset` cuts the connection, `hang` never answers. */
export type Failure =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string }
  | 'reset'
  | 'hang';

export interface Connector {
  readonly url: string;
  readonly calls: ConnectorCall[];
  /** Asked before each call; null lets it through. */
  failure: (call: Omit<ConnectorCall, 'id' | 'at'>) => Failure | null;
  /** What is said of a member when asked by their id, as Teams says it. */
  member: (userId: string) => Record<string, unknown>;
  sends(): ConnectorCall[];
  updates(): ConnectorCall[];
  /** Settles when `count` calls have come, or rejects after two seconds. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

const memberPath = /^\/v3\/conversations\/[^/]+\/members\/([^/]+)$/;
const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

/** A connector on loopback that records what is sent to it: the part of the Bot Connector REST interface we use. */
export async function startConnector(): Promise<Connector> {
  const calls: ConnectorCall[] = [];
  let number = 0;
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connector: Connector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls,
    failure: () => null,
    member: (userId) => ({ id: userId, name: 'Somebody Made-up', tenantId: ids.tenant, userRole: 'user' }),
    sends: () => calls.filter(({ kind, activity }) => kind === 'send' && activity.type !== 'typing'),
    updates: () => calls.filter(({ kind }) => kind === 'update'),
    until: (count) => until(() => calls.length >= count, `${count} calls, but there were ${calls.length}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, conversation = '', target] = path.exec((request.url ?? '').split('?')[0] ?? '') ?? [];
    const body = await text(request);
    const call = {
      kind: request.method === 'POST' ? 'send' : request.method === 'PUT' ? 'update' : 'other',
      conversation: decodeURIComponent(conversation),
      target: target === undefined ? null : decodeURIComponent(target),
      activity: body ? (JSON.parse(body) as Record<string, unknown>) : {},
      authorization: request.headers.authorization ?? null,
    } as const;
    const failure = connector.failure(call);
    const id = failure ? null : call.kind === 'update' ? call.target : `activity-${++number}`;
    calls.push({ ...call, id, at: Date.now() });
    if (failure === 'hang') return;
    if (failure === 'reset') return void request.socket.destroy();
    const asked = memberPath.exec((request.url ?? '').split('?')[0] ?? '')?.[1];
    if (asked !== undefined && !failure) return answerWith(response, connector.member(decodeURIComponent(asked)));
    answer(response, failure, id);
  }
}

function answer(response: ServerResponse, failure: Exclude<Failure, string> | null, id: string | null): void {
  const { status, code = 'Refused', retryAfter } = failure ?? { status: 200 };
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  });
  response.end(JSON.stringify(failure ? { error: { code, message: 'refused by the test' } } : { id }));
}

function answerWith(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Settles as soon as `holds`, or rejects after two seconds, or as many as a process of its own may need. */
export async function until(holds: () => boolean, what: string, ms = 2_000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
