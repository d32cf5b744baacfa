import type { Stores } from '../../bot/stores/ports.ts';
import { watchedFileSystem } from '../make/fileSystem.ts';
import { aCommit } from '../make/record.ts';
import { aPlace } from '../make/store.ts';
import { type BenchStore, benchStore } from './largeStore.ts';
import { atMost, inPairs } from './pairs.ts';
import { startBot } from './processes.ts';
import { type Measured, median, rounded, spreadOf } from './row.ts';

const large = 100_000;
const small = 100;
const pairs = 7;
/** Nothing is proven in the background while something else is measured. */
const whole = { snapshots: { from: Number.POSITIVE_INFINITY, every: Number.POSITIVE_INFINITY } };

/** One after the other, each acknowledged; both stores in turn, so that what else the disk does falls on both. */
export async function submitAt100000(): Promise<Measured> {
  const [few, many] = await Promise.all([(await benchStore(small)).open(whole), (await benchStore(large)).open(whole)]);
  try {
    return await inPairs(
      () => submits(many),
      () => submits(few),
      atMost(1.5),
      2,
    );
  } finally {
    await few.close();
    await many.close();
  }
}

/** The p50 of some submits. */
async function submits({ records }: Stores): Promise<number> {
  return median(await timed(60, () => records.commit(aCommit())));
}

/** 1,000 at once into an empty store. */
export async function submitFsyncs(): Promise<Measured> {
  const place = await aPlace();
  let syncs = 0;
  const stores = await place.open(
    watchedFileSystem(({ op }) => {
      if (op === 'sync') syncs += 1;
    }),
  );
  syncs = 0;
  const outcomes = await Promise.all(Array.from({ length: 1_000 }, () => stores.records.commit(aCommit())));
  const value = syncs;
  await stores.close();
  await place.clear();
  if (outcomes.some(({ kind }) => kind !== 'committed')) throw new Error('not all were committed');
  return { value, baseline: null, ratio: null, ok: value < 200 };
}

/** All that waits for the one approver of the samples: a third of all records. */
export async function listPending(): Promise<Measured> {
  return inLarge(async ({ records }) => {
    const [first] = await records.list({ review: 'awaiting' });
    const approver = first?.approver ?? '';
    return timed(300, () => records.list({ approver, review: 'awaiting' }));
  });
}

/** Any of them, decrypted. */
export async function openRecord(): Promise<Measured> {
  return inLarge(async ({ records }) => {
    const headings = await records.list({});
    const step = Math.floor(headings.length / 500);
    const cases = headings.filter((_, at) => at % step === 0).map((heading) => heading.case);
    return timed(cases.length, (at) => records.open(cases[at] ?? ''));
  });
}

async function inLarge(measure: (stores: Stores) => Promise<number[]>): Promise<Measured> {
  const stores = await (await benchStore(large)).open(whole);
  try {
    const times = await measure(stores);
    const value = median(times);
    const [low, high] = spreadOf(times);
    return {
      value: rounded(value),
      baseline: null,
      ratio: null,
      ok: value < 20,
      spread: [rounded(low), rounded(high)],
    };
  } finally {
    await stores.close();
  }
}

async function timed(times: number, act: (at: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at++) {
    const since = performance.now();
    await act(at);
    taken.push(performance.now() - since);
  }
  return taken;
}

/** From the start of the process to the open door, less the same with an empty store. */
export async function start100000(): Promise<Measured> {
  const store = await benchStore(large);
  const [full, empty] = [[] as number[], [] as number[]];
  for (let pair = 0; pair < pairs; pair++) {
    full.push(await startMs(store));
    empty.push(await startMs(null));
  }
  const more = full.map((ms, pair) => ms - (empty[pair] ?? Number.NaN));
  const value = rounded(median(more), 0);
  const [low, high] = spreadOf(more);
  return {
    value,
    baseline: rounded(median(empty), 0),
    ratio: null,
    ok: value < 2_000,
    spread: [rounded(low, 0), rounded(high, 0)],
    runs: pairs,
  };
}

async function startMs(store: BenchStore | null): Promise<number> {
  const env = store ? { DATA_DIR: store.dir, RECORD_KEY: store.recordKey.toString('base64') } : {};
  const bot = await startBot({ env });
  await bot.stop();
  return bot.startMs;
}
