/** `npm run bench [-- NAME] [--json]`: every floor of the design, measured or not yet. */
import { parseArgs } from 'node:util';
import { ensureBuilt } from './built.ts';
import type { Measured, Row } from './row.ts';
import { rows } from './rows.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const [beginning = ''] = positionals;
const chosen = rows.filter(({ name }) => name.startsWith(beginning));

if (chosen.length === 0 || positionals.length > 1) {
  process.stderr.write(`No row begins with that. Rows: ${rows.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
if (chosen.some(({ measure }) => measure)) build();
const failed = [];
for (const row of chosen) {
  const outcome = await measured(row);
  process.stdout.write(`${values.json ? JSON.stringify(lineOf(row, outcome)) : inWords(row, outcome)}\n`);
  if (typeof outcome !== 'string' && !outcome.ok) failed.push(row.name);
}
process.exit(failed.length > 0 ? 1 : 0);

function build(): void {
  try {
    ensureBuilt();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
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
  const { value, baseline, ratio, ok, spread, runs } = outcome;
  const against = baseline === null ? '' : ` against ${baseline}`;
  const share = ratio === null ? '' : `, ratio ${ratio}`;
  const range = spread ? `, ${spread[0]} to ${spread[1]}${runs ? ` in ${runs} runs` : ''}` : '';
  return `${ok ? ' ok ' : 'FAIL'}  ${name.padEnd(24)} ${value}${against} ${unit}${share}${range} (floor: ${says})`;
}
