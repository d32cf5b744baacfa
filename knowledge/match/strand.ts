import type { Agreement } from '../schema.ts';
import type { MatchContext } from './answer.ts';
import { sayPlainly } from './normalise.ts';
import type { Question } from './question.ts';

const anotherCouncil =
  /\b(another|other|neighbouring|next door|adjoining|different|fellow|second) (london )?(council|borough|local authority|authority)\b|\b(council|borough) to (council|borough)\b|\b(two|between|both) (councils|boroughs)\b/;

/** Words that speak for a kind of other party; the button of a strand says which kinds it means. */
const parties: readonly { readonly onButton: RegExp; readonly inQuestion: RegExp }[] = [
  { onButton: /\benvironment agency\b/, inQuestion: /\b(environment agency|ea)\b/ },
  { onButton: /\bnational trading standards\b/, inQuestion: /\b(national trading standards|nts|london region)\b/ },
  { onButton: /\bpolice\b/, inQuestion: /\b(police|met|bcu|constable|pc|dc|detective|sergeant)\b/ },
  { onButton: /\bcouncil\b/, inQuestion: anotherCouncil },
];

/**
 * Which of an agreement's strands the question means, by who the other party is; null when the words leave it open or
 * the agreement is one. An answer to the question back decides.
 */
export function strandOf({ strands }: Agreement, question: Question, context: MatchContext): string | null {
  const told = strands.find(({ id }) => id === context.answers['other-party']);
  if (told) return told.id;
  const meant = strands.filter((strand) => kindsOf(strand).some(({ inQuestion }) => inQuestion.test(question.said)));
  if (meant.length > 0 || !namesTwoBoroughs(question)) return onlyId(meant);
  return onlyId(strands.filter((strand) => kindsOf(strand).some(({ inQuestion }) => inQuestion === anotherCouncil)));
}

/** True when asking who the other party is tells the strands apart: none of them share a kind of party. */
export function partyTellsStrand({ strands }: Agreement): boolean {
  const kinds = strands.flatMap(kindsOf);
  return strands.length > 1 && kinds.length === new Set(kinds).size;
}

function kindsOf({ otherParty }: { otherParty: string }): typeof parties {
  const button = sayPlainly(otherParty);
  return parties.filter(({ onButton }) => onButton.test(button));
}

function onlyId(strands: readonly { id: string }[]): string | null {
  return strands.length === 1 ? (strands[0]?.id ?? null) : null;
}

/** “gang info to Croydon from Lambeth”: two places take part, and no other body is named. */
function namesTwoBoroughs({ places }: Question): boolean {
  return places.filter(({ isParty }) => isParty).length >= 2;
}
