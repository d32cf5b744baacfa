import { type CheckView, checkCard, checkWords } from '../../../cards/check/check.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { everyAnswer, noFindings, someFindings } from './answered.ts';
import { madeUp, type Sample } from './sample.ts';

/** Check-your-answers with nothing found, with findings of each effect, and when it could not be sent. */
export function checkSamples(knowledge: Knowledge): Sample[] {
  const answers = everyAnswer(knowledge);
  const view: CheckView = {
    case: madeUp.case,
    revision: 3,
    answers: answers.slice(0, 3),
    findings: noFindings,
    stopped: '',
    banner: '',
    approver: madeUp.person,
  };
  const found = someFindings(knowledge, 2);
  return [
    { name: 'nothing found', card: checkCard(view) },
    {
      name: 'findings of each effect, sharing is stopped',
      card: checkCard({ ...view, findings: found, stopped: checkWords.mayNotShare }),
    },
    { name: 'every answer there can be, no approver', card: checkCard({ ...view, answers, approver: '' }) },
    { name: 'not saved', card: checkCard({ ...view, banner: checkWords.notSaved }) },
    { name: 'changed since', card: checkCard({ ...view, banner: checkWords.moved }) },
  ];
}
