import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activity, ids, press } from '../make/activity.ts';
import { type BotProcess, startProcess } from '../make/botProcess.ts';
import { startConnector } from '../make/connector.ts';

let folder: string;
let running: BotProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const key = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=';
const local = { BOT_MODE: 'local', BOT_TENANT_ID: ids.tenant, PORT: '0' };
const production = {
  BOT_ID: ids.bot,
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: ids.tenant,
  BOT_PASSWORD: 'S3cret~of.the-test',
  ADMIN_IDS: ids.alice,
  RECORD_KEY: key,
  PORT: '0',
};

function start(env: Record<string, string>): BotProcess {
  const bot = startProcess(env, folder);
  running.push(bot);
  return bot;
}

describe('the start is refused with exit code 1, in words and without a stack', () => {
  const refusals: readonly [string, () => Record<string, string>, RegExp][] = [
    ['with no settings at all, naming each', () => ({}), /RECORD_KEY: required.*BOT_ID: required/s],
    ['with a contradiction', () => ({ ...local, BOT_ID: ids.bot }), /BOT_ID: contradicts BOT_MODE=local/],
    [
      'in local mode on a production host',
      () => ({ ...local, NODE_ENV: 'production' }),
      /BOT_MODE: local is not allowed/,
    ],
    [
      'with PostgreSQL',
      () => ({ ...production, DATABASE_URL: 'postgres://x' }),
      /DATABASE_URL: PostgreSQL is not built yet/,
    ],
    ['in production without a store', () => ({ ...production, DATA_DIR: join(folder, 'none') }), /(first run|init)/],
    ['in production on an empty folder', () => ({ ...production, DATA_DIR: emptyFolder() }), /(first run|init)/],
    ['with files but no key', () => ({ ...local, DATA_DIR: filledFolder() }), /DATA_DIR: holds files but no local.key/],
  ];
  for (const [what, env, words] of refusals) {
    it(what, async () => {
      const { ended, output } = start(env());
      expect(await ended).toBe(1);
      expect(output.err).toMatch(/^Sharing Guide did not start\. /);
      expect(output.err).toMatch(words);
      expect(output.err).not.toMatch(/^\s+at /m);
      expect(output.err).not.toContain(production.BOT_PASSWORD);
    });
  }

  it('when the port is taken, with its number; the store is given back', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { ended, output } = start({ ...local, PORT: String(port) });
    expect(await ended).toBe(1);
    expect(output.err).toBe(
      `Sharing Guide did not start. Port ${port} is taken by another program. Stop it, or set PORT.\n`,
    );
    other.close();
    await expect(start(local).port).resolves.toBeGreaterThan(0);
  });

  it('when another bot has the store', async () => {
    await start(local).port;
    const { ended, output } = start(local);
    expect(await ended).toBe(1);
    expect(output.err).toMatch(/^Sharing Guide did not start\. .*(process|running|lock)/i);
    expect(output.err).not.toMatch(/^\s+at /m);
  });
});

describe('the bot in local mode', () => {
  it('says loudly that nobody is authenticated, answers, and stops when it is told to', async () => {
    const connector = await startConnector();
    const { child, port, output, ended } = start(local);
    const url = `http://127.0.0.1:${await port}`;
    expect(output.err).toContain('LOCAL MODE: NO AUTHENTICATION');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    const send = (body: object) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send(activity(connector.url, { text: 'help' }))).status).toBe(200);
    expect(connector.sends()).toMatchObject([{ conversation: 'a:alice' }]);
    const invoke = await send(press(connector.url, 'help.open', {}));
    expect(await invoke.json()).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output.out).toContain('"msg":"stopped"');
    await connector.close();
  });
});

it('.env is read, and the environment wins', async () => {
  writeFileSync(join(folder, '.env'), `BOT_MODE=local\nBOT_TENANT_ID=${ids.tenant}\nPORT=nonsense\n`);
  await expect(start({ PORT: '0' }).port).resolves.toBeGreaterThan(0);
});

function emptyFolder(): string {
  const path = join(folder, 'empty');
  mkdirSync(path);
  return path;
}

function filledFolder(): string {
  const path = join(folder, 'filled');
  mkdirSync(path);
  writeFileSync(join(path, 'ledger'), '');
  return path;
}
