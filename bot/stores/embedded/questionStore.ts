import { isDeepStrictEqual } from 'node:util';
import type { AskedQuestion, QuestionStore } from '../ports.ts';
import { StoreError } from '../storeError.ts';
import { type CaseKeys, unsealWith } from './caseKeys.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';
import { seal } from './seal.ts';
import type { Damaged } from './setAside.ts';
import { questionShape } from './shapes.ts';

type Words = AskedQuestion['words'];

/** A question on the disk: in clear everything but what people typed. */
interface SealedQuestion extends Omit<AskedQuestion, 'words'> {
  /** Null once the words are gone. */
  readonly sealed: string | null;
}

interface Parts {
  readonly fs: FileSystem;
  readonly folder: string;
  /** A question has a key of its own, as a case has. */
  readonly keys: CaseKeys;
  readonly onDamaged: (damaged: Damaged) => void;
}

export async function openQuestionStore(parts: Parts): Promise<QuestionStore & { idle(): Promise<void> }> {
  const { keys } = parts;
  const questions = await openCollection<SealedQuestion>(parts.fs, parts.folder, {
    idOf: ({ id }) => id,
    shape: questionShape,
    opens: (question) => question.sealed === null || unsealed(keys, question, question.sealed) !== null,
    spare: { ownerOf: ({ asker }) => asker, take: parts.onDamaged },
  });
  const living = (question: SealedQuestion | null, at: Date): SealedQuestion[] =>
    question === null || isOver(question, at) ? [] : [question];

  return {
    async add(question) {
      const next = sealQuestion(await keys.ensure(keyOf(question)), question);
      let isAdded = false;
      await questions.change(question.id, (current) => {
        isAdded = current === null;
        return isAdded ? { next } : 'leave';
      });
      return { kind: isAdded ? 'added' : 'taken' };
    },
    open: async (id, at) => living(questions.get(id), at).map((found) => openQuestion(keys, found))[0] ?? null,
    list: async ({ asker, state }, at) =>
      questions
        .all()
        .flatMap((question) => living(question, at))
        .filter((question) => asker === undefined || question.asker === asker)
        .filter((question) => state === undefined || question.state === state)
        .sort(byAge)
        .map((question) => openQuestion(keys, question)),
    async change(id, at, change) {
      let changed: AskedQuestion | null = null;
      await questions.change(id, (stored) => {
        const current = living(stored, at).map((found) => openQuestion(keys, found))[0];
        changed = current ? change(current) : null;
        if (changed === null || isDeepStrictEqual(current, changed)) return 'leave';
        return { next: sealQuestion(keyFor(keys, changed), changed) };
      });
      return changed;
    },
    expired: async (at) =>
      questions
        .all()
        .filter((question) => isOver(question, at))
        .map(({ sealed: _sealed, ...question }) => ({ ...question, words: null })),
    delete: (id) => questions.change(id, (current) => (current === null ? 'leave' : { next: null })),
    idle: () => questions.idle(),
  };
}

const isOver = ({ until }: SealedQuestion, at: Date): boolean => new Date(until) <= at;

const byAge = (a: SealedQuestion, b: SealedQuestion): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;

/** The prefix keeps it apart from every case: a question whose id is a case's must not share that key. */
const keyOf = ({ id }: { id: string }): string => `question:${id}`;

function keyFor(keys: CaseKeys, question: { id: string }): Uint8Array {
  const key = keys.find(keyOf(question));
  if (key === null) throw new StoreError('damaged', 'A question has no key.');
  return key;
}

function sealQuestion(key: Uint8Array, { words, ...clear }: AskedQuestion): SealedQuestion {
  return { ...clear, sealed: words && seal(key, JSON.stringify(words), about(clear)) };
}

function openQuestion(keys: CaseKeys, { sealed, ...clear }: SealedQuestion): AskedQuestion {
  if (sealed === null) return { ...clear, words: null };
  const text = unsealed(keys, clear, sealed);
  if (text === null) throw new StoreError('damaged', 'A question does not open with its key.');
  return { ...clear, words: JSON.parse(text.toString()) as Words };
}

/** Null when it does not open with its key. */
const unsealed = (keys: CaseKeys, question: { id: string }, sealed: string): Buffer | null =>
  unsealWith(keys, keyOf(question), sealed, about(question));

function about({ id }: { id: string }): string {
  return `question\n${id}`;
}
