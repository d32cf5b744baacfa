import { randomBytes } from 'node:crypto';
import { StoreError } from '../storeError.ts';
import { openCompactLines } from './compactLines.ts';
import type { FileSystem } from './fileSystem.ts';
import { recently } from './recently.ts';
import { seal, unseal } from './seal.ts';

const KEY_LENGTH = 32;

export interface KeyLine {
  readonly case: string;
  /** The case's key, sealed with the record key. */
  readonly key: string;
}

/** One random key a case. Taking a case's key away makes all that was ever written of it unreadable, copies included. */
export interface CaseKeys {
  /** The key of a case, made on first use; it is on the disk when this resolves, before anything sealed with it. */
  ensure(caseId: string): Promise<Uint8Array>;
  /** Null when the case has none. */
  find(caseId: string): Uint8Array | null;
  has(caseId: string): boolean;
  /** Ids that begin so and have a key. */
  below(prefix: string): string[];
  /** Writes the file anew without these, all or nothing; when it rejects they are still there, or are found again. */
  forget(caseIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openCaseKeys(fs: FileSystem, path: string, recordKey: Uint8Array): Promise<CaseKeys> {
  // Kept sealed: 100,000 plain keys in memory would serve nobody but an attacker.
  const sealed = new Map<string, string>();
  const recent = recently<string, Uint8Array>();
  const making = new Map<string, Promise<Uint8Array>>();
  const file = await openCompactLines<KeyLine>({
    fs,
    path,
    name: 'the keys',
    isLine: isKeyLine,
    take: (line) => sealed.set(line.case, line.key),
    fewest: () => ({ count: sealed.size, lines: () => Array.from(sealed, ([id, key]) => ({ case: id, key })) }),
  });

  async function make(caseId: string): Promise<Uint8Array> {
    const key = randomBytes(KEY_LENGTH);
    const line = sealCaseKey(recordKey, caseId, key);
    await file.add(line);
    return key;
  }

  function find(caseId: string): Uint8Array | null {
    const found = sealed.get(caseId);
    if (found === undefined) return null;
    const key = recent.get(found) ?? openCaseKey(recordKey, { case: caseId, key: found });
    if (key === null) throw new StoreError('damaged', 'A case key does not open with the record key.');
    return recent.put(found, key);
  }

  return {
    find,
    has: (caseId) => sealed.has(caseId),
    below: (prefix) => [...sealed.keys()].filter((id) => id.startsWith(prefix)),
    async forget(caseIds) {
      const taken = caseIds.flatMap((id) => {
        const key = sealed.get(id);
        return key === undefined ? [] : [[id, key] as const];
      });
      for (const [id, key] of taken) {
        sealed.delete(id);
        recent.drop(key);
      }
      try {
        await file.compact();
      } catch (error) {
        for (const [id, key] of taken) sealed.set(id, key);
        throw error;
      }
    },
    async ensure(caseId) {
      const found = find(caseId);
      if (found !== null) return found;
      const made = making.get(caseId) ?? make(caseId).finally(() => making.delete(caseId));
      making.set(caseId, made);
      return made;
    },
    close: () => file.close(),
  };
}

/** What was sealed with the key of `id`; null where the key is gone or damaged too, or does not open it. */
export function unsealWith(keys: CaseKeys, id: string, sealed: string, about: string): Buffer | null {
  try {
    const key = keys.find(id);
    return key && unseal(key, sealed, about);
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}

/** A line with a case's key. */
export function sealCaseKey(recordKey: Uint8Array, caseId: string, key: Uint8Array): KeyLine {
  return { case: caseId, key: seal(recordKey, key, about(caseId)) };
}

/** One line's key; null when it does not open. */
export function openCaseKey(recordKey: Uint8Array, line: KeyLine): Uint8Array | null {
  return unseal(recordKey, line.key, about(line.case));
}

/** By hand, because the start waits for as many as there are records. */
export function isKeyLine(value: unknown): value is KeyLine {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { case: caseId, key } = value as Record<string, unknown>;
  return typeof caseId === 'string' && typeof key === 'string';
}

function about(caseId: string): string {
  return `key\n${caseId}`;
}
