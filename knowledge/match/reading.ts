/**
 * What the matching reads of one piece of content: its features, counted. Counting is the slow part of an index, so
 * that each piece is read once: an edit reads one piece anew, and the build keeps the readings beside the content.
 */
import type { Agreement, Content, Purpose, Topic } from '../schema.ts';
import type { Abbreviations } from './abbreviations.ts';
import { featuresOf, formOf } from './features.ts';
import { readWords } from './normalise.ts';
import { stem } from './stem.ts';

/** How often something stands in a piece, weighted by field. */
export type Count = ReadonlyMap<string, number>;

export interface Reading {
  /** Features, each weighted by its fields. */
  readonly features: Count;
  /** In how many of its examples each form stands. */
  readonly forms: Count;
  readonly examples: number;
  /** Plain words. */
  readonly words: Count;
}

type Declined = Content['declines'][number];
/** A piece of content that is read as one. */
export type Piece = Agreement | Topic | Purpose | Declined;

interface Field {
  readonly weight: number;
  readonly texts: readonly string[];
  /** Examples are sentences: their small words count as well. */
  readonly areExamples?: boolean;
}

/** Weights measured by leaving out a tenth of the situations at a time and asking for their agreement. */
function fieldsOf(piece: Piece): readonly Field[] {
  if ('situations' in piece) {
    return [
      { weight: 3, texts: [piece.name, ...piece.aliases] },
      { weight: 2, texts: piece.vocabulary },
      { weight: 1.5, texts: [piece.summary.text, ...piece.covers.map(({ text }) => text)] },
      { weight: 0.7, texts: piece.situations.covered, areExamples: true },
      { weight: 0, texts: [piece.shortName, ...piece.situations.notCovered.map(({ text }) => text)] },
    ];
  }
  if ('asks' in piece) {
    return [
      { weight: 3, texts: [piece.title, ...piece.aliases] },
      { weight: 0.7, texts: piece.asks, areExamples: true },
      { weight: 0.4, texts: piece.answer.map(({ text }) => text) },
    ];
  }
  if ('examples' in piece) return [{ weight: 0.7, texts: piece.examples, areExamples: true }];
  return [
    { weight: 3, texts: piece.vocabulary },
    { weight: 2, texts: [piece.label] },
  ];
}

/** Reads one piece. A field of no weight only makes its words known. */
export function readPiece(piece: Piece, abbreviations: Abbreviations): Reading {
  const [features, forms, words] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  let examples = 0;
  for (const { weight, texts, areExamples } of fieldsOf(piece)) {
    for (const text of texts) {
      const read = readWords(text);
      for (const { plain } of read) add(words, plain, 1);
      if (weight === 0) continue;
      const stems = read.map(({ plain }) => stem(plain));
      for (const { name } of featuresOf(read, stems, abbreviations)) add(features, name, weight);
      if (!areExamples) continue;
      examples += 1;
      const form = formOf(stems);
      for (const { name } of form) add(features, name, weight);
      for (const name of new Set(form.map((one) => one.name))) add(forms, name, 1);
    }
  }
  return { features, forms, examples, words };
}

function add(count: Map<string, number>, name: string, by: number): void {
  count.set(name, (count.get(name) ?? 0) + by);
}

/** Several counts as one. */
export function sumOf(counts: readonly Count[]): Count {
  const sum = new Map<string, number>();
  for (const count of counts) for (const [name, times] of count) add(sum, name, times);
  return sum;
}

/** Readings by piece, for one set of abbreviations: these are part of what a text says. */
const readings = new WeakMap<Content['abbreviations'], WeakMap<Piece, Reading>>();

/** Reads pieces of one content, each once as long as it stays the same object. */
export function readerOf(content: Content, abbreviations: Abbreviations): (piece: Piece) => Reading {
  const known = readings.get(content.abbreviations) ?? new WeakMap<Piece, Reading>();
  readings.set(content.abbreviations, known);
  return (piece) => {
    const reading = known.get(piece) ?? readPiece(piece, abbreviations);
    known.set(piece, reading);
    return reading;
  };
}

/** Readings as JSON: every name once, and for each piece pairs of its place among the names and how often it stands. */
export interface PackedReadings {
  readonly names: readonly string[];
  readonly pieces: readonly {
    readonly features: readonly number[];
    readonly forms: readonly number[];
    readonly examples: number;
    readonly words: readonly number[];
  }[];
}

function piecesOf({ agreements, topics, purposes, declines }: Content): readonly Piece[] {
  return [...agreements, ...topics, ...purposes, ...declines];
}

/** The readings of all pieces, in the order of the content. */
export function packReadings(content: Content, abbreviations: Abbreviations): PackedReadings {
  const places = new Map<string, number>();
  const placeOf = (name: string): number => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const pack = (count: Count) => [...count].flatMap(([name, times]) => [placeOf(name), Math.round(times * 10) / 10]);
  const pieces = piecesOf(content).map((piece) => {
    const { features, forms, examples, words } = readPiece(piece, abbreviations);
    return { features: pack(features), forms: pack(forms), examples, words: pack(words) };
  });
  return { names: [...places.keys()], pieces };
}

/** Takes readings over for the same content, read back from JSON. */
export function keepReadings(content: Content, { names, pieces }: PackedReadings): void {
  const unpack = (pairs: readonly number[]): Count => {
    const count = new Map<string, number>();
    for (let at = 0; at < pairs.length; at += 2) count.set(names[pairs[at] ?? 0] ?? '', pairs[at + 1] ?? 0);
    return count;
  };
  const known = new WeakMap<Piece, Reading>();
  piecesOf(content).forEach((piece, at) => {
    const packed = pieces[at];
    if (!packed) return;
    const { features, forms, examples, words } = packed;
    known.set(piece, { features: unpack(features), forms: unpack(forms), examples, words: unpack(words) });
  });
  readings.set(content.abbreviations, known);
}
