import { Application, type TurnState } from '@microsoft/teams-ai';
import type { Activity, TurnContext } from 'botbuilder';
import type { Log } from '../conversation/house.ts';
import { type Adapter, NotProven } from './adapter.ts';
import { isRefresh } from './arrival.ts';
import { admitted, type Rules, refusal } from './guards.ts';
import { type Incoming, readIncoming } from './incoming.ts';
import { type InvokeAnswer, textAnswer } from './invokeAnswer.ts';
import { isSearch, type SearchAnswer } from './search.ts';
import { Seen } from './seen.ts';
import type { RunTurn } from './turns.ts';

/** What the door writes back: a status, the body of an invoke, and what remains to be done once it is written. */
export interface Received {
  readonly status: number;
  readonly body: string;
  readonly after: readonly (() => Promise<void>)[];
}
/** `since`: when the request came in, ms. Never rejects. */
export type Receive = (authorization: string, body: object, since: number) => Promise<Received>;

interface ReceptionRoom {
  readonly adapter: Adapter;
  readonly rules: Rules;
  readonly runTurn: RunTurn;
  readonly now: () => Date;
  readonly log: Log;
}

const jobKey = Symbol('job');
const nothing = (status: number): Received => ({ status, body: '', after: [] });

/**
 * Proves who sent an activity, applies the guards, and runs each activity once. teams-ai's Application carries the
 * turn through one catch-all route: its own selectors match parts of words and crash on `value: null` (PLATFORM 3.2).
 * It gets no storage, so its turn state lives and dies with the turn.
 */
export function makeReception({ adapter, rules, runTurn, now, log }: ReceptionRoom): Receive {
  const seen = new Seen();
  const application = makeApplication();

  return async (authorization, body, since) => {
    const activity = readIncoming(body);
    if (!activity) return nothing(400);
    const after: (() => Promise<void>)[] = [];
    try {
      const proof = await adapter.prove(authorization, body as Activity);
      const why = refusal(activity, rules, now());
      if (why) {
        log.warn({ refused: why, type: activity.type, activity: activity.id ?? null }, 'an activity was refused');
        return nothing(403);
      }
      const answer = await adapter.run(proof, body as Activity, async (context) => {
        context.turnState.set(jobKey, () => answered(context, activity, after, since));
        await application.run(context);
      });
      return { status: answer?.status ?? 200, body: (answer?.body as string | undefined) ?? '', after };
    } catch (error) {
      if (error instanceof NotProven) {
        log.warn({ refused: 'proof', status: error.status, why: error.message }, 'a request was not proven');
        return nothing(error.status);
      }
      log.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'an activity failed outside its conversation',
      );
      return nothing(500);
    }
  };

  async function answered(context: TurnContext, activity: Incoming, after: Received['after'][number][], since: number) {
    const run = async () => asText(await runTurn(admitted(activity), (job) => after.push(job), since));
    // What changes nothing may run again; its long answers would push those of buttons out of memory.
    const runsOnce = activity.id && !isSearch(activity) && !isRefresh(activity);
    const once = runsOnce ? await seen.once(keyOf(activity), since, run) : { kind: 'first', text: await run() };
    if (activity.type !== 'invoke') return;
    const text = 'text' in once ? once.text : asText(textAnswer('This was received before.'));
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: text } });
  }
}

const keyOf = ({ conversation, from, id }: Incoming) => `${conversation?.id} ${from?.aadObjectId} ${id}`;
const asText = (answer: InvokeAnswer | SearchAnswer | null) => (answer ? JSON.stringify(answer) : '');

/**
 * Without the library's typing timer: it is one for all turns at once and uses the context after the turn
 * (PLATFORM 5.3). The option `startTypingTimer: false` is read by nobody: `run` starts it in any case.
 */
class QuietApplication extends Application<TurnState> {
  override startTypingTimer(): void {}
}

function makeApplication(): Application<TurnState> {
  // We read mentions ourselves, from the entities.
  const application = new QuietApplication({ startTypingTimer: false, removeRecipientMention: false });
  const always = async () => true;
  const run = async (context: TurnContext) => context.turnState.get<() => Promise<void>>(jobKey)();
  // Invokes are looked for among the first, everything else among the second.
  return application.addRoute(always, run, true).addRoute(always, run);
}
