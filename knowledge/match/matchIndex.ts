import type { Agreement, Content, Purpose, Topic } from '../schema.ts';
import { conceptWords } from './concepts.ts';
import { featuresOf } from './features.ts';
import { readWords, sayPlainly } from './normalise.ts';
import { PhraseBook } from './phraseBook.ts';
import { makePlaceBook, type Place } from './places.ts';
import { type Scorable, Scorer } from './scorer.ts';
import { makeSpelling, type Spelling } from './spelling.ts';

/** What an answer can name. */
export interface Subject {
  readonly kind: 'agreement' | 'topic';
  readonly id: string;
  /** Agreement id, or `topic:<slug>`. */
  readonly label: string;
  /** Where it applies; null means everywhere. */
  readonly area: 'kent' | 'london' | null;
}

/** Everything about the content that answering a question needs, worked out once. Immutable after `makeMatchIndex`. */
export interface MatchIndex {
  /** All agreements and topics, in the order `scorer` knows them. */
  readonly subjects: readonly Subject[];
  readonly scorer: Scorer;
  /** Purposes of the Kent and Medway agreement, in the order `purposeScorer` knows them. */
  readonly purposes: readonly Purpose[];
  readonly purposeScorer: Scorer;
  /** Names people use, of agreements and topics. */
  readonly names: PhraseBook<Subject>;
  readonly places: PhraseBook<Place>;
  /** Words the content uses; any other may be a slip. */
  readonly known: ReadonlySet<string>;
  /** Two words that stand together somewhere in the content, e.g. `job centre`. */
  readonly pairs: ReadonlySet<string>;
  readonly spelling: Spelling;
}

/** Builds the index; tens of milliseconds for the content as shipped. */
export function makeMatchIndex(content: Content): MatchIndex {
  const { known, pairs } = wordsKnown(content);
  return {
    subjects: [...content.agreements.map(agreementSubject), ...content.topics.map(topicSubject)],
    scorer: new Scorer([...content.agreements.map(agreementFields), ...content.topics.map(topicFields)]),
    purposes: content.purposes,
    purposeScorer: new Scorer(
      content.purposes.map((purpose) => ({ fields: [field(3, purpose.vocabulary), field(2, [purpose.label])] })),
    ),
    names: nameBook(content),
    places: makePlaceBook(content.places),
    known,
    pairs,
    spelling: makeSpelling(known),
  };
}

function agreementSubject({ id, area }: Agreement): Subject {
  return { kind: 'agreement', id, label: id, area };
}

function topicSubject({ id, label, area }: Topic): Subject {
  return { kind: 'topic', id, label: `topic:${label}`, area };
}

/** Weights measured by leaving out a tenth of the situations at a time and asking for their agreement. */
function agreementFields(agreement: Agreement): Scorable {
  return {
    fields: [
      field(3, [agreement.name, ...agreement.aliases]),
      field(2, agreement.vocabulary),
      field(1.5, [agreement.summary.text, ...agreement.covers.map(({ text }) => text)]),
      field(0.7, agreement.situations.covered),
    ],
  };
}

function topicFields(topic: Topic): Scorable {
  return {
    fields: [
      field(3, [topic.title, ...topic.aliases]),
      field(0.7, topic.asks),
      field(0.4, topic.answer.map(({ text }) => text)),
    ],
  };
}

function field(weight: number, texts: readonly string[]): Scorable['fields'][number] {
  return { weight, features: texts.flatMap((text) => featuresOf(readWords(text)).map(({ name }) => name)) };
}

function nameBook(content: Content): PhraseBook<Subject> {
  const book = new PhraseBook<Subject>();
  const add = (subject: Subject, names: readonly string[]) => {
    for (const name of new Set(names.map(sayPlainly))) book.add(name.split(' '), subject);
  };
  for (const agreement of content.agreements) add(agreementSubject(agreement), [agreement.shortName, ...agreement.aliases]);
  for (const topic of content.topics) add(topicSubject(topic), topic.aliases);
  return book;
}

/** Every word, and every two together, that stand anywhere in the content: only what nobody wrote counts as a slip. */
function wordsKnown(content: Content): { known: ReadonlySet<string>; pairs: ReadonlySet<string> } {
  const known = new Set(conceptWords);
  const pairs = new Set<string>();
  const read = (value: unknown): void => {
    if (typeof value === 'string') {
      const words = readWords(value).map(({ plain }) => plain);
      words.forEach((word, at) => {
        known.add(word);
        if (words[at + 1]) pairs.add(`${word} ${words[at + 1]}`);
      });
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read);
  };
  read([content.agreements, content.topics, content.purposes, content.places]);
  return { known, pairs };
}
