import type { Draft, DraftStore } from '../ports.ts';
import { StoreError } from '../storeError.ts';
import type { CaseKeys } from './caseKeys.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';
import { seal, unseal } from './seal.ts';

/** A draft on the disk: in clear only what is needed to find it. */
interface SealedDraft {
  readonly id: string;
  readonly owner: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly sealed: string;
}

interface Parts {
  readonly fs: FileSystem;
  readonly folder: string;
  readonly keys: CaseKeys;
  /** A draft whose case was submitted is dead, whether its file is still there or not. */
  readonly isSubmitted: (caseId: string) => boolean;
}

export async function openDraftStore(parts: Parts): Promise<DraftStore & { idle(): Promise<void> }> {
  const { keys, isSubmitted } = parts;
  const drafts = await openCollection<SealedDraft>(parts.fs, parts.folder, (draft) => draft.id);
  const remove = (id: string) => drafts.change(id, (current) => (current === null ? 'leave' : { next: null }));
  const living = (draft: SealedDraft | null): Draft[] =>
    draft === null || isSubmitted(draft.id) ? [] : [openDraft(keys, draft)];

  // Those that died since they were last seen.
  for (const { id } of drafts.all().filter((draft) => isSubmitted(draft.id))) await remove(id);

  return {
    async save(draft, expectRevision) {
      if (isSubmitted(draft.id)) return { kind: 'conflict' };
      const next = sealDraft(await keys.ensure(draft.id), { ...draft, revision: expectRevision + 1 });
      let isSaved = false;
      await drafts.change(draft.id, (current) => {
        isSaved = (current?.revision ?? 0) === expectRevision && !isSubmitted(draft.id);
        return isSaved ? { next } : 'leave';
      });
      return isSaved ? { kind: 'saved', revision: next.revision } : { kind: 'conflict' };
    },
    open: async (id) => living(drafts.get(id))[0] ?? null,
    ofOwner: async (owner) =>
      drafts
        .all()
        .filter((draft) => draft.owner === owner)
        .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
        .flatMap(living),
    discard: remove,
    idle: () => drafts.idle(),
  };
}

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

function about(draft: { id: string; revision: number }): string {
  return `draft\n${draft.id}\n${draft.revision}`;
}
