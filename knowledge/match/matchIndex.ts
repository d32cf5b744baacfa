import type { Agreement, Content, Purpose, Topic } from '../schema.ts';
import { type Abbreviations, makeAbbreviations } from './abbreviations.ts';
import { conceptWords } from './concepts.ts';
import { Guidance } from './guidance.ts';
import { greetings } from './intent.ts';
import { sayPlainly } from './normalise.ts';
import { PhraseBook } from './phraseBook.ts';
import { makePlaceBook, type Place } from './places.ts';
import { type Count, type Reading, readerOf, sumOf } from './reading.ts';
import { Scorer } from './scorer.ts';
import { makeSpelling, type Spelling } from './spelling.ts';
import { stopWords } from './stopWords.ts';

/** What a question can be about: an agreement, the topics of one label, or something that is declined. */
export interface Subject {
  readonly kind: 'agreement' | 'topic' | 'decline';
  /** Agreement id, the slug of the label, or how it is declined. */
  readonly id: string;
  /** Agreement id, `topic:<slug>` or `none`. */
  readonly label: string;
  /** Where it applies; null means everywhere. */
  readonly area: 'kent' | 'london' | null;
}

/** Everything about the content that answering a question needs, worked out once. Immutable after `makeMatchIndex`. */
export interface MatchIndex {
  /** All agreements, labels of topics and declines, in the order `scorer` knows them. */
  readonly subjects: readonly Subject[];
  readonly scorer: Scorer;
  /** The topics of a label, with what tells which of them to show. */
  readonly topicsOf: (label: string) => { readonly topics: readonly Topic[]; readonly scorer: Scorer };
  readonly guidance: Guidance;
  /** Purposes of the Kent and Medway agreement, in the order `purposeScorer` knows them. */
  readonly purposes: readonly Purpose[];
  readonly purposeScorer: Scorer;
  /** Names people use, of agreements and topics. */
  readonly names: PhraseBook<Named>;
  readonly places: PhraseBook<Place>;
  readonly abbreviations: Abbreviations;
  /** Words the content uses, with how often it does; any other may be a slip. */
  readonly known: Count;
  readonly spelling: Spelling;
}

/** What a name leads to. */
export interface Named {
  /** Label of the subject. */
  readonly label: string;
  /** Id of the agreement or the topic itself. */
  readonly id: string;
  readonly kind: 'agreement' | 'topic';
}

/** Builds the index from what was read of each piece; a third of a second when nothing was read before. */
export function makeMatchIndex(content: Content): MatchIndex {
  const abbreviations = makeAbbreviations(content.abbreviations);
  const read = readerOf(content, abbreviations);
  const { agreements, topics, purposes, declines } = content;
  const labels = [...new Set(topics.map(({ label }) => label))];
  const ofLabel = (label: string) => topics.filter((topic) => topic.label === label);
  const known = knownWords(content, [...agreements, ...topics, ...purposes, ...declines].map(read));
  return {
    subjects: [
      ...agreements.map(agreementSubject),
      ...labels.map((label) => labelSubject(label, ofLabel(label))),
      ...declines.map(({ decline }): Subject => ({ kind: 'decline', id: decline, label: 'none', area: null })),
    ],
    scorer: new Scorer([
      ...agreements.map((agreement) => [read(agreement).features]),
      ...labels.map((label) => ofLabel(label).map((topic) => read(topic).features)),
      ...declines.map((decline) => [read(decline).features]),
    ]),
    topicsOf: remembered((label) => {
      const ofIt = ofLabel(label);
      return { topics: ofIt, scorer: new Scorer(ofIt.map((topic) => [read(topic).features])) };
    }),
    guidance: new Guidance(topics.map(read), agreements.map(read)),
    purposes,
    purposeScorer: new Scorer(purposes.map((purpose) => [read(purpose).features])),
    names: nameBook(content),
    places: makePlaceBook(content.places),
    abbreviations,
    known,
    spelling: makeSpelling(known),
  };
}

/** Every word of the content, with how often it stands there, and ordinary words: only what nobody wrote is a slip. */
function knownWords({ places, abbreviations }: Content, readings: readonly Reading[]): Count {
  const known = new Map(sumOf(readings.map(({ words }) => words)));
  const spoken = abbreviations.flatMap(({ short, meanings }) => [
    short,
    ...meanings.map(({ label, words }) => words ?? label),
  ]);
  const more = [...Object.values(places).flat(), ...spoken].flatMap((text) => sayPlainly(text).split(' '));
  for (const word of [...more, ...conceptWords, ...stopWords, ...greetings]) known.set(word, known.get(word) ?? 1);
  return known;
}

/** Worked out when first asked for, then kept. */
function remembered<T>(work: (name: string) => T): (name: string) => T {
  const done = new Map<string, T>();
  return (name) => {
    const value = done.get(name) ?? work(name);
    done.set(name, value);
    return value;
  };
}

function agreementSubject({ id, area }: Agreement): Subject {
  return { kind: 'agreement', id, label: id, area };
}

/** Topics of one area make a label of that area. */
function labelSubject(label: string, topics: readonly Topic[]): Subject {
  const [area = null, another] = new Set(topics.map((topic) => topic.area));
  return { kind: 'topic', id: label, label: `topic:${label}`, area: another === undefined ? area : null };
}

function nameBook(content: Content): PhraseBook<Named> {
  const book = new PhraseBook<Named>();
  const add = (named: Named, names: readonly string[]) => {
    for (const name of new Set(names.map(sayPlainly))) book.add(name.split(' '), named);
  };
  for (const { id, shortName, aliases } of content.agreements)
    add({ label: id, id, kind: 'agreement' }, [shortName, ...aliases]);
  for (const { id, label, aliases } of content.topics) add({ label: `topic:${label}`, id, kind: 'topic' }, aliases);
  return book;
}
