import type { Answers } from '../../bot/checklist/draft.ts';
import { findings } from '../../bot/checklist/findings.ts';
import { filledCase } from '../make/checklistCase.ts';
import { type Measured, median, rounded, spreadOf } from './row.ts';

const runs = 7;
const rounds = 200;
const floor = 1;

/** Every follow-up is asked, and nearly every answer is one that a rule speaks to: more than a real case has. */
const careless: Answers = {
  agreement: 'supporting-families',
  'request-frequency': 'repeated',
  'already-shared': 'yes',
  'recipient-signed': 'not-sure',
  'information-origin': 'both',
  'subject-kinds': ['child', 'family-or-carer', 'victim', 'suspected-perpetrator', 'witness'],
  'number-of-people': 'list',
  'given-in-confidence': 'yes',
  'originator-asked': 'not-asked',
  eligible: 'not-sure',
  'reportable-harm': ['fgm', 'child-sexual-abuse'],
  'data-kinds': ['personal', 'special-category', 'criminal-offence'],
  'special-category-support': 'no',
  'article-6': 'consent',
  laws: ['digital-economy-act-2017', 'other'],
  'article-9': 'safeguarding',
  'sharing-use': 'research',
  identifiability: 'could-but-will-not',
  dpia: 'needed-not-done',
  told: 'not-told',
  expected: 'no',
  'telling-risk': 'investigation',
  objection: 'yes',
  amount: 'whole-file',
  'others-removed': 'no',
  'recipient-checked': 'not-yet',
  access: 'wider',
  processor: 'no-written-agreement',
  vetting: 'no',
  'transfer-method': 'plain-email',
  'outside-uk': 'yes',
  decision: 'share-in-part',
  retention: 'not-agreed',
};

/** All findings of one complete draft, p50 of each run; the answers are walked through anew each time. */
export async function allFindings(): Promise<Measured> {
  const theCase = filledCase(careless);
  const evaluate = () => {
    const since = performance.now();
    findings({ ...theCase, answers: { ...theCase.answers } });
    return performance.now() - since;
  };
  const p50 = () => median(Array.from({ length: rounds }, evaluate));
  p50();
  const times = Array.from({ length: runs }, p50);
  const value = rounded(median(times), 3);
  const [low, high] = spreadOf(times);
  return { value, baseline: null, ratio: null, ok: value < floor, spread: [rounded(low, 3), rounded(high, 3)], runs };
}
