import type { SharerKind } from '../../../bot/checklist/case.ts';
import type { Answers } from '../../../bot/checklist/draft.ts';

export const sf = { agreement: 'supporting-families' };
export const mas = { agreement: 'mas' };
export const kent = { agreement: 'kmisa' };
export const listed = { agreement: 'asb' };
export const elsewhere = { area: 'elsewhere' };

/** Answers with which a rule fires; and, on top of those, the one answer (or the other sharer) that keeps it silent. */
export interface Row {
  readonly rule: string;
  readonly fires: Answers;
  readonly silent: Answers;
  readonly kind?: SharerKind;
  readonly silentKind?: SharerKind;
}

export const special: Answers = { 'data-kinds': ['personal', 'special-category'] };
export const ordinary: Answers = { 'data-kinds': ['personal'] };
export const crime: Answers = { 'data-kinds': ['criminal-offence'] };
export const part3: Answers = { track: 'law-enforcement', ...special };
export const notTold: Answers = { told: 'not-told', 'telling-risk': 'risk-to-someone' };
export const overseas: Answers = { 'outside-uk': 'yes' };
export const child: Answers = { 'subject-kinds': ['child'] };
export const regular: Answers = { 'request-frequency': 'repeated' };
export const asked: Answers = { 'request-kind': 'asked' };
export const refused: Answers = { decision: 'do-not-share' };
export const both: Answers = { 'both-agreements': 'yes' };
export const leftOut: Answers = { told: 'in-person', 'not-told-whom': ['suspected-perpetrator'] };
export const safeguarding: Answers = { ...special, 'article-9': 'safeguarding' };
export const metropolitan: Answers = { 'police-force': ['metropolitan'] };
