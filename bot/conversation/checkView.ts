import { type CheckView, checkCard } from '../../cards/check/check.ts';
import type { Rendered } from '../../cards/render.ts';
import type { Case } from '../checklist/case.ts';
import { agreementOf } from '../checklist/caseFacts.ts';
import { currencyFinding } from '../checklist/currencyFinding.ts';
import { decisionOf } from '../checklist/decision.ts';
import type { Draft } from '../checklist/draft.ts';
import type { Finding } from '../checklist/finding.ts';
import { findings, maySubmit } from '../checklist/findings.ts';
import { wording } from '../checklist/wording.ts';
import type { Person } from '../stores/ports.ts';
import { approverOf } from './approver.ts';
import type { House } from './house.ts';
import { pointedAt } from './pointedOut.ts';
import { answeredRows, findingRows } from './recordView.ts';

/** All findings of a case on a day, the agreement's currency among them. */
export function foundIn(theCase: Case, today: Date): readonly Finding[] {
  const currency = currencyFinding(theCase, today);
  return [...findings(theCase), ...(currency ? [currency] : [])];
}

/** What check-your-answers may say beside the answers. */
interface Beside {
  readonly banner?: string;
  readonly bannerStyle?: CheckView['bannerStyle'];
  /** From 1. */
  readonly page?: number;
}

/** A page of check-your-answers of a draft. */
export async function checkOf(
  house: House,
  person: Person,
  draft: Draft,
  theCase: Case,
  { banner = '', bannerStyle = 'attention', page = 1 }: Beside = {},
): Promise<Rendered> {
  const found = foundIn(theCase, house.now());
  const decision = decisionOf(theCase);
  const approver = await approverOf(house, person, agreementOf(theCase)?.id ?? 'none');
  return checkCard({
    case: draft.id,
    revision: draft.revision,
    page,
    outcome: decision?.outcome ?? 'refer',
    answers: answeredRows(wording(theCase)),
    findings: findingRows(house.knowledge.current(), found),
    flags: pointedAt(theCase, draft, house.now()),
    maySubmit: decision !== null && maySubmit(found, decision.outcome),
    banner,
    bannerStyle,
    approver: approver?.name ?? '',
  });
}
