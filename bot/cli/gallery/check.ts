import { type CheckView, checkCard, checkWords } from '../../../cards/check/check.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { everyAnswer, noFindings, someFindings } from './answered.ts';
import { madeUp, type Sample } from './sample.ts';

/** Every page of check-your-answers: nothing found, findings of each effect, each decision, and what was sent back. */
export function checkSamples(knowledge: Knowledge): Sample[] {
  const answers = everyAnswer(knowledge);
  const view: CheckView = {
    case: madeUp.case,
    revision: 3,
    page: 1,
    outcome: 'share',
    answers: answers.slice(0, 3),
    findings: noFindings,
    flags: [],
    maySubmit: true,
    banner: '',
    bannerStyle: 'attention' as const,
    approver: madeUp.person,
  };
  const found = someFindings(knowledge, 2);
  const { label = '' } = knowledge.questions.flatMap(({ inputs }) => inputs).find(({ kind }) => kind === 'text') ?? {};
  const flags = [{ question: 'recipient', label, words: 'a name' }];
  const toGiveReasons = { ...noFindings, reason: found.reason, inform: found.inform };
  const sample = (name: string, part: Partial<CheckView>): Sample => ({ name, card: checkCard({ ...view, ...part }) });
  return [
    sample('nothing found', {}),
    sample('findings of each effect, sharing is stopped', { findings: found, maySubmit: false }),
    sample('findings of each effect, the rest of them', { findings: found, maySubmit: false, page: 2 }),
    sample('only reasons missing, something may identify somebody', {
      findings: toGiveReasons,
      flags,
      maySubmit: false,
    }),
    sample('not to share, no approver', {
      outcome: 'do-not-share',
      approver: '',
      findings: { ...noFindings, warn: found.warn },
    }),
    sample('to refer', { outcome: 'refer' }),
    sample('in part', { outcome: 'share-in-part' }),
    ...everyPage(view, answers),
    sample('not saved', { banner: checkWords.notSaved }),
    sample('not yet saved', { banner: checkWords.notYetSaved, bannerStyle: 'accent' }),
    sample('changed since', { banner: checkWords.moved }),
  ];
}

/** The pages of a case that was asked everything; the first and the last stand in the gallery. */
function everyPage(view: CheckView, answers: CheckView['answers']): Sample[] {
  const cards = Array.from({ length: 20 }, (_, at) => checkCard({ ...view, answers, page: at + 2 }));
  const different = cards.filter((card, at) => cards.findIndex((other) => other.text === card.text) === at);
  return different.map((card, at): Sample => {
    const name = `every answer there can be, page ${at + 2}`;
    return at === 0 || at === different.length - 1 ? { name, card } : { name, card, isCheckedOnly: true };
  });
}
