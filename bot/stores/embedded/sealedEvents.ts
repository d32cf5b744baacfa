import type { CaseEntry } from '../../records/ledger.ts';
import type { RecordEvent } from '../ports.ts';
import { StoreError } from '../storeError.ts';
import { seal, unseal } from './seal.ts';

/** All that was typed or found in a commit's events, sealed for its place in the ledger. */
export function sealEvents(
  key: Uint8Array,
  place: { case: string; sequence: number },
  events: readonly RecordEvent[],
): string {
  const secret = events.map(({ type, by, at, ...rest }) => rest);
  return seal(key, JSON.stringify(secret), about(place));
}

/** The whole events of a line. */
export function openEvents(key: Uint8Array, entry: CaseEntry): RecordEvent[] {
  const secret = unseal(key, entry.sealed, about(entry));
  if (secret === null) throw new StoreError('damaged', `Event ${entry.sequence} does not open with its case's key.`);
  const parts: object[] = JSON.parse(secret.toString());
  // The two halves were one event when they were sealed, and the tag proves the secret half.
  return entry.events.map((clear, place) => ({ ...parts[place], ...clear }) as RecordEvent);
}

/** True when the line's events are those that were sealed for its place. */
export const opens = (key: Uint8Array, entry: CaseEntry): boolean => unseal(key, entry.sealed, about(entry)) !== null;

function about(place: { case: string; sequence: number }): string {
  return `event\n${place.case}\n${place.sequence}`;
}
