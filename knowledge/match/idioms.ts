/**
 * Ideas that no single word carries: two kinds of word near each other. Ours, never scope.
 */
interface Idiom {
  /** Feature it stands for, marked as an idea is. */
  readonly name: string;
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
}

/** Words between the two, at most. */
const reach = 6;

const idioms: readonly Idiom[] = [
  {
    // “posted the pack to the wrong flat”: information went astray, a breach and no mistake in the information.
    name: '~misdirected',
    first: new Set('sent send emailed posted faxed gave given handed shared forwarded texted went told'.split(' ')),
    second: new Set(['wrong']),
  },
  {
    // “she is not alive any more”: the denial is the point.
    name: '~death',
    first: new Set('not isnt no longer wasnt nolonger'.split(' ')),
    second: new Set(['alive', 'living']),
  },
];

const endings: ReadonlySet<string> = new Set(idioms.flatMap(({ second }) => [...second]));
const none: readonly string[] = [];

/** Names of the idioms that end at this word, e.g. `~misdirected` at `wrong`. Words are plain. */
export function idiomsAt(plain: readonly string[], index: number): readonly string[] {
  const word = plain[index] ?? '';
  if (!endings.has(word)) return none;
  return idioms
    .filter(({ second }) => second.has(word))
    .filter(({ first }) => plain.slice(Math.max(0, index - reach), index).some((one) => first.has(one)))
    .map(({ name }) => name);
}
