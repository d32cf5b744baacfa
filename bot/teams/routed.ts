import type { House } from '../conversation/house.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Arrival } from '../conversation/turn.ts';

export type Route = (house: House, arrival: Arrival) => Promise<Reply | null>;

/** What a conversation answers, whatever goes wrong in it: also in what it answers later. */
export async function routed(house: House, route: Route, arrival: Arrival): Promise<Reply | null> {
  const safely = async <T>(answer: () => Promise<T>) => answer().catch((error) => apology(house, arrival, error));
  const reply = await safely(async () => route(house, arrival));
  const later = reply?.later;
  return later ? { ...reply, later: safely(() => later) } : reply;
}

/**
 * The one place where what goes wrong in a conversation ends up: logged by name and reference, answered with an
 * apology that carries the reference. The message of an error is not logged: it may quote what a person typed.
 */
function apology(house: House, { input }: Arrival, error: unknown): Reply {
  const reference = house.newId().slice(0, 8);
  const { name, code } = (error ?? {}) as { name?: string; code?: unknown };
  house.log.error(
    {
      reference,
      error: name ?? 'unknown',
      code: typeof code === 'string' ? code : null,
      input: input.kind,
      at: where(error),
    },
    'a conversation failed',
  );
  return {
    text: `Sorry, that did not work. Please try again. If it fails again, quote ${reference} to your IG team.`,
  };
}

/** The first line of a stack that names a file of ours, e.g. `bot/records/review.ts:41`; never the error's words. */
function where(error: unknown): string | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /((?:bot|cards|knowledge)\/[\w./-]+\.[jt]s:\d+)/.exec(stack)?.[1] ?? null;
}
