import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../bot/stores/ports.ts';
import { aCommit } from '../make/record.ts';
import { aStore, type StorePlace } from '../make/store.ts';

/** More by hand: `KILLS=50 npm test test/stores/embedded.kill.test.ts`. */
const kills = Number(process.env.KILLS ?? 5);
const committer = fileURLToPath(new URL('../make/committer.ts', import.meta.url));

let place: StorePlace;
afterEach(() => place.clear());

/** What the process told, as `case type`. */
interface Told {
  readonly asked: Set<string>;
  readonly done: Set<string>;
}

/** A process that commits as fast as it can, killed at a random moment after its first answer. */
async function killedUnderLoad({ dir, recordKey }: StorePlace, told: Told): Promise<void> {
  const tellIn = `${dir}.told`;
  const child = spawn(process.execPath, ['--import', 'tsx', committer, dir, recordKey.toString('base64'), tellIn]);
  let complaint = '';
  child.stderr.on('data', (data) => {
    complaint += data;
  });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 300));
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`it ended by itself: ${complaint.slice(-500)}`);
  for (const line of (await readFile(tellIn, 'utf8')).split('\n').slice(0, -1)) {
    const { what, case: id, type } = JSON.parse(line);
    (what === 'asked' ? told.asked : told.done).add(`${id} ${type}`);
  }
}

/** Every event that is there, as `case type`. */
async function present({ records }: Stores): Promise<Set<string>> {
  const headings = await records.list({});
  const opened = await Promise.all(headings.map(({ case: id }) => records.open(id)));
  return new Set(opened.flatMap((record) => record?.events.map(({ type }) => `${record.case} ${type}`) ?? []));
}

describe('a process that is killed under load', () => {
  it(
    `has lost nothing it acknowledged and holds nothing nobody asked for, ${kills} times over`,
    async () => {
      place = await aStore();
      const told: Told = { asked: new Set(), done: new Set() };
      for (let kill = 0; kill < kills; kill++) {
        await killedUnderLoad(place, told);
        const stores = await place.open(undefined, { snapshots: { from: 1, every: 50 } });
        const there = await present(stores);
        expect([...told.done].filter((event) => !there.has(event))).toEqual([]);
        expect([...there].filter((event) => !told.asked.has(event))).toEqual([]);
        expect(await stores.records.verify()).toMatchObject({ kind: 'whole' });
        // Asking again finds what is there.
        for (const event of [...there].slice(-20)) {
          const [id = ''] = event.split(' ');
          expect(await stores.records.commit(aCommit({ case: id }))).toEqual({ kind: 'conflict' });
        }
        await stores.close();
      }
      expect(told.done.size).toBeGreaterThan(kills * 10);
      if (process.env.KILLS) console.log(`${kills} kills: ${told.asked.size} asked, ${told.done.size} acknowledged`);
    },
    20_000 + kills * 10_000,
  );
});
