import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import restify from 'restify';
import { headRefusal, readBody } from './readBody.ts';
import type { Receive } from './reception.ts';

export interface Door {
  readonly port: number;
  /** Takes nothing more in: `/readyz` and `/api/messages` say 503. */
  shut(): void;
  /** Settles when everything that came in is answered and done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface DoorRoom {
  readonly port: number;
  readonly host: string;
  readonly receive: Receive;
  readonly isReady: () => Promise<boolean>;
  readonly bodyMs: number;
  /** Told when work after a response fails; such work reports its own failures, so this is a slip of ours. */
  readonly onStray: (error: unknown) => void;
}

/** Missing in @types/restify: handlers before everything else, with the bare request. */
interface WithFirst {
  first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): void;
}

const methods: Readonly<Record<string, readonly string[]>> = {
  '/api/messages': ['POST'],
  '/livez': ['GET', 'HEAD'],
  '/readyz': ['GET', 'HEAD'],
};

/** Opens the HTTP server. Rejects with the error of `listen`, e.g. EADDRINUSE. */
export async function openDoor(room: DoorRoom): Promise<Door> {
  const work = new Set<Promise<void>>();
  let isShut = false;

  // No name: no `server` header. A silent log: restify's own lines would hold addresses.
  const server = restify.createServer({ name: '', log: pino({ level: 'silent' }) as never });
  limitTimes(server);

  // Before anything of restify or the SDK sees the request. False: answered here.
  (server as unknown as WithFirst).first((request, response) => {
    const status = refusalOf(request) ?? (isShut && request.method === 'POST' ? 503 : null);
    if (status === null) return true;
    end(response, status, '', request);
    return false;
  });

  server.get('/livez', async (_request, response) => end(response, 200));
  server.get('/readyz', async (_request, response) => end(response, !isShut && (await room.isReady()) ? 200 : 503));
  server.head('/livez', async (_request, response) => end(response, 200));
  server.head('/readyz', async (_request, response) => end(response, !isShut && (await room.isReady()) ? 200 : 503));
  server.post('/api/messages', async (request, response) => {
    const turn = take(request, response);
    work.add(turn);
    await turn.catch(room.onStray).finally(() => work.delete(turn));
    if (!response.headersSent) end(response, 500);
  });

  await new Promise<void>((resolve, reject) => {
    // On restify's server: it passes the error of the bare one on, and without a listener here that ends the process.
    server.once('error', reject);
    server.listen(room.port, room.host, () => resolve());
  });
  server.on('error', room.onStray);

  return {
    port: (server.address() as AddressInfo).port,
    shut: () => {
      isShut = true;
    },
    idle: async () => {
      while (work.size > 0) await Promise.allSettled(work);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Keep-alive clients would hold the server open (PLATFORM 4.1: 7.5 s for one of them).
        server.server.closeIdleConnections();
      }),
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const since = Date.now();
    const read = await readBody(request, room.bodyMs);
    if (read.kind === 'refused') return end(response, read.status, '', request);
    const { status, body, after } = await room.receive(request.headers.authorization ?? '', read.body, since);
    end(response, status, body);
    if (after.length === 0) return;
    await written(response);
    for (const job of after) await job();
  }
}

function refusalOf(request: IncomingMessage): number | null {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const allowed = Object.hasOwn(methods, path) ? methods[path] : undefined;
  if (!allowed) return 404;
  if (!allowed.includes(request.method ?? '')) return 405;
  return request.method === 'POST' ? headRefusal(request) : null;
}

/** Writes a bare answer. After a refusal the connection closes: nobody reads the rest of that body. */
function end(response: ServerResponse, status: number, body = '', refused?: IncomingMessage): void {
  if (response.headersSent || response.destroyed) return;
  const type = body ? { 'content-type': 'application/json; charset=utf-8' } : {};
  const length = { 'content-length': Buffer.byteLength(body) };
  const hasRest = refused !== undefined && !refused.complete;
  response.writeHead(status, { ...type, ...length, ...(hasRest && { connection: 'close' }) });
  response.end(body);
}

/** Settles when the response has left, or the caller has: what remains to be done is done in either case. */
function written(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    // Its `close` is not said again to who asks late.
    if (response.destroyed || response.writableFinished) return resolve();
    response.once('finish', resolve);
    response.once('close', resolve);
  });
}

function limitTimes({ server }: restify.Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  // Longer than the minute for which balancers usually keep theirs, so that it is they who close.
  server.keepAliveTimeout = 65_000;
}
