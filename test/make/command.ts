import { spawnSync } from 'node:child_process';

/** Runs one of the commands under `bot/cli` from source, as its npm script does. */
export function runCommand(name: string, args: readonly string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', `bot/cli/${name}.ts`, ...args], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
