import { parseArgs } from 'node:util';
import type { Measured, Row } from './row.ts';

/** Where it says what. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

/** Measures the rows whose names begin with what is asked for, or says why not. Gives the exit code. */
export async function bench(
  rows: readonly Row[],
  args: readonly string[],
  build: () => void,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [beginning = ''] = positionals;
  const chosen = rows.filter(({ name }) => name.startsWith(beginning));
  if (chosen.length === 0 || positionals.length > 1) {
    terminal.err(`No row begins with that. Rows: ${rows.map(({ name }) => name).join(', ')}\n`);
    return 2;
  }
  if (chosen.some(({ measure }) => measure)) build();
  let failed = 0;
  for (const row of chosen) {
    const outcome = await measured(row);
    terminal.out(`${values.json ? JSON.stringify(lineOf(row, outcome)) : inWords(row, outcome)}\n`);
    if (typeof outcome !== 'string' && !outcome.ok) failed += 1;
  }
  return failed > 0 ? 1 : 0;
}

/** The measurement, or why there is none. */
async function measured({ measure }: Row): Promise<Measured | string> {
  if (!measure) return 'not built yet';
  try {
    return await measure();
  } catch (error) {
    return `could not run: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function lineOf({ name, unit, floor, says }: Row, outcome: Measured | string) {
  if (typeof outcome === 'string') {
    return { name, value: null, unit, baseline: null, ratio: null, floor, ok: null, says, why: outcome };
  }
  const { value, baseline, ratio, ok, ...more } = outcome;
  return { name, value, unit, baseline, ratio, floor, ok, says, ...more };
}

function inWords({ name, what, unit, says }: Row, outcome: Measured | string): string {
  if (typeof outcome === 'string') return `  -   ${name.padEnd(24)} ${what} (floor: ${says}): ${outcome}`;
  const { value, baseline, ratio, ok, spread, runs, notes = [] } = outcome;
  const against = baseline === null ? '' : ` against ${baseline}`;
  const share = ratio === null ? '' : `, ratio ${ratio}`;
  const range = spread ? `, ${spread[0]} to ${spread[1]}${runs ? ` in ${runs} runs` : ''}` : '';
  const beside = notes.map((note) => `\n      ${note}`).join('');
  return `${ok ? ' ok ' : 'FAIL'}  ${name.padEnd(24)} ${value}${against} ${unit}${share}${range} (floor: ${says})${beside}`;
}
