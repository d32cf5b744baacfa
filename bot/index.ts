import type { Bot, OpenHouse } from './compose.ts';
import { type Config, environment, readConfig } from './config.ts';

/** Time from the signal to the end, whatever still hangs; below the 30 s that hosts wait before they kill. */
const hardStopMs = 10_000;

async function start(): Promise<void> {
  const env = environment();
  const config = readConfig(env, { production: env.NODE_ENV === 'production' });
  // Only now, so that settings are refused at once and not after everything was loaded.
  const { openHouse, startBot } = await import('./compose.ts');
  const house = await openHouse(config);
  const bot = await startBot(house, config).catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal, house, bot));
  // The first person to ask should not wait for the index.
  setImmediate(() => house.knowledge.current().matchIndex);
  if (config.mode === 'local') warnOfLocalMode(config, bot);
  house.log.info({ port: bot.port, host: config.host, mode: config.mode }, 'the bot is listening');
}

/** On stderr, so that it stands out from the log and cannot be filtered with it. */
function warnOfLocalMode({ host }: Config, { port }: Bot): void {
  process.stderr.write(
    `\n  *** LOCAL MODE: NO AUTHENTICATION. Anybody on this machine can speak as anybody.      ***\n` +
      `  *** http://${host}:${port} - for trying out with made-up people only, never for real records. ***\n\n`,
  );
}

/** Intake first, then what is under way, then the store: nothing acknowledged is lost. A second signal kills. */
async function stop(signal: string, house: OpenHouse, bot: Bot): Promise<void> {
  house.log.info({ signal }, 'stopping');
  setTimeout(() => {
    house.log.error({ afterMs: hardStopMs }, 'stopped before everything was done');
    process.exit(1);
  }, hardStopMs).unref();
  try {
    await bot.stop();
    await house.close();
    house.log.info({ signal }, 'stopped');
    process.exit(0);
  } catch (error) {
    house.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the stop failed');
    process.exit(1);
  }
}

/** What a person can put right is said in words; anything else is a slip of ours and shows where. */
function explain(error: unknown): string {
  const { name, code, message, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop it, or set PORT.`;
  if (code === 'EACCES' && port !== undefined) return `Port ${port} may not be used by this account. Set PORT.`;
  if (code === 'EADDRNOTAVAIL') return 'HOST: this machine has no such address.';
  const isExpected = ['ConfigError', 'StoreError', 'ContentError'].includes(name);
  return isExpected ? message : error instanceof Error ? String(error.stack) : String(error);
}

start().catch((error: unknown) => {
  process.stderr.write(`Sharing Guide did not start. ${explain(error)}\n`);
  process.exit(1);
});
