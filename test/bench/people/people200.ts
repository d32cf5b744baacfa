import { ids } from '../../make/activity.ts';
import { startConnector } from '../../make/connector.ts';
import { aStore, type StorePlace } from '../../make/store.ts';
import { startKeyServer } from '../../make/token.ts';
import { atMost, inPairs } from '../pairs.ts';
import { startEcho, startSignedBot } from '../processes.ts';
import type { Measured } from '../row.ts';
import { Acknowledged } from './acknowledged.ts';
import { begin, crowd, moveIn } from './crowd.ts';
import { Delivered } from './delivered.ts';
import { asker, percentile99 } from './exchange.ts';
import { quiet, usualAnswers } from './watching.ts';
import { again, type Done, windowsOf } from './window.ts';

const floor = 3;
const windowMs = 10_000;
const mostNotes = 5;

type Stop = () => Promise<unknown>;

export async function people200(): Promise<Measured> {
  const stops: Stop[] = [];
  try {
    return await measured((stop) => stops.unshift(stop));
  } finally {
    for (const stop of stops) await stop();
  }
}

/**
 * Bot and echo in turn, 10 s each: the echo gets what the bot has just got, at the same times, proven by the same keys.
 * Not both at once: on a small machine the one slows the other down, and the echo would be charged for the bot’s work.
 */
async function measured(atEnd: (stop: Stop) => void): Promise<Measured> {
  const connector = await startConnector();
  atEnd(connector.close);
  const echoConnector = await startConnector();
  atEnd(echoConnector.close);
  const keys = await startKeyServer(ids.bot, connector.url);
  atEnd(keys.close);
  const place = await aStore();
  atEnd(place.clear);
  await withStore(place, moveIn);

  const acknowledged = new Acknowledged();
  const delivered = new Delivered((id) => acknowledged.ownerOf(id));
  const bot = await startSignedBot(place, keys.auth);
  atEnd(bot.stop);
  const ask = asker(bot.url, await keys.token());
  const everybody = crowd(connector.url, acknowledged);
  const begun = await begin(ask, everybody);
  await quiet(connector);
  const echo = await startEcho(usualAnswers(begun, connector.calls), keys.auth);
  atEnd(echo.stop);
  delivered.check(begun, connector.calls.splice(0));

  const askEcho = asker(echo.url, await keys.token({ serviceurl: echoConnector.url }));
  const readdressed = (body: string) => body.replaceAll(connector.url, echoConnector.url);
  const nextWindow = windowsOf(ask, everybody, windowMs);
  let latest: Done[] = [];
  const bots = async () => {
    latest = await nextWindow();
    await quiet(connector);
    delivered.check(latest, connector.calls.splice(0));
    return percentile99(latest);
  };
  const echoes = async () => {
    const exchanges = await again(askEcho, latest, readdressed);
    echoConnector.calls.length = 0;
    return percentile99(exchanges);
  };
  const compared = await inPairs(bots, echoes, atMost(floor), 1);

  await bot.stop();
  delivered.check([], connector.calls.splice(0));
  const lost = await withStore(place, (stores) => acknowledged.lost(stores, delivered.wasTold));
  const wrong = [...delivered.wrong, ...lost.map((what) => `lost: ${what}`)];
  const { isProof, words } = acknowledged.summary;
  const notes = [words, ...wrong.slice(0, mostNotes), ...(wrong.length > mostNotes ? [`${wrong.length} in all`] : [])];
  return { ...compared, ok: compared.ok && isProof && wrong.length === 0, notes };
}

async function withStore<T>(place: StorePlace, use: (stores: Awaited<ReturnType<StorePlace['open']>>) => Promise<T>) {
  const stores = await place.open();
  try {
    return await use(stores);
  } finally {
    await stores.close();
  }
}
