/** `npm run bench [-- NAME] [--json]`: every floor of the design, measured or not yet. */
import { bench } from './bench.ts';
import { ensureBuilt } from './built.ts';
import { rows } from './rows.ts';

const { stdout, stderr } = process;
const terminal = { out: (text: string) => stdout.write(text), err: (text: string) => stderr.write(text) };

try {
  process.exitCode = await bench(rows, process.argv.slice(2), ensureBuilt, terminal);
} catch (error) {
  terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
process.exit();
