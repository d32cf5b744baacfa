import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'object'; readonly body: object }
  | { readonly kind: 'refused'; readonly status: number };

const mostBytes = 256 * 1024;
/** Activities nest a dozen levels. Far deeper JSON parses, and overflows the stack of whoever walks it (PLATFORM 4.1). */
const mostLevels = 64;

const refused = (status: number): Body => ({ kind: 'refused', status });

/** Reads a JSON object, whole or in chunks; never more than fits, never longer than `ms`. */
export async function readBody(request: IncomingMessage, ms: number): Promise<Body> {
  const bytes = await readBytes(request, ms);
  if (typeof bytes === 'number') return refused(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (levels(text) > mostLevels) return refused(400);
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { kind: 'object', body } : refused(400);
  } catch {
    return refused(400);
  }
}

/** The bytes, or the status to refuse with. */
function readBytes(request: IncomingMessage, ms: number): Promise<Buffer | number> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => resolve(408), ms);
    const done = (outcome: Buffer | number) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        done(413);
      }
    });
    request.on('end', () => done(Buffer.concat(chunks)));
    request.on('error', () => done(400));
    request.on('aborted', () => done(400));
  });
}

/** How deep brackets nest, outside strings. */
function levels(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return deepest;
}

/** What the head of a request already rules out; null when its body may be read. */
export function headRefusal({ headers }: IncomingMessage): number | null {
  // restify would inflate the body: garbage kills the process, and its limit counts compressed bytes (PLATFORM 4.1).
  if (headers['content-encoding'] !== undefined) return 415;
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(headers['content-type'] ?? '')) return 415;
  return Number(headers['content-length'] ?? 0) > mostBytes ? 413 : null;
}
