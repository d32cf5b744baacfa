/**
 * Builds everything once. Nothing else constructs a store, a client or a clock; the SDKs, which take two seconds to
 * load, are imported when the bot is started and not for a command.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import pino from 'pino';
import { dailyHead } from './background/dailyHead.ts';
import { startDueWork } from './background/dueWork.ts';
import { startOutbox } from './background/outbox.ts';
import { recordReminders } from './background/recordReminders.ts';
import { reviewReminders } from './background/reviewReminders.ts';
import type { Config, StoreConfig } from './config.ts';
import { questionsDue } from './conversation/askedNotices.ts';
import { coversDue } from './conversation/coversDue.ts';
import { digestsDue } from './conversation/digestsDue.ts';
import { finishDisposals } from './conversation/disposal.ts';
import { draftsDue } from './conversation/draftsDue.ts';
import type { House, Log } from './conversation/house.ts';
import { LastShown } from './conversation/lastShown.ts';
import { leaversDue } from './conversation/leaverNotices.ts';
import { Members } from './conversation/membership.ts';
import { noticeCard } from './conversation/notices.ts';
import { OpenQuestions } from './conversation/openQuestions.ts';
import { retentionDue } from './conversation/retentionDue.ts';
import { route } from './conversation/router.ts';
import { TakenOut } from './conversation/takenOut.ts';
import { liveKnowledge, loadContent } from './liveKnowledge.ts';
import { localKey } from './localKey.ts';
import { makeReference } from './records/reference.ts';
import { initEmbedded, openEmbedded, type Rekeyed, rekeyEmbedded, verifyEmbedded } from './stores/embedded/index.ts';
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

/** Below the time in which the door answers a button in any case. */
const patienceMs = 1_500;

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
  const onProven = (verdict: Verified) => logProof(verdict, log);
  const onSetAside = (file: string) =>
    log.error({ file }, 'something saved was not what was written; it was moved beside, into `damaged`');
  const place = { dir: config.dataDir, recordKey, now, newId: randomUUID, init };
  const stores = await openEmbedded({ ...place, onProven, onSetAside });
  try {
    const knowledge = await liveKnowledge(shipped, stores.revisions, log);
    const listeners: (() => void)[] = [];
    return {
      stores,
      knowledge,
      openQuestions: new OpenQuestions(now),
      takenOut: new TakenOut(now),
      members: new Members(now),
      lastShown: new LastShown(now),
      heardFrom: new Set(),
      adminIds: config.adminIds ?? [],
      tenant: config.tenantId ?? '',
      homeArea: config.homeArea ?? 'ask',
      publishNeedsSecondEditor: config.publishNeedsSecondEditor ?? true,
      patienceMs,
      refreshOnView: config.mode === 'production',
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

/** A start from a snapshot proves the whole ledger afterwards. */
function logProof(verdict: Verified, log: Log): void {
  if (verdict.kind === 'whole') log.info({ event: verdict.sequence }, 'the whole ledger was proven');
  else {
    const { sequence: event, reason } = verdict;
    log.error({ event, reason }, `The ledger is broken at event ${event} (${reason}); nothing more is recorded.`);
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

/** Seals every case key with another record key: what `records -- rekey` does. */
export function rekeyStore(dir: string, recordKey: Uint8Array, oldKey: Uint8Array): Promise<Rekeyed> {
  return rekeyEmbedded({ dir, recordKey, oldKey });
}

/** Opens the door to Teams and starts what works in the background. */
export async function startBot(house: OpenHouse, config: Config, options: TeamsOptions = {}): Promise<Bot> {
  const { openTeams } = await import('./teams/openTeams.ts');
  const teams = await openTeams(house, route, config, options);
  house.members.connect(teams.lookUp);
  const renderNotice = (notice: Parameters<typeof noticeCard>[1]) => noticeCard(house, notice);
  const outbox = startOutbox({ stores: house.stores, send: teams.send, renderNotice, log: house.log });
  house.onNudge(outbox.nudge);
  const works = [
    { name: 'questions', run: (at: Date) => questionsDue(house, at) },
    { name: 'drafts', run: (at: Date) => draftsDue(house, at) },
    { name: 'disposals', run: () => finishDisposals(house) },
    { name: 'retention', run: (at: Date) => retentionDue(house, at) },
    { name: 'covers', run: (at: Date) => coversDue(house, at) },
    { name: 'records', run: (at: Date) => recordReminders(house, at) },
    { name: 'reviews', run: (at: Date) => reviewReminders(house, at) },
    // After what was escalated, so that it stands in the list.
    { name: 'digests', run: (at: Date) => digestsDue(house, at) },
    { name: 'head', run: (at: Date) => dailyHead(house, at) },
    // Last, because it asks Teams about one person after the other.
    { name: 'leavers', run: leaversDue(house) },
  ];
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
