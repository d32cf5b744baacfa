import type { Delivery } from '../conversation/delivery.ts';

/** The parts of the SDK's RestError that say what happened. */
interface RestFailure {
  readonly statusCode?: number;
  readonly code?: string;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** Nothing was sent: the connection never stood. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** The connector did nothing and asks to be asked again; 412 is its word for a lost race (PLATFORM 2.2). */
const notNow: ReadonlySet<number> = new Set([401, 412, 429, 503]);
const longestWait = 10 * 60_000;

/**
 * What a failed send means. 401 is tried again: it is the bot's own token, and cured outside. Of 5xx, a reset and a
 * time-out nobody knows whether the card arrived.
 */
export function deliveryOf(error: unknown, now: Date): Delivery {
  const { statusCode, code, response } = (error ?? {}) as RestFailure;
  if (statusCode === undefined) {
    if (code !== undefined && neverLeft.has(code)) return { kind: 'retry', why: code };
    return { kind: 'retry', maybeDelivered: true, why: code ?? nameOf(error) };
  }
  const afterMs = waitMs(response?.headers?.get('retry-after'), now);
  const retry = { kind: 'retry', why: String(statusCode), ...(afterMs !== undefined && { afterMs }) } as const;
  if (notNow.has(statusCode)) return retry;
  if (statusCode >= 500 || statusCode === 408) return { ...retry, maybeDelivered: true };
  return { kind: 'undeliverable', why: code ? `${statusCode} ${code.slice(0, 60)}` : String(statusCode) };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

/** Retry-After holds seconds or a date. */
function waitMs(header: string | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWait) : undefined;
}
