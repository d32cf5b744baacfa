import type { Agreement, Content, Purpose, Topic } from '../schema.ts';
import { readContent, stemsOf } from './contentWords.ts';
import { featuresOf } from './features.ts';
import { sayPlainly } from './normalise.ts';
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
  /** Words the content uses, and their stems; any other may be a slip. */
  readonly known: ReadonlyMap<string, string>;
  /** Two words that stand together in the content, by what they are when written as one: `healthvisitor`. */
  readonly joined: ReadonlyMap<string, readonly [string, string]>;
  readonly spelling: Spelling;
}

/** Builds the index; tens of milliseconds for the content as shipped. */
export function makeMatchIndex(content: Content): MatchIndex {
  const { read, known, joined } = readContent(content);
  const featuresIn = (text: string): string[] => {
    const words = read(text);
    return featuresOf(words, stemsOf(words, known)).map(({ name }) => name);
  };
  const field = (weight: number, texts: readonly string[]): Field => ({ weight, features: texts.flatMap(featuresIn) });
  return {
    subjects: [...content.agreements.map(agreementSubject), ...content.topics.map(topicSubject)],
    scorer: new Scorer([
      ...content.agreements.map((agreement) => ({ fields: agreementFields(agreement, field) })),
      ...content.topics.map((topic) => ({ fields: topicFields(topic, field) })),
    ]),
    purposes: content.purposes,
    purposeScorer: new Scorer(
      content.purposes.map(({ label, vocabulary }) => ({ fields: [field(3, vocabulary), field(2, [label])] })),
    ),
    names: nameBook(content),
    places: makePlaceBook(content.places),
    known,
    joined,
    spelling: makeSpelling(known.keys()),
  };
}

type Field = Scorable['fields'][number];
type MakeField = (weight: number, texts: readonly string[]) => Field;

function agreementSubject({ id, area }: Agreement): Subject {
  return { kind: 'agreement', id, label: id, area };
}

function topicSubject({ id, label, area }: Topic): Subject {
  return { kind: 'topic', id, label: `topic:${label}`, area };
}

/** Weights measured by leaving out a tenth of the situations at a time and asking for their agreement. */
function agreementFields(agreement: Agreement, field: MakeField): Field[] {
  return [
    field(3, [agreement.name, ...agreement.aliases]),
    field(2, agreement.vocabulary),
    field(1.5, [agreement.summary.text, ...agreement.covers.map(({ text }) => text)]),
    field(0.7, agreement.situations.covered),
  ];
}

function topicFields(topic: Topic, field: MakeField): Field[] {
  return [
    field(3, [topic.title, ...topic.aliases]),
    field(0.7, topic.asks),
    field(
      0.4,
      topic.answer.map(({ text }) => text),
    ),
  ];
}

function nameBook(content: Content): PhraseBook<Subject> {
  const book = new PhraseBook<Subject>();
  const add = (subject: Subject, names: readonly string[]) => {
    for (const name of new Set(names.map(sayPlainly))) book.add(name.split(' '), subject);
  };
  for (const agreement of content.agreements)
    add(agreementSubject(agreement), [agreement.shortName, ...agreement.aliases]);
  for (const topic of content.topics) add(topicSubject(topic), topic.aliases);
  return book;
}
