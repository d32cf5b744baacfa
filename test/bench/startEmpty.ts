import { importSdks, startBot } from './processes.ts';
import { type Measured, median, rounded, spreadOf } from './row.ts';

const pairs = 7;
const floorMs = 500;

/** From the start of the process to the open door, less the same for a program that only imports the SDKs. */
export async function startEmpty(): Promise<Measured> {
  const whole: number[] = [];
  const imports: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const bot = await startBot();
    whole.push(bot.startMs);
    await bot.stop();
    imports.push((await importSdks()).startMs);
  }
  const own = whole.map((ms, pair) => ms - (imports[pair] ?? Number.NaN));
  const value = rounded(median(own), 0);
  const [low, high] = spreadOf(own);
  return {
    value,
    baseline: rounded(median(imports), 0),
    ratio: null,
    ok: value < floorMs,
    spread: [rounded(low, 0), rounded(high, 0)],
    runs: pairs,
  };
}
