import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rendered } from '../../cards/render.ts';
import { press } from '../make/activity.ts';
import { buttons, inputKeys } from '../make/speaker.ts';
import { plausible } from '../make/walkChecklist.ts';
import { program } from './built.ts';
import { cardIn } from './cardIn.ts';
import { sendOnce, somebody } from './load.ts';
import { type Running, startBot, startFailingSink } from './processes.ts';
import { type Measured, rounded, spreadOf } from './row.ts';

const presses = 50;
/** Who press at the same time. */
const together = 10;
const longest = 2_000;
/** An answer that is quicker did not wait for the disk, and would say nothing. */
const leastWaitMs = 1_000;

const profile = {
  in_organisation: 'Exampleton Borough Council',
  in_kind: 'council',
  in_area: 'london',
  'in_role-title': 'social worker',
};
const likely = plausible({ danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' });
const emergency = {
  'in_emergency-who': 'A made-up pupil, from a made-up parent.',
  'in_emergency-shared': 'The address, with the police control room.',
  'in_emergency-why': 'The parent is at the gate.',
};

/** Presses a button in somebody’s chat, and gives the body that comes back. */
type Send = (verb: string, data: object) => Promise<string>;
/** What is ready to be pressed. */
type Ready = () => Promise<string>;

/** People submit records, tell emergencies and answer questions, with nothing around the bot working as it should. */
export async function invokeAnswer(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-slow-'));
  const sink = await startFailingSink();
  const flags = ['--import', program('slowDisk')];
  const bot = await startBot({ flags, env: { SLOW: join(folder, 'slow') } });
  try {
    const ready: Ready[] = [];
    for (let place = 0; place < presses; place++) {
      const send: Send = (verb, data) =>
        sendOnce(bot.url, JSON.stringify(press(sink.url, verb, data, somebody(place))));
      ready.push((await [record, told, answer][place % 3]?.(send, `bench-${place}`)) as Ready);
    }
    await slowDown(bot, join(folder, 'slow'));
    const times: number[] = [];
    for (let at = 0; at < presses; at += together)
      times.push(...(await Promise.all(ready.slice(at, at + together).map(timed))));
    const value = rounded(Math.max(...times), 0);
    const [low, high] = spreadOf(times);
    return { value, baseline: null, ratio: null, ok: value < longest, spread: [rounded(low, 0), rounded(high, 0)] };
  } finally {
    await bot.stop();
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A whole checklist, to be submitted. */
async function record(send: Send, draft: string): Promise<Ready> {
  await send('profile.save', profile);
  let card = cardIn(await send('checklist.start', { case: draft }));
  for (let steps = 0; steps < 60; steps++) {
    const submit = buttons(card).find(({ verb }) => verb === 'checklist.submit');
    if (submit) return () => send(submit.verb, submit.data);
    const next = buttons(card).find(({ title }) => title === 'Continue');
    if (!next) break;
    const typed = inputKeys(card).map((key) => [`in_${key}`, likely(key, card)]);
    card = cardIn(await send(next.verb, { ...next.data, ...Object.fromEntries(typed) }));
  }
  throw new Error('the bot did not come to “Check your answers”');
}

/** An emergency, its three answers to be given. */
async function told(send: Send, draft: string): Promise<Ready> {
  return continuing(send, cardIn(await send('checklist.emergency', { case: draft })), emergency);
}

/** A question, to be answered. */
async function answer(send: Send, draft: string): Promise<Ready> {
  return continuing(send, cardIn(await send('checklist.start', { case: draft })), { in_danger: 'no' });
}

function continuing(send: Send, card: Rendered, typed: object): Ready {
  const next = buttons(card).find(({ title }) => title === 'Continue');
  if (!next) throw new Error('the bot did not ask');
  return () => send(next.verb, { ...next.data, ...typed });
}

async function timed(pressed: Ready): Promise<number> {
  const since = performance.now();
  const said = await pressed();
  const ms = performance.now() - since;
  if (ms < leastWaitMs || !said.includes('Not yet saved'))
    throw new Error(`answered after ${rounded(ms, 0)} ms without waiting`);
  return ms;
}

async function slowDown(bot: Running, said: string): Promise<void> {
  bot.signal('SIGUSR2');
  for (let tries = 0; tries < 100 && !existsSync(said); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
