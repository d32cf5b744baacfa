import type { House, Log } from '../../bot/conversation/house.ts';
import type { Reply } from '../../bot/conversation/reply.ts';
import { route } from '../../bot/conversation/router.ts';
import type { Arrival } from '../../bot/conversation/turn.ts';
import { openTeams, type Teams } from '../../bot/teams/openTeams.ts';
import type { TeamsOptions, TeamsSettings } from '../../bot/teams/settings.ts';
import type { Rendered } from '../../cards/render.ts';
import { type ActivityJson, ids } from './activity.ts';
import { type Connector, startConnector } from './connector.ts';
import { FixedToken } from './fixedToken.ts';
import { authSettings, type KeyServer, startKeyServer, type TokenSpec } from './token.ts';

export interface LogLine {
  readonly level: string;
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

/** The answer of the bot's door. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly ms: number;
  /** When the answer's head was there. */
  readonly at: number;
  /** The body as JSON; null when there is none. */
  readonly json: { readonly type?: string; readonly value?: unknown; readonly statusCode?: number } | null;
}

export interface BotUnderTest {
  readonly teams: Teams;
  readonly url: string;
  readonly connector: Connector;
  readonly keys: KeyServer;
  readonly log: LogLine[];
  /** What reached the conversations. */
  readonly arrivals: Arrival[];
  /** Cards noted as standing in a chat. */
  readonly posts: { case: string; person: string; activityId: string }[];
  /** What the conversations answer; replace it. */
  reply: (arrival: Arrival) => Promise<Reply | null>;
  /** Posts an activity with a good token, or as given. */
  say(activity: ActivityJson, spec?: TokenSpec | null): Promise<Answered>;
  post(body: RequestInit['body'] | undefined, headers?: Record<string, string>, path?: string): Promise<Answered>;
  close(): Promise<void>;
}

interface Choice {
  /** No authentication, as in local mode. */
  readonly local?: boolean;
  /** Where the signing keys are said to be, instead of the test's own key server. */
  readonly openid?: string;
  readonly limits?: TeamsOptions['limits'];
  readonly trusts?: TeamsOptions['trusts'];
  /** A whole house that answers with its own conversations, instead of `reply`. */
  readonly house?: House;
}

export const card = (text: string, more: object = {}): Rendered => ({
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...more },
  text,
});

/** The bot's real adapter and door over HTTP, with a connector and a key server on loopback. */
export async function startBotUnderTest(choice: Choice = {}): Promise<BotUnderTest> {
  const { local = false, openid, limits, trusts } = choice;
  const connector = await startConnector();
  const keys = await startKeyServer(ids.bot, connector.url);
  const identity = { type: 'SingleTenant', botId: ids.bot, password: 'a-made-up-secret' } as const;
  const settings: TeamsSettings = {
    port: 0,
    host: '127.0.0.1',
    tenantId: ids.tenant,
    identity: local ? null : identity,
  };
  const log: LogLine[] = [];
  const arrivals: Arrival[] = [];
  const posts: BotUnderTest['posts'] = [];
  const taken = (own: House, arrival: Arrival) => {
    arrivals.push(arrival);
    return choice.house ? route(own, arrival) : bot.reply(arrival);
  };
  const teams = await openTeams(choice.house ?? house(log, posts), taken, settings, {
    auth: openid ? authSettings(openid) : keys.auth,
    trusts: trusts ?? ((address) => address.startsWith('http://127.0.0.1:')),
    ...(!local && { credentials: new FixedToken() }),
    ...(limits && { limits }),
  });
  const url = `http://127.0.0.1:${teams.port}`;
  const bot: BotUnderTest = {
    teams,
    url,
    connector,
    keys,
    log,
    arrivals,
    posts,
    reply: async () => ({ card: card('answer') }),
    say: async (activity, spec = {}) => {
      const token = spec === null || local ? {} : { authorization: `Bearer ${await keys.token(spec)}` };
      return bot.post(JSON.stringify(activity), { 'content-type': 'application/json', ...token });
    },
    post: async (body, headers = {}, path = '/api/messages') => {
      const since = Date.now();
      const response = await fetch(url + path, {
        method: 'POST',
        headers,
        ...(body !== undefined && { body }),
        duplex: 'half',
      } as RequestInit);
      const at = Date.now();
      const text = await response.text();
      const json = text ? JSON.parse(text) : null;
      return { status: response.status, headers: response.headers, text, json, at, ms: at - since };
    },
    close: async () => {
      await teams.drain();
      await teams.close();
      await connector.close();
      await keys.close();
    },
  };
  return bot;
}

/** As much of the house as this room uses. */
function house(log: LogLine[], posts: BotUnderTest['posts']): House {
  const write =
    (level: string): Log['info'] =>
    (fields, message) =>
      void log.push({ level, fields, message });
  const people = { byDirectory: async (id: string) => ({ id: `person-of-${id.slice(0, 4)}` }) };
  const outbox = { posted: async (post: (typeof posts)[number]) => void posts.push(post) };
  return {
    stores: { people, outbox, settings: { read: async () => ({}) } },
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
  } as unknown as House;
}
