import { readdirSync, readFileSync } from 'node:fs';
import { screen } from '../../bot/screen/screen.ts';
import { type Measured, median, rounded, spreadOf } from './row.ts';

const runs = 7;
const floor = 1;
const corpus = new URL('../screen/corpus/', import.meta.url);

/** 2,000 characters of case notes: sentences with and without identifiers, more of them than anybody pastes. */
export async function screen2000(): Promise<Measured> {
  const text = notes(2000);
  const today = new Date('2026-11-22');
  for (let warm = 0; warm < 300; warm++) screen(text, today);
  const times = Array.from({ length: runs }, () =>
    median(
      Array.from({ length: 100 }, () => {
        const since = performance.now();
        screen(text, today);
        return performance.now() - since;
      }),
    ),
  );
  const value = rounded(median(times), 3);
  const [low, high] = spreadOf(times);
  return { value, baseline: null, ratio: null, ok: value < floor, spread: [rounded(low, 3), rounded(high, 3)], runs };
}

function notes(length: number): string {
  const lines = readdirSync(corpus).flatMap((name) => readFileSync(new URL(name, corpus), 'utf8').trim().split('\n'));
  const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  const mixed = texts.filter((_text, place) => place % 11 === 0).join('\n');
  return mixed.slice(0, length);
}
