import type { Content } from '../schema.ts';
import { conceptWords } from './concepts.ts';
import { greetings } from './intent.ts';
import { readWords, type Word } from './normalise.ts';
import { stem } from './stem.ts';
import { stopWords } from './stopWords.ts';

/** The words of the content, read once. */
export interface ContentWords {
  /** `readWords`, each text once. */
  readonly read: (text: string) => Word[];
  /** Each word with its stem. */
  readonly known: ReadonlyMap<string, string>;
  /** Two words that stand together, by what they are when written as one: `healthvisitor` -> `health`, `visitor`. */
  readonly joined: ReadonlyMap<string, readonly [string, string]>;
}

/** Shorter words run together too easily by chance: `be`, `at`. */
const shortestJoined = 3;

/**
 * Every word, and every two together, that stand anywhere in the content. Only what nobody wrote counts as a slip, so
 * that ordinary words are known as well.
 */
export function readContent(content: Content): ContentWords {
  const texts = new Map<string, Word[]>();
  const known = new Map<string, string>();
  const joined = new Map<string, readonly [string, string]>();
  for (const text of textsOf(content)) {
    const words = readWords(text);
    texts.set(text, words);
    words.forEach(({ plain }, at) => {
      if (!known.has(plain)) known.set(plain, stem(plain));
      const next = words[at + 1];
      if (next && !next.startsClause && mayJoin(plain) && mayJoin(next.plain)) {
        joined.set(plain + next.plain, [plain, next.plain]);
      }
    });
  }
  for (const word of known.keys()) joined.delete(word);
  for (const word of [...conceptWords, ...stopWords, ...greetings]) known.set(word, stem(word));
  return { read: (text) => texts.get(text) ?? readWords(text), known, joined };
}

function mayJoin(plain: string): boolean {
  return plain.length >= shortestJoined && !stopWords.has(plain);
}

/** The stem of each word; those of known words are not worked out again. */
export function stemsOf(words: readonly Word[], known: ReadonlyMap<string, string>): string[] {
  return words.map(({ plain }) => known.get(plain) ?? stem(plain));
}

/** What the matching reads, and the names of places. */
function textsOf({ agreements, topics, purposes, places }: Content): string[] {
  return [
    ...agreements.flatMap(({ name, shortName, aliases, vocabulary, summary, covers, situations }) => [
      ...[name, shortName, ...aliases, ...vocabulary, ...situations.covered],
      ...[summary, ...covers, ...situations.notCovered].map(({ text }) => text),
    ]),
    ...topics.flatMap(({ title, aliases, asks, answer }) => [
      title,
      ...aliases,
      ...asks,
      ...answer.map(({ text }) => text),
    ]),
    ...purposes.flatMap(({ label, vocabulary }) => [label, ...vocabulary]),
    ...Object.values(places).flat(),
  ];
}
