import type { Send } from '../conversation/delivery.ts';
import type { House } from '../conversation/house.ts';
import type { LookUpMember } from '../conversation/membership.ts';
import { Adapter } from './adapter.ts';
import { openDoor } from './door.ts';
import { makeInOrder } from './inOrder.ts';
import { makeLookUp } from './members.ts';
import { cardMessage } from './message.ts';
import { insistently, makePost } from './post.ts';
import { makeReception } from './reception.ts';
import type { Route } from './routed.ts';
import { isLoopback, isTeams } from './serviceAddress.ts';
import { type TeamsOptions, type TeamsSettings, usualLimits } from './settings.ts';
import { makeTurns } from './turns.ts';

/** The bot as Teams reaches it. */
export interface Teams {
  readonly port: number;
  /** For the outbox: one try, in order with the answers of the same chat. */
  readonly send: Send;
  /** Whether somebody still belongs here. */
  readonly lookUp: LookUpMember;
  /** Takes nothing more in and settles when everything taken in is answered and done. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the door to `route`. Rejects with the error of `listen` when the port is taken. */
export async function openTeams(
  house: House,
  route: Route,
  settings: TeamsSettings,
  options: TeamsOptions = {},
): Promise<Teams> {
  const { tenantId, identity } = settings;
  const limits = { ...usualLimits, ...options.limits };
  const trusts = options.trusts ?? (identity ? isTeams : isLoopback);
  const adapter = new Adapter(settings, options.auth, options.credentials);
  const connector = (serviceUrl: string) => adapter.connector(serviceUrl);
  const post = makePost({ tenantId, trusts, connector, now: house.now });
  const inOrder = makeInOrder();
  const runTurn = makeTurns({ house, route, tenantId, post: insistently(post, pause), inOrder, limits });
  const rules = { tenantId, botId: identity?.botId ?? null, trusts };
  const receive = makeReception({ adapter, rules, runTurn, now: house.now, log: house.log });

  const door = await openDoor({
    port: settings.port,
    host: settings.host,
    receive,
    isReady: () => answersWithin(1_000, house.stores.settings.read()),
    bodyMs: limits.bodyMs,
    onStray: (error) =>
      house.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a turn went astray'),
  });

  return {
    port: door.port,
    send: (to, rendered, replace) => inOrder(to.conversationId, () => post(to, cardMessage(rendered), replace)),
    lookUp: makeLookUp({ tenantId, trusts, connector }),
    drain: () => {
      door.shut();
      return door.idle();
    },
    close: () => door.close(),
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Whether the store answers: what `/readyz` asks. */
async function answersWithin(ms: number, answer: Promise<unknown>): Promise<boolean> {
  const isAnswered = answer.then(
    () => true,
    () => false,
  );
  return Promise.race([isAnswered, pause(ms).then(() => false)]);
}
