/** Preloaded into the bot: from SIGUSR2 on, what is forced to the disk takes seconds. Says so in the file SLOW. */
import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';

const slowMs = 3_000;
let isSlow = false;

const file = await open(process.execPath, 'r');
const handles = Object.getPrototypeOf(file) as { sync: () => Promise<void> };
await file.close();
const { sync } = handles;
handles.sync = async function slowly(this: unknown) {
  if (isSlow) await new Promise((resolve) => setTimeout(resolve, slowMs));
  await sync.call(this as never);
};

process.on('SIGUSR2', () => {
  isSlow = true;
  writeFileSync(process.env.SLOW ?? '', 'slow');
});
