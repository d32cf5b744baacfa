import type { Knowledge } from '../knowledge.ts';
import type { Agreement } from '../schema.ts';
import type { AskBack, MatchAnswer, MatchContext } from './answer.ts';
import type { Question } from './question.ts';
import { partyTellsStrand } from './strand.ts';
import { traitsOf } from './traits.ts';

/** Geography has to be known before an agreement is named: the held agreements are local. */
const askArea: AskBack = {
  key: 'area',
  question: 'Where do you work?',
  options: [
    { id: 'london', label: 'London' },
    { id: 'kent', label: 'Kent or Medway' },
    { id: 'elsewhere', label: 'Somewhere else' },
  ],
};

/** Children and adults at risk have agreements of their own, spoken of in the same words. */
const askSubject: AskBack = {
  key: 'subject',
  question: 'Who is at risk?',
  options: [
    { id: 'child', label: 'A child, or an adult with a child in the family' },
    { id: 'adult', label: 'An adult' },
  ],
};

/** What the answer would be if the fact were told. */
type Told = (fact: AskBack['key'], option: string) => MatchAnswer;

/**
 * The one fact that would decide: the area, what a word means, who the other party is, or whether a child or an adult
 * is at risk. Null when nothing that could be told would change what comes first.
 */
export function askBack(
  knowledge: Knowledge,
  question: Question,
  context: MatchContext,
  answer: MatchAnswer,
  told: Told,
): AskBack | null {
  const [best] = answer.ranked;
  const agreement = best?.kind === 'agreement' ? knowledge.agreements.get(best.id) : undefined;
  if (agreement && answer.area === null && agreement.area !== 'kent') return askArea;
  const meaning = askMeaning(question, answer);
  if (meaning && decides(meaning, told)) return meaning;
  if (agreement && best?.strand === null && partyTellsStrand(agreement)) return askOtherParty(agreement);
  return agreement && isOpenWhom(question, context, answer) && decides(askSubject, told) ? askSubject : null;
}

/** True when the options lead to different first answers. */
function decides({ key, options }: AskBack, told: Told): boolean {
  return new Set(options.map(({ id }) => told(key, id).ranked[0]?.label)).size > 1;
}

/** An ordinary word such as `panel` is asked about only when nothing else in the question leads anywhere. */
function askMeaning({ unclear }: Question, { band }: MatchAnswer): AskBack | null {
  if (!unclear || band === 'this-one') return null;
  const { typed, abbreviation } = unclear;
  if (abbreviation.isVague && band === 'probably') return null;
  const options = abbreviation.meanings.map(({ id, label }) => ({ id, label }));
  return { key: 'meaning', question: `What do you mean by “${typed}”?`, options };
}

/** An agreement that is really two is chosen by the other party. */
function askOtherParty(agreement: Agreement): AskBack {
  return {
    key: 'other-party',
    question: 'Who is the other party?',
    options: agreement.strands.map(({ id, otherParty }) => ({ id, label: otherParty })),
  };
}

/** Somebody may come to harm, and the words do not say whether it is a child. */
function isOpenWhom(question: Question, context: MatchContext, { band }: MatchAnswer): boolean {
  const { child, adult, atRisk } = traitsOf(question, context);
  return atRisk && !child && !adult && band !== 'this-one';
}
