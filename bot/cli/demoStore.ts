import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLog, openHouse } from '../compose.ts';
import { readConfig } from '../config.ts';
import { DEMO_TENANT, IG_LEAD } from './demoPeople.ts';
import { seedDemo } from './demoSeed.ts';

const usualDataDir = fileURLToPath(new URL('../../.data', import.meta.url));

/** Settings of a real deployment that may stand in the environment; the demo is none. */
const NOT_FOR_THE_DEMO = ['BOT_ID', 'BOT_PASSWORD', 'BOT_TYPE', 'DATABASE_URL', 'HOST', 'NODE_ENV'];

/** The environment that the demo's bot is started with. `.env` is not read: it belongs to a deployment. */
export function demoEnvironment(botPort: number, outside: NodeJS.ProcessEnv) {
  const env: NodeJS.ProcessEnv = { ...outside };
  for (const name of NOT_FOR_THE_DEMO) delete env[name];
  return {
    ...env,
    BOT_MODE: 'local',
    BOT_TENANT_ID: DEMO_TENANT,
    ADMIN_IDS: IG_LEAD.directoryId,
    PORT: `${botPort}`,
    DATA_DIR: resolve(outside.DATA_DIR || usualDataDir),
  };
}

/**
 * Makes the store and puts the demo's people into it. Closed again here, so that the bot itself starts as it always does.
 * @throws ConfigError, StoreError, ContentError
 */
export async function prepareDemoStore(env: NodeJS.ProcessEnv): Promise<'ready' | 'not-ours'> {
  const house = await openHouse(readConfig(env), makeLog('silent'));
  return seedDemo(house).finally(() => house.close());
}
