import { stem } from '../../knowledge/match/stem.ts';
import type { Fact } from '../../knowledge/schema.ts';

/** A statement up to this long stands whole on a first card. */
const longestWhole = 100;

/** A statement in one line: its short form, else all of it, else its first sentence. Never a part of a sentence. */
export function shortOf({ text, short }: Pick<Fact, 'text' | 'short'>): string {
  if (short !== undefined) return short;
  return text.length <= longestWhole ? text : (/^.*?[.?!](?=\s+[\p{Lu}‘“(])/su.exec(text)?.[0] ?? text);
}

/** Words shorter than this (`the`, `of`) say nothing about what a statement is about. */
const shortestWord = 4;

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= shortestWord).map(stem));

/** Stems of the content, which lives as long as its revision; those of a question are never kept. */
const known = new WeakMap<object, ReadonlySet<string>>();

function stemsOfFact(fact: Pick<Fact, 'text'>): ReadonlySet<string> {
  const stems = known.get(fact) ?? stemsOf(fact.text);
  known.set(fact, stems);
  return stems;
}

/** One word in common, such as “council”, is chance. */
const leastShared = 2;

/** Those that speak of the words first, by how many of them; the others in their own order. */
export function aptFirst<F extends Pick<Fact, 'text'>>(facts: readonly F[], words: readonly string[]): F[] {
  const wanted = stemsOf(words.join(' '));
  const sharedBy = (fact: F) => {
    const shared = [...stemsOfFact(fact)].filter((root) => wanted.has(root)).length;
    return shared < leastShared ? 0 : shared;
  };
  return facts
    .map((fact) => ({ fact, shared: sharedBy(fact) }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ fact }) => fact);
}
