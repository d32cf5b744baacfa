import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initStore, type OpenHouse, openHouse, startBot, verifyStore } from '../../bot/compose.ts';
import { type Config, readConfig } from '../../bot/config.ts';
import type { Log } from '../../bot/conversation/house.ts';
import type { KnowledgeChange, Revision } from '../../bot/stores/ports.ts';
import { ids } from '../make/activity.ts';
import { startConnector } from '../make/connector.ts';

let folder: string;
let config: Config;
let warned: string[];
let house: OpenHouse | null;
const log: Log = { info: () => {}, warn: (_fields, message) => void warned.push(message), error: () => {} };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compose-'));
  config = readConfig({ BOT_MODE: 'local', BOT_TENANT_ID: ids.tenant, PORT: '0', DATA_DIR: join(folder, 'data') });
  warned = [];
  house = null;
});
afterEach(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<OpenHouse> {
  house = await openHouse(config, log);
  return house;
}

function revision(number: number, change: Partial<KnowledgeChange>): Revision {
  const added: KnowledgeChange = { target: 'agreement:asb', field: 'alias', before: null, after: 'made-up noise pact' };
  const by = { proposedBy: 'editor-1', publishedBy: 'editor-2', at: '2026-11-22T10:00:00.000Z' };
  return { number, change: { ...added, ...change }, why: 'made up', ...by };
}

describe('the house', () => {
  it('in local mode makes its key and its store, and has them again the next time', async () => {
    const first = await open();
    await first.stores.settings.save({ ...(await first.stores.settings.read()), organisation: 'Example (fictional)' });
    await first.close();
    expect(warned).toEqual([expect.stringContaining('no RECORD_KEY')]);
    expect(await initStore(config, log)).toBe('already-there');
    expect((await verifyStore(config)).kind).toBe('whole');
    expect((await (await open()).stores.settings.read()).organisation).toBe('Example (fictional)');
    expect(warned).toHaveLength(1);
  });

  it('in production begins no store by itself', async () => {
    config = { ...config, mode: 'production', recordKey: Buffer.from('0123456789abcdef0123456789abcdef') };
    await expect(open()).rejects.toMatchObject({ name: 'StoreError', code: 'no-store' });
    expect(await initStore(config, log)).toBe('made');
    await expect(open()).resolves.toBeDefined();
  });

  it('nudges whoever listens', async () => {
    const { onNudge, nudge } = await open();
    let nudged = 0;
    nudge();
    onNudge(() => nudged++);
    nudge();
    expect(nudged).toBe(1);
  });
});

describe('the knowledge in use', () => {
  const aliases = (of: OpenHouse) => of.knowledge.current().agreements.get('asb')?.aliases ?? [];

  it('is as shipped, then with what is published, then the same after a restart', async () => {
    const first = await open();
    expect([first.knowledge.current().revision, aliases(first)]).not.toContain('made-up noise pact');
    await first.stores.revisions.publish(revision(1, {}));
    expect(first.knowledge.current().revision).toBe(0);
    expect((await first.knowledge.refresh()).revision).toBe(1);
    expect(aliases(first)).toContain('made-up noise pact');
    await first.close();
    const second = await open();
    expect([second.knowledge.current().revision, aliases(second).includes('made-up noise pact')]).toEqual([1, true]);
  });

  it('leaves out a change whose text shipped content has dropped, and says so', async () => {
    const { stores, knowledge } = await open();
    await stores.revisions.publish(revision(1, { field: 'summary', before: 'never said', after: 'Something.' }));
    await stores.revisions.publish(revision(2, {}));
    const current = await knowledge.refresh();
    expect([current.revision, current.agreements.get('asb')?.aliases.includes('made-up noise pact')]).toEqual([
      2,
      true,
    ]);
    expect(warned.at(-1)).toMatch(/no effect/);
  });

  it('stays as it was when a change does not hold', async () => {
    const { stores, knowledge } = await open();
    const taken = knowledge.current().agreements.get('mappa')?.aliases[0] ?? '';
    expect(taken).not.toBe('');
    await stores.revisions.publish(revision(1, { after: taken }));
    await expect(knowledge.refresh()).rejects.toMatchObject({ name: 'ContentError' });
    expect(knowledge.current().revision).toBe(0);
  });
});

describe('the bot', () => {
  it('tells what was committed while it was stopped, and what comes while it runs', async () => {
    const connector = await startConnector();
    const { stores, nudge, newId } = await open();
    const chat = {
      serviceUrl: connector.url,
      conversationId: 'a:alice',
      tenantId: ids.tenant,
      botId: 'bot',
      userId: '29:alice',
    };
    const alice = { id: newId(), directoryId: ids.alice, tenant: ids.tenant, name: 'Alice Example' };
    await stores.people.save({ ...alice, roles: ['approver'], profile: null, area: null, chat });
    const granted = { to: alice.id, kind: 'role-granted', about: alice.id } as const;
    await stores.outbox.add([granted]);
    const bot = await startBot(house as OpenHouse, config);
    await connector.until(1);
    await stores.outbox.add([granted]);
    nudge();
    await connector.until(2);
    await bot.stop();
    expect(connector.sends().map(({ conversation }) => conversation)).toEqual(['a:alice', 'a:alice']);
    expect(await stores.outbox.pending()).toEqual([]);
    await connector.close();
  });
});
