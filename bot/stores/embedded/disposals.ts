import type { RecordHeading } from '../ports.ts';
import type { CaseKeys } from './caseKeys.ts';
import type { openDraftStore } from './draftStore.ts';
import type { LedgerIndex } from './ledgerIndex.ts';
import type { Outbox } from './outboxStore.ts';

interface Parts {
  readonly index: Pick<LedgerIndex, 'list' | 'heading'>;
  readonly keys: Pick<CaseKeys, 'has' | 'below' | 'forget'>;
  readonly drafts: Pick<Awaited<ReturnType<typeof openDraftStore>>, 'idsOf' | 'has' | 'discard'>;
  readonly outbox: Pick<Outbox, 'posts' | 'add'>;
}

/** Disposals that the ledger holds and whose keys are still there. */
export const unfinished = ({
  index,
  keys,
}: {
  readonly index: Pick<LedgerIndex, 'list'>;
  readonly keys: Pick<CaseKeys, 'has'>;
}): RecordHeading[] => index.list({ disposed: true }).filter(({ case: id }) => keys.has(id));

/**
 * Does what a `disposed` event stands for: whoever has a card of the case is owed the stub, what is left of its drafts
 * goes, and the keys are rewritten without those of the case. The keys are last, so that a stop at any place leaves a
 * disposal that is seen as unfinished and done again; all before them may be done twice (DESIGN 5).
 */
export async function finishDisposals(parts: Parts): Promise<RecordHeading[]> {
  const { index, keys, drafts, outbox } = parts;
  const due = unfinished(parts);
  const gone: string[] = [];
  for (const { case: id } of due) {
    const holders = new Set((await outbox.posts(id)).map(({ person }) => person));
    await outbox.add([...holders].map((to) => ({ to, kind: 'disposed', about: id })));
    for (const draft of drafts.idsOf(id)) await drafts.discard(draft);
    // Drafts that handed it in again had keys of their own; what else has such an id is somebody's draft or record.
    const theirs = keys.below(`${id}-`).filter((one) => !drafts.has(one) && index.heading(one) === null);
    gone.push(id, ...theirs);
  }
  if (gone.length > 0) await keys.forget(gone);
  return due;
}
