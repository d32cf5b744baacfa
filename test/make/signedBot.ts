import { fileURLToPath } from 'node:url';
import type { Rendered } from '../../cards/render.ts';
import { type ActivityJson, activity, ids, press } from './activity.ts';
import { type BotProcess, startProcess } from './botProcess.ts';
import { type Connector, type ConnectorCall, startConnector } from './connector.ts';
import { type KeyServer, startKeyServer } from './token.ts';

const program = fileURLToPath(new URL('../bench/signedBot.ts', import.meta.url));

/** Teams as the bot sees it: signing keys, and a connector that outlives the bot. */
export interface Teams {
  readonly connector: Connector;
  readonly keys: KeyServer;
  close(): Promise<void>;
}

/** Somebody in Teams. */
export interface Account {
  readonly directoryId: string;
  readonly name: string;
}

/** A card with everything on it as JSON, in the shape that `buttons` reads. */
export const asRendered = (card: unknown): Rendered => ({
  card: card as Rendered['card'],
  text: JSON.stringify(card),
});

export async function startTeams(): Promise<Teams> {
  const connector = await startConnector();
  const keys = await startKeyServer(ids.bot, connector.url);
  return {
    connector,
    keys,
    close: async () => {
      await connector.close();
      await keys.close();
    },
  };
}

/** The bot in production mode in a process of its own, spoken to with signed tokens over HTTP. */
export interface SignedBot extends BotProcess {
  say(who: Account, text: string): Promise<void>;
  /** Presses a button of the message `card`, and gives what the press is answered with. */
  press(who: Account, verb: string, data: object, card?: string): Promise<Rendered>;
  stop(): Promise<void>;
}

export function startSignedBot(
  { connector, keys }: Teams,
  { dir, recordKey }: { readonly dir: string; readonly recordKey: Buffer },
  cwd: string,
  preload: readonly string[] = [],
): SignedBot {
  const env = {
    BOT_ID: ids.bot,
    BOT_TYPE: 'SingleTenant',
    BOT_TENANT_ID: ids.tenant,
    BOT_PASSWORD: 'S3cret~of.the-test',
    ADMIN_IDS: ids.alice,
    RECORD_KEY: recordKey.toString('base64'),
    DATA_DIR: dir,
    HOST: '127.0.0.1',
    PORT: '0',
    AUTH: JSON.stringify(keys.auth),
  };
  const bot = startProcess(env, cwd, { program, preload });
  const post = async (body: ActivityJson): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await keys.token()}` };
    const url = `http://127.0.0.1:${await bot.port}/api/messages`;
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  };
  const from = ({ directoryId, name }: Account): ActivityJson => ({
    from: { id: `29:${directoryId}`, name, aadObjectId: directoryId },
    conversation: { id: chatOf({ directoryId }), conversationType: 'personal', tenantId: ids.tenant },
  });
  return {
    ...bot,
    say: async (who, text) => void (await post(activity(connector.url, { ...from(who), text }))),
    press: async (who, verb, data, card = 'card-1') => {
      const answer = await post(press(connector.url, verb, data, { ...from(who), replyToId: card }));
      return asRendered((answer as { value?: unknown } | null)?.value ?? null);
    },
    stop: async () => {
      bot.child.kill('SIGTERM');
      await bot.ended;
    },
  };
}

export const chatOf = ({ directoryId }: Pick<Account, 'directoryId'>): string => `a:${directoryId}`;

/** The card of a message as the bot sent it; null when it is words. */
export const cardOf = ({ activity: sent }: ConnectorCall): Rendered | null => {
  const [attachment] = (sent.attachments ?? []) as { content: unknown }[];
  return attachment ? asRendered(attachment.content) : null;
};
