import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BOT } from '../../bot/records/record.ts';
import { type EmbeddedOptions, openEmbedded } from '../../bot/stores/embedded/index.ts';
import type { RecordHeading, Stores } from '../../bot/stores/ports.ts';
import { ids } from '../make/activity.ts';
import { root } from './built.ts';

/** A folder with a store of made-up records, five events each; gone when the bench ends. */
export interface BenchStore {
  readonly dir: string;
  readonly recordKey: Buffer;
  open(more?: Partial<EmbeddedOptions>): Promise<Stores>;
}

const EVENTS = 5;
const AT_ONCE = 1_000;
const made = new Map<number, Promise<BenchStore>>();

/** Made once, by `records -- sample`, so through the same code as the bot. */
export function benchStore(count: number): Promise<BenchStore> {
  const store = made.get(count) ?? make(count);
  made.set(count, store);
  return store;
}

async function make(count: number): Promise<BenchStore> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-records-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const dir = join(folder, 'data');
  const recordKey = randomBytes(32);
  const env = {
    PATH: process.env.PATH,
    BOT_MODE: 'local',
    BOT_TENANT_ID: ids.tenant,
    DATA_DIR: dir,
    RECORD_KEY: recordKey.toString('base64'),
  };
  const args = ['--import', 'tsx', join('bot', 'cli', 'records.ts'), 'sample', '--count', String(count)];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim().slice(-500));
  const open = (more: Partial<EmbeddedOptions> = {}) =>
    openEmbedded({ dir, recordKey, now: () => new Date(), newId: randomUUID, ...more });
  const stores = await open();
  await addEvents(stores);
  await stores.close();
  return { dir, recordKey, open };
}

/** Reminders until each record has its five events; what was incomplete is complete then, so that no due work waits. */
async function addEvents({ records }: Stores): Promise<void> {
  const headings = await records.list({});
  for (let at = 0; at < headings.length; at += AT_ONCE) {
    await Promise.all(headings.slice(at, at + AT_ONCE).map((heading) => complete(records, heading)));
  }
}

async function complete(records: Stores['records'], heading: RecordHeading): Promise<void> {
  for (let revision = heading.revision; revision < EVENTS; revision++) {
    await records.commit({
      case: heading.case,
      expectRevision: revision,
      heading: { ...heading, completeBy: null },
      events: [{ type: 'reminded', reminder: 'late', by: BOT, at: heading.changedAt }],
      notices: [],
    });
  }
}
