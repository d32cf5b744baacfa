/**
 * Builds everything once. Nothing else constructs a store, a client or a clock; the SDKs, which take two seconds to
 * load, are imported when the bot is started and not for a command.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import pino from 'pino';
import { startDueWork } from './background/dueWork.ts';
import { startOutbox } from './background/outbox.ts';
import type { Config, StoreConfig } from './config.ts';
import { questionsDue } from './conversation/askedNotices.ts';
import type { House, Log } from './conversation/house.ts';
import { noticeCard } from './conversation/notices.ts';
import { OpenQuestions } from './conversation/openQuestions.ts';
import { route } from './conversation/router.ts';
import { liveKnowledge, loadContent } from './liveKnowledge.ts';
import { localKey } from './localKey.ts';
import { makeReference } from './records/reference.ts';
import { initEmbedded, openEmbedded, verifyEmbedded } from './stores/embedded/index.ts';
import type { Verified } from './stores/ports.ts';
import type { TeamsOptions } from './teams/settings.ts';

export { loadContent };

export interface OpenHouse extends House {
  /** Calls `listener` at each nudge; before there is one, nudges fall on deaf ears and the outbox looks at its start. */
  onNudge(listener: () => void): void;
  /** Writes what is queued and gives back the store. */
  close(): Promise<void>;
}

/** The bot as it runs. */
export interface Bot {
  readonly port: number;
  /** Takes nothing more in, finishes what came in and what is being sent, closes the door. The house stays open. */
  stop(): Promise<void>;
}

const now = () => new Date();

/** JSON lines to stdout. Fields hold ids and labels only; errors go in by name, for their words may quote people. */
export function makeLog(level: Config['logLevel']): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** What a house needs of the settings: no more than its store, for a command that meets no person. */
export type HouseConfig = StoreConfig &
  Partial<Pick<Config, 'tenantId' | 'adminIds' | 'homeArea' | 'publishNeedsSecondEditor' | 'logLevel'>>;

/** Opens store and knowledge. In local mode an empty folder becomes a store by itself. */
export async function openHouse(
  config: HouseConfig,
  log: Log = makeLog(config.logLevel ?? 'info'),
): Promise<OpenHouse> {
  const shipped = await loadContent();
  const recordKey = await keyOf(config, log);
  const init = config.mode === 'local';
  const stores = await openEmbedded({ dir: config.dataDir, recordKey, now, newId: randomUUID, init });
  try {
    const knowledge = await liveKnowledge(shipped, stores.revisions, log);
    const listeners: (() => void)[] = [];
    return {
      stores,
      knowledge,
      openQuestions: new OpenQuestions(now),
      adminIds: config.adminIds ?? [],
      tenant: config.tenantId ?? '',
      homeArea: config.homeArea ?? 'ask',
      publishNeedsSecondEditor: config.publishNeedsSecondEditor ?? true,
      now,
      newId: randomUUID,
      newReference: () => makeReference(randomBytes(16)),
      nudge: () => {
        for (const listener of listeners) listener();
      },
      log,
      onNudge: (listener) => {
        listeners.push(listener);
      },
      close: () => stores.close(),
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

/** Begins a store in `DATA_DIR`: what `records -- init` does. */
export async function initStore(config: StoreConfig, log: Log): Promise<'made' | 'already-there'> {
  return initEmbedded({ dir: config.dataDir, recordKey: await keyOf(config, log), now });
}

/** Proves the chain, beside a running bot too. With a key in the settings every case key must open as well. */
export function verifyStore(
  config: Pick<StoreConfig, 'dataDir' | 'recordKey'>,
  kept?: { readonly sequence: number; readonly hash: string },
): Promise<Verified> {
  const { dataDir: dir, recordKey } = config;
  return verifyEmbedded({ dir, ...(recordKey && { recordKey }), ...(kept && { kept }) });
}

/** Opens the door to Teams and starts what works in the background. */
export async function startBot(house: OpenHouse, config: Config, options: TeamsOptions = {}): Promise<Bot> {
  const { openTeams } = await import('./teams/openTeams.ts');
  const teams = await openTeams(house, route, config, options);
  const renderNotice = (notice: Parameters<typeof noticeCard>[1]) => noticeCard(house, notice);
  const outbox = startOutbox({ stores: house.stores, send: teams.send, renderNotice, log: house.log });
  house.onNudge(outbox.nudge);
  const works = [{ name: 'questions', run: (at: Date) => questionsDue(house, at) }];
  const due = startDueWork({ works, now: house.now, log: house.log });
  return {
    port: teams.port,
    stop: async () => {
      await teams.drain();
      await due.drain();
      await outbox.drain();
      await teams.close();
    },
  };
}

async function keyOf({ mode, dataDir, recordKey }: StoreConfig, log: Log): Promise<Buffer> {
  if (recordKey) return recordKey;
  if (mode !== 'local') throw new Error('the settings let a production store through without a key');
  const { key, made } = await localKey(dataDir);
  if (made)
    log.warn({ file: 'local.key' }, 'no RECORD_KEY: made a key in DATA_DIR; whoever has it can read this store');
  return key;
}
