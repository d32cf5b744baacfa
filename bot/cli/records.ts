import { environment } from '../config.ts';
import { explained, runRecords } from './recordsCommand.ts';

const terminal = { out: console.log, err: console.error };

try {
  process.exitCode = await runRecords(process.argv.slice(2), environment(), terminal);
} catch (error) {
  process.exitCode = explained(error, terminal);
}
