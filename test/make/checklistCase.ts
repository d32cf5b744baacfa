import type { Case, SharerKind } from '../../bot/checklist/case.ts';
import type { Answer, Answers } from '../../bot/checklist/draft.ts';
import { placeOf } from '../../bot/checklist/steps.ts';
import type { AskedInput } from '../../bot/checklist/walk.ts';
import { makeCase } from './checklistContent.ts';

/** Answers that raise nothing: a careful person with an ordinary case. Words are filled in as they are asked for. */
const quiet: Answers = {
  danger: 'no',
  area: 'london',
  agreement: 'mas',
  'request-kind': 'proactive',
  'request-frequency': 'one-off',
  'already-shared': 'no',
  'recipient-kind': 'council',
  'recipient-signed': 'yes',
  'case-reference': '',
  'police-force': ['metropolitan'],
  requester: 'recipient',
  'requester-checked': 'called-back',
  'request-power': 'public-task',
  'request-in-writing': 'yes',
  'request-extent': 'fits',
  'request-deadline': '',
  'information-origin': 'own',
  'subject-kinds': ['adult'],
  'number-of-people': 'one',
  'given-in-confidence': 'no',
  'originator-asked': 'agreed',
  'received-under-dea': 'no',
  eligible: 'yes',
  'reportable-harm': ['none'],
  'purpose-kent': 'p12',
  track: 'general',
  'both-agreements': 'no',
  'data-kinds': ['personal'],
  'article-6': 'public-task',
  laws: ['children-act-1989'],
  'article-9': 'statutory',
  'criminal-condition': 'official-authority',
  'sensitive-condition': 'statutory',
  'special-category-support': 'yes',
  'policy-document': 'yes',
  'dea-published': 'yes',
  'protected-person': 'child',
  'no-consent-why': 'cannot-ask',
  'sharing-use': 'casework',
  identifiability: 'must-identify',
  'key-holder': 'only-us',
  'small-numbers': 'no',
  dpia: 'done',
  told: 'in-writing',
  expected: 'yes',
  'not-told-whom': ['nobody'],
  'told-whom': ['the-person'],
  'telling-risk': 'none',
  'told-covers': ['why', 'how', 'lawful-basis', 'recipients'],
  'tell-later': '',
  objection: 'none-known',
  'objection-kinds': ['asked-not-to'],
  'data-groups': ['name-contact'],
  'other-data': '',
  'data-groups-general': ['contact'],
  amount: 'only-needed',
  'others-removed': 'yes',
  accuracy: 'confirmed',
  'last-checked': 'this-month',
  'fact-opinion': 'separated',
  'earlier-error': 'no',
  'recipient-checked': 'called-back',
  access: 'one-role',
  processor: 'no',
  vetting: 'yes',
  'transfer-method': 'secure-email',
  'delivery-checked': 'yes',
  'outside-uk': 'no',
  'tls-both-ends': 'yes',
  'phone-urgent': 'yes',
  'paper-tracked': 'yes',
  decision: 'share',
  'refusal-reasons': ['other'],
  'not-sharing-risk': 'no',
  retention: 'agreed',
  'review-on': '',
};

/** Where an agreement applies; `none` is asked for in London. */
function areaOf(agreement: string): string {
  return agreement === 'kmisa' ? 'kent' : 'london';
}

/**
 * A case answered to the end the way a person would, card by card, with quiet answers except where `answers` says
 * otherwise. Answers to cards that are never asked are left out.
 */
export function filledCase(answers: Answers = {}, kind: SharerKind | null = 'council'): Case {
  const agreement = String(answers.agreement ?? quiet.agreement);
  const wanted: Answers = { ...quiet, area: areaOf(agreement), ...answers };
  let theCase = makeCase({}, kind);
  for (let place = placeOf(theCase); place.kind === 'question'; place = placeOf(theCase)) {
    const given = place.step.inputs.map((asked) => [asked.input.key, wanted[asked.input.key] ?? words(asked)] as const);
    theCase = { ...theCase, answers: { ...theCase.answers, ...Object.fromEntries(given) } };
    const after = placeOf(theCase);
    if (after.kind === 'question' && after.step.question.id === place.step.question.id) {
      throw new Error(`The answers do not settle ${place.step.question.id}: ${JSON.stringify(given)}`);
    }
  }
  return theCase;
}

function words({ input }: AskedInput): Answer {
  return `Made-up words for ${input.key}`.slice(0, input.maxLength);
}
