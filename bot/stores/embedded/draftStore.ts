import type { Draft, DraftHeading, DraftStore, DraftWarning } from '../ports.ts';
import { StoreError } from '../storeError.ts';
import type { CaseKeys } from './caseKeys.ts';
import type { FileSystem } from './fileSystem.ts';
import { openJournal } from './journal.ts';
import { recently } from './recently.ts';
import { seal, unseal } from './seal.ts';
import type { Damaged } from './setAside.ts';

/** A draft on the disk: in clear only what is needed to find it, and to know when it goes. */
interface SealedDraft extends Pick<Draft, 'id' | 'owner' | 'revision' | 'savedAt'> {
  readonly sealed: string;
  /** Missing until its owner is to be warned; every save leaves it out. */
  readonly warned?: DraftWarning;
}

interface Parts {
  readonly fs: FileSystem;
  readonly path: string;
  readonly keys: CaseKeys;
  /** A draft whose case was submitted is dead, whether its line is still there or not. */
  readonly isSubmitted: (caseId: string) => boolean;
  readonly onDamaged: (damaged: Damaged) => void;
}

/** The port, and what disposal needs: ids of the drafts that hand a record in again. */
interface Drafts extends DraftStore {
  idsOf(record: string): string[];
  has(id: string): boolean;
  close(): Promise<void>;
}

export async function openDraftStore(parts: Parts): Promise<Drafts> {
  const { fs, path, keys, isSubmitted } = parts;
  const drafts = await openJournal<SealedDraft>({
    fs,
    path,
    name: 'the drafts',
    isDocument,
    onUnread: (put) => parts.onDamaged({ folder: 'drafts', file: null, owner: ownerOf(put) }),
  });
  // Found by its sealed form, so that another revision is never taken for it.
  const recent = recently<SealedDraft, Draft>();
  const opened = (draft: SealedDraft): Draft => recent.get(draft) ?? recent.put(draft, openDraft(keys, draft));
  const living = (): SealedDraft[] => drafts.all().filter(({ id }) => !isSubmitted(id));

  async function discard(id: string, revision?: number): Promise<{ kind: 'discarded' | 'conflict' }> {
    let isOther = false;
    await drafts.change(id, (current) => {
      isOther = current !== null && revision !== undefined && current.revision !== revision;
      if (current !== null && !isOther) recent.drop(current);
      return current === null || isOther ? 'leave' : { next: null };
    });
    return { kind: isOther ? 'conflict' : 'discarded' };
  }

  // Those that died since they were last seen.
  for (const { id } of drafts.all().filter((draft) => isSubmitted(draft.id))) await discard(id);

  return {
    async save(draft, expectRevision) {
      if (isSubmitted(draft.id)) return { kind: 'conflict' };
      const next = sealDraft(await keys.ensure(draft.id), { ...draft, revision: expectRevision + 1 });
      let isSaved = false;
      await drafts.change(draft.id, (current) => {
        isSaved = (current?.revision ?? 0) === expectRevision && !isSubmitted(draft.id);
        return isSaved ? { next } : 'leave';
      });
      if (!isSaved) return { kind: 'conflict' };
      recent.put(next, { ...draft, revision: next.revision });
      return { kind: 'saved', revision: next.revision };
    },
    async open(id) {
      const draft = drafts.get(id);
      return draft === null || isSubmitted(id) ? null : opened(draft);
    },
    ofOwner: async (owner) =>
      living()
        .filter((draft) => draft.owner === owner)
        .sort(newestFirst)
        .map(opened),
    list: async ({ owner, savedBy }) =>
      living()
        .filter((draft) => owner === undefined || draft.owner === owner)
        .filter(({ savedAt }) => savedBy === undefined || new Date(savedAt) <= savedBy)
        .sort(newestFirst)
        .map(headingOf),
    warn: (id, revision, warned) =>
      drafts.change(id, (current) => (current?.revision === revision ? { next: { ...current, warned } } : 'leave')),
    discard,
    // Such a draft has the record's id, a hyphen and a number; somebody else's may have that name too.
    idsOf: (record) =>
      drafts
        .all()
        .filter(({ id }) => id === record || id.startsWith(`${record}-`))
        .filter((draft) => draft.id === record || resubmits(keys, draft) === record)
        .map(({ id }) => id),
    has: (id) => drafts.get(id) !== null,
    close: () => drafts.close(),
  };
}

function isDocument(value: unknown): value is SealedDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { id, owner, revision, savedAt, sealed } = value as Record<string, unknown>;
  return [id, owner, savedAt, sealed].every((text) => typeof text === 'string') && typeof revision === 'number';
}

/** As far as a line that has lost its shape still says. */
const ownerOf = (put: unknown): unknown =>
  typeof put === 'object' && put !== null && 'owner' in put ? put.owner : null;

const newestFirst = (a: SealedDraft, b: SealedDraft): number =>
  a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : a.id < b.id ? -1 : 1;

const headingOf = ({ sealed: _sealed, warned, ...clear }: SealedDraft): DraftHeading => ({
  ...clear,
  warned: warned ?? null,
});

function sealDraft(key: Uint8Array, draft: Draft): SealedDraft {
  const { id, owner, revision, savedAt } = draft;
  return { id, owner, revision, savedAt, sealed: seal(key, JSON.stringify(draft), about(draft)) };
}

function openDraft(keys: CaseKeys, draft: SealedDraft): Draft {
  const key = keys.find(draft.id);
  const text = key === null ? null : unseal(key, draft.sealed, about(draft));
  if (text === null) throw new StoreError('damaged', 'A draft does not open with its case key.');
  return JSON.parse(text.toString());
}

function resubmits(keys: CaseKeys, draft: SealedDraft): string | null {
  try {
    return openDraft(keys, draft).resubmits;
  } catch {
    return null;
  }
}

function about(draft: { id: string; revision: number }): string {
  return `draft\n${draft.id}\n${draft.revision}`;
}
