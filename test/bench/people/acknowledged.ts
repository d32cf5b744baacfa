import type { Answers } from '../../../bot/checklist/draft.ts';
import type { SharingRecord, Stores } from '../../../bot/stores/ports.ts';
import { approverOf, chatOf } from './places.ts';

/** What the bot said that it has, of one case. */
interface Case {
  readonly place: number;
  /** As typed, by input key. */
  readonly answers: Readonly<Record<string, string>>;
  readonly reference: string | null;
  readonly review: 'approved' | 'declined' | null;
}

/** Everything that the bot acknowledged, as the people remember it, to be held against what the store has in the end. */
export class Acknowledged {
  readonly #cases = new Map<string, Case>();
  readonly #references = new Map<string, number>();

  started(id: string, place: number): void {
    this.#cases.set(id, { place, answers: {}, reference: null, review: null });
  }

  saved(id: string, typed: Readonly<Record<string, string>>): void {
    this.#change(id, ({ answers }) => ({ answers: { ...answers, ...typed } }));
  }

  submitted(id: string, reference: string): void {
    this.#change(id, ({ place }) => {
      this.#references.set(reference, place);
      return { reference };
    });
  }

  decided(id: string, review: Case['review']): void {
    this.#change(id, () => ({ review }));
  }

  #change(id: string, change: (before: Case) => Partial<Case>): void {
    const before = this.#cases.get(id);
    if (before) this.#cases.set(id, { ...before, ...change(before) });
  }

  /** Whose case or reference it is; undefined while nobody began it. */
  ownerOf(id: string): number | undefined {
    return this.#cases.get(id)?.place ?? this.#references.get(id);
  }

  /** How much there is to lose: with nothing of a kind, nothing is shown by losing none. */
  get summary(): { readonly isProof: boolean; readonly words: string } {
    const cases = [...this.#cases.values()];
    const answers = cases.reduce((sum, kept) => sum + Object.keys(kept.answers).length, 0);
    const records = cases.filter(({ reference }) => reference !== null).length;
    const decisions = cases.filter(({ review }) => review !== null).length;
    const words = `acknowledged answers: ${answers}, records: ${records}, decisions: ${decisions}`;
    return { isProof: Math.min(answers, records, decisions) > 0, words };
  }

  /** What the store does not have, or has otherwise. `wasTold`: a message with this reference came to that person. */
  async lost(stores: Stores, wasTold: (place: number, reference: string) => boolean): Promise<string[]> {
    const owed = await stillOwed(stores);
    const found: string[] = [];
    for (const [id, kept] of this.#cases) {
      const opened = await stores.records.open(id);
      const record = opened?.submission ? opened : null;
      const answers = record?.submission.answers ?? (await stores.drafts.open(id))?.answers ?? {};
      found.push(...lostAnswers(id, kept, answers), ...(await lostRecord(id, kept, record, stores)));
      const untold = whoMustKnow(kept).filter(
        (place) => !owed.has(owing(chatOf(place).from.aadObjectId, id)) && !wasTold(place, kept.reference ?? ''),
      );
      found.push(...untold.map((place) => `${id}: the message to person ${place}`));
    }
    const { kind } = await stores.records.verify();
    return kind === 'whole' ? found : [...found, 'the chain of the ledger'];
  }
}

const owing = (directoryId: string, about: string): string => `${directoryId} ${about}`;

/** What people will be told when the bot starts again. */
async function stillOwed({ outbox, people }: Stores): Promise<Set<string>> {
  const pending = await outbox.pending();
  const owed = pending.map(async ({ to, about }) => owing((await people.byId(to))?.directoryId ?? '', about));
  return new Set(await Promise.all(owed));
}

const lostAnswers = (id: string, { answers }: Case, stored: Answers): string[] =>
  Object.entries(answers)
    .filter(([key, typed]) => stored[key] === undefined || [stored[key]].flat().join(',') !== typed)
    .map(([key]) => `${id}: the answer ${key}`);

async function lostRecord(
  id: string,
  { place, reference, review }: Case,
  record: SharingRecord | null,
  { people }: Stores,
): Promise<string[]> {
  if (reference === null) return [];
  if (record?.reference !== reference) return [`${id}: the record ${reference}`];
  const requester = await people.byId(record.requester);
  return [
    ...(requester?.directoryId === chatOf(place).from.aadObjectId ? [] : [`${id}: who submitted it`]),
    ...(review === null || record.review === review ? [] : [`${id}: that it was ${review}`]),
  ];
}

/** The approver of what was submitted, and who submitted what was decided. */
const whoMustKnow = ({ place, reference, review }: Case): number[] =>
  [reference === null ? null : approverOf(place), review === null ? null : place].filter((each) => each !== null);
