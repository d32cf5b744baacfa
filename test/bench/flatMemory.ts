import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './built.ts';
import { asking, load } from './load.ts';
import { type Running, startBot, startSink } from './processes.ts';
import { type Measured, rounded } from './row.ts';

const turns = 10_000;
const most = 1.05;

/**
 * Memory held after a collection: resident memory goes up and down with when V8 collects, by more than the floor.
 * Warm first, so that what is bounded has filled up.
 */
export async function flatMemory(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-held-'));
  const sink = await startSink();
  const bot = await startBot({
    flags: ['--expose-gc', '--import', program('collect')],
    env: { HELD: join(folder, 'held') },
  });
  try {
    await load(bot.url, asking(sink.url), { amount: turns });
    const before = await held(bot, folder);
    await load(bot.url, asking(sink.url), { amount: turns });
    const after = await held(bot, folder);
    const ratio = rounded(after / before);
    return { value: rounded(after, 1), baseline: rounded(before, 1), ratio, ok: ratio <= most };
  } finally {
    await bot.stop();
    await sink.stop();
    rmSync(folder, { recursive: true });
  }
}

async function held(bot: Running, folder: string): Promise<number> {
  rmSync(join(folder, 'held'), { force: true });
  bot.signal('SIGUSR2');
  for (let tries = 0; tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const mb = Number(readOrEmpty(join(folder, 'held')));
    if (mb > 0) return mb;
  }
  throw new Error('the bot did not say what memory it holds');
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
