/** `npm run package`: checks the app package and writes `appPackage/build/sharing-guide.zip`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '../config.ts';
import { buildAppPackage } from './appPackage.ts';

const NO_BOT = '00000000-0000-0000-0000-000000000000';
const root = fileURLToPath(new URL('../..', import.meta.url));
const zipPath = join(root, 'appPackage', 'build', 'sharing-guide.zip');

async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error(`npm run package takes no options; "${args[0]}" is not known. It reads BOT_ID from the environment.`);
    return 2;
  }
  const botId = environment(root).BOT_ID?.trim().toLowerCase() || NO_BOT;
  const built = await buildAppPackage(join(root, 'appPackage'), { botId, version: packageVersion() });
  if (built.kind === 'invalid') {
    console.error(['The app package was not made:', ...built.problems].join('\n  '));
    return 1;
  }
  mkdirSync(dirname(zipPath), { recursive: true });
  writeFileSync(zipPath, built.zip);
  console.log(`appPackage/build/sharing-guide.zip is made and valid (manifest schema ${built.manifestVersion}).`);
  if (botId === NO_BOT) console.log('BOT_ID is not set, so it holds a zero id: good for a look, not for Teams.');
  for (const note of built.notes) console.log(note);
  return 0;
}

const packageVersion = (): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

process.exitCode = await main(process.argv.slice(2));
