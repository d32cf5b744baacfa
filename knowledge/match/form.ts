import type { Word } from './normalise.ts';
import type { Question } from './question.ts';

/** Asks which agreement it is. */
const whichForms: readonly RegExp[] = [
  /\b(which|what|any|an|is there an?) (information sharing |data sharing |sharing )?(agreements?|dsas?|isas?|protocols?)\b/,
  /\b(what covers|under (what|which)|(is|are) (this|that|it|we|they) covered|which one|agreement for)\b/,
];

/** Asks how to share, what a word means, or what one has to do. */
const howForms: readonly RegExp[] = [
  /\bhow (do|does|should|can|could|would|long|soon|quickly|much|often|secure|many|am|are|is)\b/,
  /\b(what(s| is| are) (an?|the|my|our)|what (does|do|if|happens|counts|should|must)|who (is|are|signs|can|should|do|decides))\b/,
  /\b(do (i|we|they|you) (need|have)|is it (ok|okay|safe|secure|fine|enough)|(should|must) (i|we)|are (we|i) allowed to use)\b/,
  /\bcan (i|we) (email|e mail|phone|ring|call|text|whatsapp|fax|post|print|use|leave|keep|store|put|just|refuse|charge|take)\b/,
  /\b(does .* (count|apply|need|mean|have to)|when (do|should|can|must))\b/,
  /\b(stand for|meaning of|definition|difference between|explain)\b/,
  // “would ordinary email be alright”, “is a call OK”
  /\b(is|are|would|will) (\w+ ){1,4}(ok|okay|alright|all right|fine|enough|acceptable|allowed|count|do)\b/,
  // “can I give her the result over the phone”
  /\b(can|could|may|should|shall) (i|we|they|it) .*\b(by|over|via|through|on) (the )?(phone|telephone|email|e mail|post|fax|courier|teams|whatsapp|text)\b/,
  /\b(what (next|now)|what (do|should) (i|we) (log|fill|keep|record|write|sign|tell|say)|(am i|are we) (allowed|free|bound|able) to)\b/,
];

/** Expects several agreements: “what agreements are there for both?” */
const severalForms: readonly RegExp[] = [
  /\b(which|what) (agreements|dsas|isas)\b|\bmore than one agreement\b/,
  /\b(agreements|dsas|isas|protocols)\b.*\b(both|each|two|all)\b/,
  /\b(two|both|different|several|separate|each) (\w+ )?(agreements|dsas|isas|protocols)\b|\b(for|of|under|cover|covers) both\b/,
];

const fits = (forms: readonly RegExp[], said: string): boolean => forms.some((form) => form.test(said));

/**
 * How much the form of a question speaks for guidance on how to share rather than for an agreement to share under:
 * above 1 for guidance, below 1 for an agreement.
 */
export function asksHow({ said }: Question): number {
  if (fits(whichForms, said)) return 0.8;
  return fits(howForms, said) ? 1.3 : 0.9;
}

/** A second question on how to share, beside a story or a question on which agreement. */
export interface HowPart {
  /** Indexes of its words. */
  readonly words: ReadonlySet<number>;
  /** The rest asks which agreement: “which agreement is it, and can I email it?” */
  readonly besideWhich: boolean;
}

/** Null when the question is one. */
export function howPart({ words }: Question): HowPart | null {
  const parts = partsOf(words);
  const asksWhich = parts.filter((part) => fits(whichForms, sayPart(words, part)));
  const asksHow = parts.filter((part) => !asksWhich.includes(part) && fits(howForms, sayPart(words, part)));
  if (asksHow.length === 0 || asksHow.length === parts.length) return null;
  return { words: new Set(asksHow.flat()), besideWhich: asksWhich.length > 0 };
}

/** Sentences, and what follows a comma or an `and` that a question word opens. */
function partsOf(words: readonly Word[]): number[][] {
  const parts: number[][] = [];
  words.forEach(({ startsSentence, startsClause, plain }, at) => {
    const opens = /^(how|what|who|when|can|do|does|should|is|are|must)$/;
    const second =
      (startsClause || plain === 'and') && [words[at], words[at + 1]].some((word) => opens.test(word?.plain ?? ''));
    if (startsSentence || second) parts.push([]);
    parts.at(-1)?.push(at);
  });
  return parts;
}

function sayPart(words: readonly Word[], part: readonly number[]): string {
  return sayWords(part.flatMap((at) => words[at] ?? []));
}

function sayWords(words: readonly Word[]): string {
  return words.map(({ plain }) => plain).join(' ');
}

/** True when the question expects several agreements. */
export function asksForSeveral({ said }: Question): boolean {
  return fits(severalForms, said);
}
