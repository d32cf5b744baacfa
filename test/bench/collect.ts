/** Preloaded into the bot: on SIGUSR2 collects garbage and says what memory is held. Needs --expose-gc. */
import { writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  writeFileSync(process.env.HELD ?? '', String((heapUsed + external) / 1024 / 1024));
});
