import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { StoreError } from '../storeError.ts';
import type { FileSystem } from './fileSystem.ts';
import { openJsonLines } from './jsonLines.ts';
import { seal, unseal } from './seal.ts';

const KEY_LENGTH = 32;

const lineSchema = z.strictObject({
  case: z.string(),
  /** The case's key, sealed with the record key. */
  key: z.string(),
});
type KeyLine = z.infer<typeof lineSchema>;

/** One random key a case. Taking a case's key away makes all that was ever written of it unreadable, copies included. */
export interface CaseKeys {
  /** The key of a case, made on first use; it is on the disk when this resolves, before anything sealed with it. */
  ensure(caseId: string): Promise<Uint8Array>;
  /** Null when the case has none. */
  find(caseId: string): Uint8Array | null;
  close(): Promise<void>;
}

export async function openCaseKeys(fs: FileSystem, path: string, recordKey: Uint8Array): Promise<CaseKeys> {
  // Kept sealed and opened on use: 100,000 plain keys in memory would serve nobody but an attacker.
  const sealed = new Map<string, string>();
  const making = new Map<string, Promise<Uint8Array>>();
  const file = await openJsonLines({ fs, path, name: 'the keys' }, isKeyLine, (line) =>
    sealed.set(line.case, line.key),
  );

  async function make(caseId: string): Promise<Uint8Array> {
    const key = randomBytes(KEY_LENGTH);
    const line = { case: caseId, key: seal(recordKey, key, about(caseId)) };
    await file.add(line);
    sealed.set(caseId, line.key);
    return key;
  }

  function find(caseId: string): Uint8Array | null {
    const found = sealed.get(caseId);
    if (found === undefined) return null;
    const key = openCaseKey(recordKey, { case: caseId, key: found });
    if (key === null) throw new StoreError('damaged', 'A case key does not open with the record key.');
    return key;
  }

  return {
    find,
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

/** One line's key; null when it does not open. */
export function openCaseKey(recordKey: Uint8Array, line: KeyLine): Uint8Array | null {
  return unseal(recordKey, line.key, about(line.case));
}

export function isKeyLine(value: unknown): value is KeyLine {
  return lineSchema.safeParse(value).success;
}

function about(caseId: string): string {
  return `key\n${caseId}`;
}
