import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOnce, load } from './load.ts';
import { startBot, startEcho, startSink } from './processes.ts';
import { type Measured, median, rounded, spreadOf } from './row.ts';

const pairs = 7;
const floor = 0.65;

/** Bot and echo in turn, so that what else the machine does falls on both. */
export async function askTurn(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-card-'));
  const sink = await startSink();
  const bot = await startBot();
  try {
    await askOnce(bot.url, sink.url);
    const echo = await startEcho(await sameActivity(sink.url, folder));
    try {
      return await inPairs(bot.url, echo.url, sink.url);
    } finally {
      await echo.stop();
    }
  } finally {
    await bot.stop();
    await sink.stop();
    rmSync(folder, { recursive: true });
  }
}

/** What the bot has just sent, without its address: the echo sends the same. */
async function sameActivity(sink: string, folder: string): Promise<string> {
  const response = await fetch(`${sink}/last`);
  const { type, attachments, summary } = (await response.json()) as Record<string, unknown>;
  if (!Array.isArray(attachments)) throw new Error('the bot did not answer with a card');
  const file = join(folder, 'activity.json');
  writeFileSync(file, JSON.stringify({ type, attachments, summary }));
  return file;
}

async function inPairs(bot: string, echo: string, sink: string): Promise<Measured> {
  for (const url of [bot, echo]) await load(url, sink, { seconds: 3 });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    ours.push(await load(bot, sink));
    theirs.push(await load(echo, sink));
  }
  const ratios = ours.map((value, pair) => value / (theirs[pair] ?? Number.NaN));
  const ratio = rounded(median(ratios));
  const [low, high] = spreadOf(ratios);
  return {
    value: rounded(median(ours), 0),
    baseline: rounded(median(theirs), 0),
    ratio,
    ok: ratio >= floor,
    spread: [rounded(low), rounded(high)],
    runs: pairs,
  };
}
