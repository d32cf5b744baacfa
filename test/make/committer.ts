/**
 * Commits until it is killed: many at once, each told in a file before it is asked and after it was acknowledged. A
 * write to a file outlives the process that made it, however it ends. Says on stdout when the first is acknowledged.
 */
import { randomUUID } from 'node:crypto';
import { openSync, writeSync } from 'node:fs';
import { openEmbedded } from '../../bot/stores/embedded/index.ts';
import type { Commit } from '../../bot/stores/ports.ts';
import { aCommit, aDecision } from './record.ts';

const [dir = '', key = '', tellIn = ''] = process.argv.slice(2);
const told = openSync(tellIn, 'a');
const { records } = await openEmbedded({
  dir,
  recordKey: Buffer.from(key, 'base64'),
  now: () => new Date(),
  newId: randomUUID,
  snapshots: { from: 1, every: 50 },
});

const tell = (what: 'asked' | 'done', { case: id, events }: Commit) =>
  writeSync(told, `${JSON.stringify({ what, case: id, type: events[0]?.type })}\n`);

let isWorking = false;

async function ask(commit: Commit) {
  tell('asked', commit);
  const { kind } = await records.commit(commit);
  if (kind !== 'committed') return;
  tell('done', commit);
  if (!isWorking) console.log('working');
  isWorking = true;
}

async function work(): Promise<never> {
  for (;;) {
    const commit = aCommit();
    await ask(commit);
    const heading = await records.heading(commit.case);
    if (heading !== null) await ask(aDecision(heading));
  }
}

await Promise.all(Array.from({ length: 25 }, work));
