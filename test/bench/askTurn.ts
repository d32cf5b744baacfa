import { asking, askOnce, load } from './load.ts';
import { atLeast, inPairs } from './pairs.ts';
import { startBot, startEcho, startSink } from './processes.ts';
import type { Measured } from './row.ts';

const floor = 0.65;

export async function askTurn(): Promise<Measured> {
  const sink = await startSink();
  const bot = await startBot();
  try {
    await askOnce(bot.url, sink.url);
    const echo = await startEcho({ message: await sameActivity(sink.url) });
    const rate = (url: string) => () => load(url, asking(sink.url));
    try {
      return await inPairs(rate(bot.url), rate(echo.url), atLeast(floor));
    } finally {
      await echo.stop();
    }
  } finally {
    await bot.stop();
    await sink.stop();
  }
}

/** What the bot has just sent, without its address: the echo sends the same. */
async function sameActivity(sink: string): Promise<object> {
  const response = await fetch(`${sink}/last`);
  const { type, attachments, summary } = (await response.json()) as Record<string, unknown>;
  if (!Array.isArray(attachments)) throw new Error('the bot did not answer with a card');
  return { type, attachments, summary };
}
