import { askOnce } from './load.ts';
import { type Running, startBot, startSink, startTeamsAiEcho } from './processes.ts';
import { type Measured, median, rounded, spreadOf } from './row.ts';

const pairs = 7;
const floorMb = 80;
const idleMs = 3_000;

/** Both have answered one message and been left alone for a while. */
export async function idleMemory(): Promise<Measured> {
  const ours: number[] = [];
  const theirs: number[] = [];
  const sink = await startSink();
  try {
    for (let pair = 0; pair < pairs; pair++) {
      ours.push(await idle(startBot, sink.url));
      theirs.push(await idle(startTeamsAiEcho, sink.url));
    }
  } finally {
    await sink.stop();
  }
  const above = ours.map((mb, pair) => mb - (theirs[pair] ?? Number.NaN));
  const [low, high] = spreadOf(above);
  return {
    value: rounded(median(ours), 0),
    baseline: rounded(median(theirs), 0),
    ratio: null,
    ok: median(above) <= floorMb,
    spread: [rounded(low, 0), rounded(high, 0)],
    runs: pairs,
  };
}

async function idle(start: () => Promise<Running>, sink: string): Promise<number> {
  const running = await start();
  try {
    await askOnce(running.url, sink);
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    return running.memory();
  } finally {
    await running.stop();
  }
}
