import { randomBytes } from 'node:crypto';
import { initStore, type OpenHouse, openHouse, rekeyStore, verifyStore } from '../compose.ts';
import { ConfigError, type Environment, readStoreConfig, type StoreConfig } from '../config.ts';
import type { Log } from '../conversation/house.ts';
import { type RecordsRequest, recordsRequest } from './recordsArguments.ts';
import { disposedText, recordList, recordText } from './recordsText.ts';
import { holdsRealRecords, writeSamples } from './sampleStore.ts';

/** Where the answer goes. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

/** Does what was asked; resolves with the exit code: 0 done, 1 refused or broken, 2 not understood or not set up. */
export async function runRecords(args: readonly string[], env: Environment, terminal: Terminal): Promise<number> {
  const asked = recordsRequest(args);
  switch (asked.command) {
    case 'wrong':
      terminal.err(asked.problem);
      return 2;
    case 'init':
      return init(env, terminal);
    case 'verify':
      return verify(asked, env, terminal);
    case 'rekey':
      return rekey(env, terminal);
    default:
      return inHouse(asked, env, terminal);
  }
}

/** Says what can be put right in words; anything else is a slip of ours and goes up. */
export function explained(error: unknown, terminal: Terminal): number {
  const isExpected = error instanceof Error && ['ConfigError', 'StoreError', 'ContentError'].includes(error.name);
  if (!isExpected) throw error;
  terminal.err(error.message);
  return error instanceof ConfigError ? 2 : 1;
}

async function init(env: Environment, terminal: Terminal): Promise<number> {
  const outcome = await initStore(readStoreConfig(env), logTo(terminal));
  terminal.out(outcome === 'made' ? 'The store is made.' : 'There is a store already; it is left as it is.');
  return 0;
}

async function rekey(env: Environment, terminal: Terminal): Promise<number> {
  const { dataDir, recordKey, recordKeyOld } = readStoreConfig(env);
  if (recordKey === null || recordKeyOld === null) {
    throw new ConfigError(['RECORD_KEY: the new key, and RECORD_KEY_OLD: the key until now; rekey needs both']);
  }
  const outcome = await rekeyStore(dataDir, recordKey, recordKeyOld);
  if (outcome.kind === 'already-rekeyed') {
    terminal.out('The store has this RECORD_KEY already; nothing was changed. Leave RECORD_KEY_OLD out from now on.');
    return 0;
  }
  terminal.out(`${outcome.caseKeys} case keys are sealed with the new RECORD_KEY; the old one opens nothing here now.`);
  terminal.out('Leave RECORD_KEY_OLD out from now on, but keep it as long as there are backups from before.');
  return 0;
}

async function verify(asked: RecordsRequest & { command: 'verify' }, env: Environment, terminal: Terminal) {
  const verdict = await verifyStore(keylessConfig(env), asked.kept ?? undefined);
  if (verdict.kind === 'broken') {
    const next = 'Keep a copy of the data folder as it is before anything is put back from a backup.';
    terminal.err(`Broken at event ${verdict.sequence}: ${verdict.reason}. ${next}`);
    return 1;
  }
  terminal.out(`Whole: ${verdict.sequence} events, head ${verdict.sequence}:${verdict.hash}`);
  for (const reference of verdict.unfinished) {
    terminal.out(`${reference} was disposed of, but its key is still there: run \`npm run -s records -- dispose\`.`);
  }
  for (const sequence of verdict.torn) {
    terminal.out(
      `Event ${sequence} says that a cut last line was set aside in torn/: a write that a crash interrupted,`,
    );
    terminal.out('or an event that somebody shortened. A head kept from before tells which.');
  }
  return 0;
}

/** Proving the chain needs no key, so one that is not set is no reason to refuse. */
function keylessConfig(env: Environment): Pick<StoreConfig, 'dataDir' | 'recordKey'> {
  if (env.RECORD_KEY !== undefined) return readStoreConfig(env);
  const standIn = randomBytes(32).toString('base64');
  return { ...readStoreConfig({ ...env, RECORD_KEY: standIn }), recordKey: null };
}

type InHouse = Extract<RecordsRequest, { command: 'list' | 'show' | 'sample' | 'dispose' }>;

async function inHouse(asked: InHouse, env: Environment, terminal: Terminal): Promise<number> {
  const config = readStoreConfig(env);
  const log = logTo(terminal);
  if (asked.command === 'sample') await initStore(config, log);
  const house = await openHouse(config, log);
  try {
    if (asked.command === 'sample') return await sample(house, asked.count, config.mode, terminal);
    if (asked.command === 'dispose') return await dispose(house, terminal);
    return asked.command === 'list' ? await list(house, terminal) : await show(house, asked.reference, terminal);
  } finally {
    await house.close();
  }
}

async function sample(house: OpenHouse, count: number, mode: StoreConfig['mode'], terminal: Terminal) {
  // A ledger forgets nothing: among real records made-up ones would stay for good.
  if (mode === 'production' && (await holdsRealRecords(house))) {
    terminal.err('This store holds real records, so no samples were written. Use a DATA_DIR of their own.');
    return 1;
  }
  terminal.out(`${await writeSamples(house, count)} made-up records are written.`);
  return 0;
}

/** Finishes what two people agreed on in chat; it decides nothing by itself. */
async function dispose({ stores }: OpenHouse, terminal: Terminal): Promise<number> {
  const finished = await stores.records.finishDisposals();
  if (finished.length === 0) terminal.out('There is nothing to finish: every disposal that was agreed on is done.');
  for (const record of finished) terminal.out(`${disposedText(record)} Its key is gone now.`);
  return 0;
}

async function list({ stores }: OpenHouse, terminal: Terminal): Promise<number> {
  const headings = await stores.records.list({});
  terminal.out(headings.length === 0 ? 'There are no records.' : recordList(headings));
  return 0;
}

async function show({ stores }: OpenHouse, reference: string, terminal: Terminal): Promise<number> {
  const heading = await stores.records.byReference(reference);
  const record = heading === null ? null : await stores.records.open(heading.case);
  if (record === null) {
    terminal.err(`There is no record ${reference}.`);
    return 1;
  }
  if (record.submission === null) {
    terminal.out(disposedText(record));
    return 0;
  }
  const people = await stores.people.all();
  terminal.out(recordText(record, new Map(people.map(({ id, name }) => [id, name]))));
  return 0;
}

/** The bot's log writes JSON to stdout, where a command's answer goes; here only what a person must know is said. */
function logTo(terminal: Terminal): Log {
  return {
    info: () => undefined,
    warn: (_fields, message) => terminal.err(message),
    error: (_fields, message) => terminal.err(message),
  };
}
