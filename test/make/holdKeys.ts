/** Loaded before a bot: the keys are never written anew, and it says so, so that a test can kill it just then. */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const { rename } = fs;
fs.rename = async (from, to) => {
  if (basename(String(to)) !== 'keys') return rename(from, to);
  console.log('"held":"keys"');
  return new Promise(() => undefined);
};
syncBuiltinESMExports();
