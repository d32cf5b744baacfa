import { describe, expect, it } from 'vitest';
import type { SharerKind } from '../../bot/checklist/case.ts';
import type { Answers } from '../../bot/checklist/draft.ts';
import { findings } from '../../bot/checklist/findings.ts';
import { filledCase } from '../make/checklistCase.ts';

/**
 * Where the agreements say different things (domain brief, E2): the same answers under each, and what is found. An
 * entry is `rule effect`, with `stops` where it stops a share. FOI times are a topic's and the review dates are the
 * document's (`currencyFinding`), so neither is an answer's.
 */
interface Conflict {
  readonly about: string;
  readonly answers: Answers;
  readonly kind?: SharerKind;
  readonly sf?: readonly string[];
  readonly mas?: readonly string[];
  readonly kent?: readonly string[];
  readonly both?: readonly string[];
}

const special: Answers = { 'data-kinds': ['special-category'] };

const conflicts: readonly Conflict[] = [
  {
    about: 'special category data: not expected in one, allowed in the other; more security prompted in the first',
    answers: special,
    sf: ['R06a warn', 'R06c reason'],
    mas: ['R08a inform'],
    kent: [],
  },
  {
    about: 'email that may not be encrypted: a test under one, stopped under the other, the stricter under both',
    answers: { 'transfer-method': 'email-unknown' },
    sf: ['R18a warn'],
    mas: ['R17a block stops'],
    kent: ['R17b warn'],
    both: ['R17a block stops', 'R18a warn'],
  },
  {
    about: 'email with TLS at both ends: enough under one, a known path to write down under the other',
    answers: { 'transfer-method': 'email-tls', 'tls-both-ends': 'yes' },
    sf: [],
    mas: ['R17c inform'],
    kent: [],
    both: ['R17c inform'],
  },
  {
    about: 'Teams: named in one only',
    answers: { 'transfer-method': 'platform' },
    sf: [],
    mas: ['R22 inform'],
    kent: [],
  },
  {
    about: 'outside the UK: safeguards and rights; a written agreement and checks; both under both',
    answers: { 'outside-uk': 'yes', 'overseas-safeguards': '' },
    sf: ['R26a reason stops'],
    mas: ['R27 reason stops'],
    kent: ['R26b warn'],
    both: ['R26a reason stops', 'R27 reason stops'],
  },
  {
    about: 'confidence: public interest; consent or public interest; both under both',
    answers: { 'given-in-confidence': 'yes', 'confidence-reason': '' },
    sf: ['R15a reason stops'],
    mas: ['R15b reason stops'],
    kent: ['R15c warn'],
    both: ['R15a reason stops', 'R15b reason stops'],
  },
  {
    about: 'someone who has died: the same rule',
    answers: { 'subject-kinds': ['deceased'] },
    sf: ['R25a inform'],
    mas: ['R25a inform'],
    kent: [],
  },
  {
    about: 'telling people: an exception with a reason; a condition without one in Kent and Medway',
    answers: { told: 'not-told', 'telling-risk': 'risk-to-someone', 'tell-later': '2026-12-01' },
    sf: ['R23a reason'],
    mas: ['R23a reason'],
    kent: ['R23c warn', 'R23d escalate', 'R23h reason'],
  },
  {
    about: 'accuracy: to be confirmed in Kent and Medway',
    answers: { accuracy: 'partly' },
    sf: ['R32a warn'],
    mas: ['R32a warn'],
    kent: ['R32e warn'],
  },
  {
    about: 'police forces: British Transport Police is named in one only',
    answers: { 'recipient-kind': 'police', 'police-force': ['british-transport'] },
    sf: ['R03e warn'],
    mas: [],
    kent: [],
  },
  {
    about: 'health bodies: not listed in one',
    answers: { 'recipient-kind': 'health' },
    sf: ['R03b warn'],
    mas: ['R03i inform'],
    kent: ['R54 inform'],
  },
  {
    about: 'ISO 27001: expected in one, set in the other',
    answers: { 'request-frequency': 'repeated' },
    sf: ['R36b inform'],
    mas: ['R36c inform'],
    kent: [],
  },
  {
    about: 'rights upheld: tell the other parties, unless there is a reason not to',
    answers: { objection: 'yes', 'objection-kinds': ['rights-upheld'] },
    sf: ['R30a reason', 'R41b warn'],
    mas: ['R30a reason', 'R41b warn'],
    kent: ['R30a reason', 'R41b warn'],
  },
  {
    about: 'probation as a competent authority: not named in one',
    answers: { track: 'law-enforcement' },
    kind: 'probation',
    sf: ['R03b warn', 'R13e inform'],
    mas: [],
    kent: [],
  },
  {
    about: 'Digital Economy Act papers: the first agreement contradicts itself',
    answers: { laws: ['digital-economy-act-2017'], 'dea-published': 'no' },
    sf: ['R44a warn', 'R44b escalate'],
    kent: [],
  },
  {
    about: 'paper: tracked under MAS, its own policy under the other',
    answers: { 'transfer-method': 'paper', 'paper-tracked': 'no' },
    sf: ['R21a inform'],
    mas: ['R21a inform', 'R21b warn'],
    kent: ['R21c warn'],
    both: ['R21a inform', 'R21b warn'],
  },
  {
    about: 'smart devices: a named risk in one, our advice elsewhere',
    answers: { 'transfer-method': 'meeting' },
    sf: ['R20a inform', 'R20b inform'],
    mas: ['R20a inform', 'R20c inform'],
    kent: ['R20c inform'],
  },
  {
    about: 'intelligence services: a regime of their own',
    answers: { 'recipient-kind': 'intelligence-service' },
    sf: ['R50a escalate'],
    mas: ['R50b escalate'],
    kent: ['R50b escalate'],
  },
  {
    about: 'a child first: said of MAS only',
    answers: { danger: 'yes' },
    sf: ['R01a inform'],
    mas: ['R01a inform', 'R01b inform'],
    kent: ['R01a inform'],
  },
  {
    about: 'staff: not listed in one, for reviews and allegations in the other',
    answers: { 'subject-kinds': ['staff-member'] },
    sf: ['R56a warn'],
    mas: ['R56b inform'],
    kent: [],
  },
  {
    about: 'the Localism Act: not in one list, not enough alone elsewhere',
    answers: { laws: ['localism-act-2011'] },
    sf: ['R12b warn'],
    mas: ['R12a warn'],
    kent: ['R12c warn'],
  },
];

const agreements = {
  sf: { agreement: 'supporting-families' },
  mas: { agreement: 'mas' },
  kent: { agreement: 'kmisa' },
  both: { agreement: 'supporting-families', 'both-agreements': 'yes' },
} as const;

/** What is found beyond an ordinary case under the same agreement. */
function found(answers: Answers, agreement: Answers, kind: SharerKind = 'council'): readonly string[] {
  const ordinary = new Set(findings(filledCase(agreement)).map(({ rule }) => rule));
  return findings(filledCase({ ...agreement, ...answers }, kind))
    .filter(({ rule }) => !ordinary.has(rule))
    .map(({ rule, effect, stops }) => [rule, effect, ...(stops ? ['stops'] : [])].join(' '));
}

const rows = conflicts.flatMap(({ about, answers, kind, ...expected }) =>
  Object.entries(expected).map(([under, said]) => ({ about, answers, kind, under, said })),
);

describe('where the agreements differ', () => {
  it.each(rows)('$about ($under)', ({ answers, kind, under, said }) => {
    const agreement = agreements[under as keyof typeof agreements];
    expect([...found(answers, agreement, kind)].sort()).toEqual([...said].sort());
  });

  it('MACE: the documents disagree, so it goes to the IG team', () => {
    const said = findings(filledCase({ agreement: 'mace' })).find(({ rule }) => rule === 'R52');
    expect(said).toMatchObject({ effect: 'escalate', sources: [{ document: 'sf-dsa' }, { document: 'mas-dsa' }] });
  });
});
