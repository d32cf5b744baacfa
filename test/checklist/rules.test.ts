import { describe, expect, it } from 'vitest';
import type { SharerKind } from '../../bot/checklist/case.ts';
import type { Answers } from '../../bot/checklist/draft.ts';
import { findings } from '../../bot/checklist/findings.ts';
import { filledCase } from '../make/checklistCase.ts';
import { content, makeCase } from '../make/checklistContent.ts';

const sf = { agreement: 'supporting-families' };
const mas = { agreement: 'mas' };
const kent = { agreement: 'kmisa' };
const listed = { agreement: 'asb' };
const elsewhere = { area: 'elsewhere' };

/** Answers with which a rule fires; and, on top of those, the change (or the other sharer) that keeps it silent. */
interface Row {
  readonly rule: string;
  readonly fires: Answers;
  readonly silent: Answers;
  readonly kind?: SharerKind;
  readonly silentKind?: SharerKind;
}

const special: Answers = { 'data-kinds': ['personal', 'special-category'] };
const ordinary: Answers = { 'data-kinds': ['personal'] };
const crime: Answers = { 'data-kinds': ['criminal-offence'] };
const part3: Answers = { track: 'law-enforcement', ...special };
const notTold: Answers = { told: 'not-told', 'telling-risk': 'risk-to-someone' };
const overseas: Answers = { 'outside-uk': 'yes' };
const child: Answers = { 'subject-kinds': ['child'] };
const regular: Answers = { 'request-frequency': 'repeated' };

const rows: readonly Row[] = [
  { rule: 'R01a', fires: { danger: 'yes' }, silent: { danger: 'not-sure' } },
  { rule: 'R01b', fires: { ...mas, danger: 'yes' }, silent: sf },
  { rule: 'R01c', kind: 'police', fires: { ...sf, danger: 'yes' }, silent: {}, silentKind: 'council' },
  { rule: 'R01d', fires: { danger: 'not-sure' }, silent: { danger: 'yes' } },
  { rule: 'R02a', fires: elsewhere, silent: { area: 'london' } },
  { rule: 'R02b', fires: { agreement: 'none' }, silent: listed },
  { rule: 'R03a', fires: { ...sf, 'recipient-signed': 'not-sure' }, silent: { 'recipient-signed': 'yes' } },
  { rule: 'R03b', fires: { ...sf, 'recipient-kind': 'health' }, silent: { 'recipient-kind': 'police' } },
  { rule: 'R03b', kind: 'school', fires: sf, silent: {}, silentKind: 'council' },
  { rule: 'R03c', fires: { ...mas, 'recipient-kind': 'school' }, silent: { 'recipient-kind': 'health' } },
  { rule: 'R03c', kind: 'fire', fires: mas, silent: {}, silentKind: 'health' },
  { rule: 'R03d', fires: { ...mas, 'recipient-signed': 'no' }, silent: { 'recipient-signed': 'not-sure' } },
  { rule: 'R04', fires: { ...kent, 'recipient-signed': 'no' }, silent: { 'recipient-signed': 'yes' } },
  { rule: 'R05', fires: { ...sf, eligible: 'not-sure' }, silent: { eligible: 'yes' } },
  { rule: 'R06a', fires: { ...sf, ...special }, silent: ordinary },
  {
    rule: 'R06b',
    fires: { ...sf, ...special, 'special-category-support': 'no' },
    silent: { 'special-category-support': 'yes' },
  },
  { rule: 'R06c', fires: { ...sf, ...special }, silent: ordinary },
  { rule: 'R07', fires: { ...sf, 'other-data': 'Former addresses' }, silent: { 'other-data': '' } },
  { rule: 'R08a', fires: { ...mas, ...special }, silent: ordinary },
  { rule: 'R08b', fires: { ...mas, 'data-groups': ['health'] }, silent: special },
  {
    rule: 'R09a',
    fires: { ...mas, ...crime, 'criminal-condition': 'not-sure' },
    silent: { 'criminal-condition': 'schedule-1' },
  },
  { rule: 'R09b', fires: { ...mas, ...crime }, silent: ordinary },
  { rule: 'R10a', fires: { 'article-6': 'none' }, silent: { 'article-6': 'public-task' } },
  { rule: 'R10b', fires: { laws: ['not-sure'] }, silent: { 'article-6': 'vital-interests' } },
  {
    rule: 'R10b',
    fires: { laws: ['none'], track: 'law-enforcement' },
    silent: { laws: ['criminal-justice-act-2003'] },
  },
  {
    rule: 'R10c',
    fires: { ...kent, 'purpose-kent': 'p23', 'purpose-necessity': '' },
    silent: { 'purpose-necessity': 'Said.' },
  },
  { rule: 'R10d', fires: { ...kent, 'purpose-kent': 'p30' }, silent: { 'purpose-kent': 'p12' } },
  { rule: 'R11a', fires: { ...sf, 'article-6': 'consent' }, silent: {}, silentKind: 'voluntary' },
  { rule: 'R11b', fires: { ...mas, 'article-6': 'consent' }, silent: { 'article-6': 'public-task' } },
  {
    rule: 'R12a',
    fires: { ...mas, laws: ['localism-act-2011'] },
    silent: { laws: ['localism-act-2011', 'children-act-1989'] },
  },
  {
    rule: 'R12b',
    fires: { ...sf, laws: ['localism-act-2011', 'children-act-1989'] },
    silent: { laws: ['children-act-1989'] },
  },
  { rule: 'R12c', fires: { ...kent, laws: ['localism-act-2011'] }, silent: { laws: ['localism-act-2011', 'other'] } },
  { rule: 'R13a', fires: { ...mas, ...part3 }, silent: { 'sensitive-condition': 'not-sure' } },
  {
    rule: 'R13b',
    fires: { ...sf, ...part3, 'sensitive-condition': 'not-sure' },
    silent: { 'sensitive-condition': 'justice' },
  },
  { rule: 'R13c', fires: { ...mas, ...part3, 'policy-document': 'no' }, silent: { 'policy-document': 'yes' } },
  { rule: 'R13d', fires: { ...mas, track: 'law-enforcement' }, silent: {}, silentKind: 'police' },
  { rule: 'R14a', fires: { ...mas, ...special, 'article-9': 'safeguarding' }, silent: { 'article-9': 'statutory' } },
  {
    rule: 'R14a',
    fires: { ...sf, ...part3, 'sensitive-condition': 'safeguarding' },
    silent: { 'sensitive-condition': 'justice' },
  },
  {
    rule: 'R14b',
    fires: { ...mas, ...special, 'article-9': 'safeguarding', 'protected-person': 'neither' },
    silent: { 'protected-person': 'adult-at-risk' },
  },
  {
    rule: 'R14c',
    fires: { ...mas, ...special, 'article-9': 'safeguarding', 'no-consent-why': 'none' },
    silent: { 'no-consent-why': 'asking-harms' },
  },
  { rule: 'R15a', fires: { ...sf, 'given-in-confidence': 'yes' }, silent: { 'given-in-confidence': 'no' } },
  { rule: 'R15b', fires: { ...mas, 'given-in-confidence': 'yes' }, silent: { 'given-in-confidence': 'not-sure' } },
  {
    rule: 'R15c',
    fires: { ...kent, 'given-in-confidence': 'yes', 'confidence-reason': '' },
    silent: { 'confidence-reason': 'Said.' },
  },
  { rule: 'R16a', fires: { ...mas, 'transfer-method': 'plain-email' }, silent: { 'transfer-method': 'secure-email' } },
  {
    rule: 'R16a',
    fires: { ...sf, 'transfer-method': 'email-tls', 'tls-both-ends': 'no' },
    silent: { 'tls-both-ends': 'yes' },
  },
  { rule: 'R16b', fires: { ...kent, 'transfer-method': 'plain-email' }, silent: { 'transfer-method': 'secure-link' } },
  {
    rule: 'R16c',
    fires: { ...listed, 'transfer-method': 'plain-email' },
    silent: { 'transfer-method': 'secure-link' },
  },
  { rule: 'R16d', fires: { 'transfer-method': 'not-sure' }, silent: { 'transfer-method': 'secure-email' } },
  {
    rule: 'R17a',
    fires: { ...mas, 'transfer-method': 'email-unknown' },
    silent: { 'transfer-method': 'secure-email' },
  },
  {
    rule: 'R17a',
    fires: { ...mas, 'transfer-method': 'email-tls', 'tls-both-ends': 'not-sure' },
    silent: { 'tls-both-ends': 'yes' },
  },
  {
    rule: 'R17b',
    fires: { ...kent, 'transfer-method': 'email-unknown' },
    silent: { 'transfer-method': 'secure-email' },
  },
  {
    rule: 'R18a',
    fires: { ...sf, 'transfer-method': 'email-tls', 'tls-both-ends': 'not-sure' },
    silent: { 'tls-both-ends': 'yes' },
  },
  { rule: 'R18b', fires: { ...sf, 'transfer-method': 'secure-email' }, silent: { 'transfer-method': 'meeting' } },
  {
    rule: 'R19a',
    fires: { ...mas, 'transfer-method': 'phone', 'phone-urgent': 'no' },
    silent: { 'phone-urgent': 'yes' },
  },
  {
    rule: 'R19b',
    fires: { ...sf, 'transfer-method': 'phone', 'phone-urgent': 'yes' },
    silent: { 'phone-urgent': 'no' },
  },
  { rule: 'R20a', fires: { ...mas, 'transfer-method': 'meeting' }, silent: { 'transfer-method': 'paper' } },
  { rule: 'R20b', fires: { ...sf, 'transfer-method': 'phone' }, silent: { 'transfer-method': 'paper' } },
  { rule: 'R21a', fires: { ...sf, 'transfer-method': 'paper' }, silent: { 'transfer-method': 'meeting' } },
  {
    rule: 'R21b',
    fires: { ...mas, 'transfer-method': 'paper', 'paper-tracked': 'no' },
    silent: { 'paper-tracked': 'yes' },
  },
  { rule: 'R22', fires: { ...mas, 'transfer-method': 'platform' }, silent: { 'transfer-method': 'secure-link' } },
  { rule: 'R23a', fires: { ...mas, ...notTold }, silent: { 'telling-risk': 'none' } },
  { rule: 'R23b', fires: { ...mas, ...notTold, 'telling-risk': 'none' }, silent: { told: 'in-person' } },
  { rule: 'R23c', fires: { ...kent, ...notTold }, silent: { told: 'in-writing' } },
  { rule: 'R23d', fires: { ...kent, ...notTold }, silent: { told: 'notice-only' } },
  { rule: 'R23e', fires: { told: 'not-sure' }, silent: { told: 'not-told' } },
  { rule: 'R24a', fires: { ...mas, 'told-covers': ['why', 'how'] }, silent: { 'told-covers': ['recipients'] } },
  {
    rule: 'R24b',
    fires: { ...kent, 'told-covers': ['why', 'how', 'recipients'] },
    silent: { 'told-covers': ['why', 'how', 'lawful-basis'] },
  },
  { rule: 'R24c', fires: { ...listed, 'told-covers': ['not-sure'] }, silent: { 'told-covers': ['why'] } },
  { rule: 'R24d', fires: { expected: 'no' }, silent: { expected: 'not-sure' } },
  { rule: 'R25', fires: { ...mas, 'subject-kinds': ['deceased', 'child'] }, silent: child },
  { rule: 'R26a', fires: { ...sf, ...overseas }, silent: { 'outside-uk': 'no' } },
  {
    rule: 'R26b',
    fires: { ...kent, ...overseas, 'overseas-safeguards': '' },
    silent: { 'overseas-safeguards': 'Clauses.' },
  },
  { rule: 'R26c', fires: { 'outside-uk': 'not-sure' }, silent: overseas },
  { rule: 'R27', fires: { ...mas, ...overseas }, silent: { 'outside-uk': 'no' } },
  { rule: 'R28a', fires: { ...sf, 'sharing-use': 'return-or-report' }, silent: { identifiability: 'anonymised' } },
  { rule: 'R28b', fires: { ...kent, 'sharing-use': 'research' }, silent: { identifiability: 'pseudonymised' } },
  { rule: 'R29a', fires: { identifiability: 'could-but-will-not' }, silent: { identifiability: 'must-identify' } },
  { rule: 'R29b', fires: { 'identifiable-reason': '' }, silent: { 'identifiable-reason': 'It is about one child.' } },
  { rule: 'R30a', fires: { objection: 'yes' }, silent: { objection: 'none-known' } },
  { rule: 'R30b', fires: { objection: 'not-checked' }, silent: { objection: 'yes' } },
  {
    rule: 'R30c',
    fires: { ...mas, objection: 'yes', 'objection-kinds': ['health-opt-out'] },
    silent: { 'objection-kinds': ['restriction'] },
  },
  {
    rule: 'R30d',
    fires: { ...kent, objection: 'yes', 'objection-kinds': ['health-opt-out'] },
    silent: { 'objection-kinds': ['restriction'] },
  },
  { rule: 'R31a', fires: { amount: 'whole-file' }, silent: { amount: 'only-needed' } },
  { rule: 'R31b', fires: { 'others-removed': 'no' }, silent: { 'others-removed': 'needed' } },
  { rule: 'R32a', fires: { accuracy: 'partly' }, silent: { accuracy: 'confirmed' } },
  { rule: 'R32b', fires: { ...mas, 'earlier-error': 'not-corrected' }, silent: { 'earlier-error': 'corrected' } },
  { rule: 'R32c', fires: { 'last-checked': 'older' }, silent: { 'last-checked': 'this-year' } },
  { rule: 'R32d', fires: { ...kent, 'earlier-error': 'not-corrected' }, silent: { 'earlier-error': 'corrected' } },
  { rule: 'R33', fires: { 'fact-opinion': 'mixed' }, silent: { 'fact-opinion': 'no-opinions' } },
  { rule: 'R34a', fires: { 'recipient-checked': 'not-sure' }, silent: { 'recipient-checked': 'met' } },
  { rule: 'R34b', fires: { access: 'wider' }, silent: { access: 'small-team' } },
  { rule: 'R35a', fires: { ...mas, processor: 'written-agreement' }, silent: { processor: 'no' } },
  { rule: 'R35b', fires: { ...sf, processor: 'no-written-agreement' }, silent: { processor: 'written-agreement' } },
  { rule: 'R35c', fires: { ...sf, processor: 'not-sure' }, silent: { processor: 'no' } },
  { rule: 'R36', fires: { ...mas, vetting: 'not-sure' }, silent: { vetting: 'yes' } },
  { rule: 'R37a', fires: { ...kent, retention: 'not-agreed' }, silent: { retention: 'agreed' } },
  { rule: 'R37b', fires: { ...mas, retention: 'not-sure' }, silent: { decision: 'do-not-share' } },
  ...['R44a', 'R44b'].map((rule) => ({
    rule,
    fires: { ...sf, laws: ['digital-economy-act-2017'], 'dea-published': 'no' },
    silent: { 'dea-published': 'yes' },
  })),
  { rule: 'R45a', fires: { ...mas, ...regular, dpia: 'needed-not-done' }, silent: { dpia: 'not-needed' } },
  {
    rule: 'R45b',
    fires: { ...mas, 'number-of-people': 'list', dpia: 'not-sure' },
    silent: { 'number-of-people': 'family' },
  },
  { rule: 'R45c', fires: { ...kent, ...regular, dpia: 'not-sure' }, silent: { dpia: 'done' } },
  {
    rule: 'R46a',
    kind: 'health',
    fires: { ...mas, ...child, 'reportable-harm': ['fgm'] },
    silent: {},
    silentKind: 'housing',
  },
  {
    rule: 'R46b',
    kind: 'school',
    fires: { ...kent, ...child, 'reportable-harm': ['fgm'] },
    silent: { 'reportable-harm': ['none'] },
  },
  ...[
    { 'information-origin': 'not-sure' },
    { 'given-in-confidence': 'not-sure' },
    { track: 'not-sure' },
    { 'data-kinds': ['personal', 'not-sure'] },
    { ...special, 'article-9': 'not-sure' },
    { ...crime, 'criminal-condition': 'not-sure' },
    { ...part3, 'sensitive-condition': 'not-sure' },
    { 'earlier-error': 'not-sure' },
  ].map((fires) => ({
    rule: 'R47a',
    fires,
    silent: {
      ...{ 'information-origin': 'own', 'given-in-confidence': 'no', track: 'general', 'data-kinds': ['personal'] },
      'earlier-error': 'no',
    },
  })),
  {
    rule: 'R47b',
    fires: { 'information-origin': 'partner', 'originator-asked': 'refused' },
    silent: { 'originator-asked': 'agreed' },
  },
  { rule: 'R49', fires: { ...kent, decision: 'share-in-part' }, silent: { decision: 'do-not-share' } },
  { rule: 'R50a', fires: { ...sf, 'recipient-kind': 'intelligence-service' }, silent: { 'recipient-kind': 'police' } },
  {
    rule: 'R50b',
    fires: { ...kent, 'recipient-kind': 'intelligence-service' },
    silent: { 'recipient-kind': 'police' },
  },
  { rule: 'R52', fires: { agreement: 'mace' }, silent: mas },
  { rule: 'R53a', fires: listed, silent: mas },
  { rule: 'R53b', fires: kent, silent: { agreement: 'none' } },
  { rule: 'R54', kind: 'health', fires: kent, silent: {}, silentKind: 'council' },
  { rule: 'R54', fires: { ...kent, 'purpose-kent': 'p01' }, silent: { 'purpose-kent': 'p12' } },
  { rule: 'R56', fires: { ...sf, 'subject-kinds': ['witness'] }, silent: { 'subject-kinds': ['victim'] } },
  { rule: 'X1', fires: { ...child, decision: 'do-not-share' }, silent: { decision: 'share' } },
  {
    rule: 'X2',
    fires: { 'request-kind': 'asked', 'recipient-kind': 'police', 'subject-kinds': ['victim'] },
    silent: { 'request-kind': 'proactive' },
  },
  {
    rule: 'X3',
    fires: { objection: 'yes', 'objection-kinds': ['complaint'] },
    silent: { 'objection-kinds': ['asked-not-to'] },
  },
  { rule: 'X4', kind: 'health', fires: { agreement: 'gangs-syv' }, silent: {}, silentKind: 'council' },
  { rule: 'X5', kind: 'voluntary', fires: { 'request-kind': 'asked' }, silent: {}, silentKind: 'council' },
  {
    rule: 'X6',
    fires: { ...child, 'reportable-harm': ['child-sexual-abuse'] },
    silent: { 'reportable-harm': ['none'] },
  },
];

/** Those that the answers of `filledCase` would never raise, and the ones that need a case cut short. */
const apart = ['R48'];

function said(answers: Answers, kind: SharerKind): readonly string[] {
  return findings(filledCase(answers, kind)).map(({ rule }) => rule);
}

describe('the rules', () => {
  it.each(rows.map((row, index) => ({ ...row, row: index })))('$rule fires (row $row)', ({ rule, fires, kind }) => {
    expect(said(fires, kind ?? 'council')).toContain(rule);
  });

  it.each(rows.map((row, index) => ({ ...row, row: index })))(
    '$rule stays silent (row $row)',
    ({ rule, fires, silent, kind, silentKind }) => {
      expect(said({ ...fires, ...silent }, silentKind ?? kind ?? 'council')).not.toContain(rule);
    },
  );

  it('that name an agreement stay silent where no agreement is held', () => {
    const named = new Set(
      content.rules
        .filter(({ when }) => /"all":\[\{"fact":"agreement","is"/.test(JSON.stringify(when)))
        .map(({ id }) => id),
    );
    expect(named.size).toBeGreaterThan(30);
    for (const { rule, fires, kind } of rows) {
      if (!named.has(rule)) continue;
      const { agreement: _taken, ...answers } = fires;
      expect(said({ ...answers, ...elsewhere }, kind ?? 'council'), rule).not.toContain(rule);
    }
  });

  it('R48 fires without a decision or without its reason, and is silent with both', () => {
    const answers = filledCase().answers;
    const rules = (taken: string) => findings(makeCase({ ...answers, [taken]: '' })).map(({ rule }) => rule);
    expect(rules('decision')).toContain('R48');
    expect(rules('rationale')).toContain('R48');
    expect(findings(filledCase()).map(({ rule }) => rule)).not.toContain('R48');
  });

  it('all have a row of their own', () => {
    const tested = new Set([...rows.map(({ rule }) => rule), ...apart]);
    expect(content.rules.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
    expect(tested.size).toBe(content.rules.length);
  });
});

describe('the rules as written', () => {
  it('stop what their effect allows, and only R48 stops submitting', () => {
    for (const { id, effect, stops } of content.rules) {
      if (id === 'R48') expect({ effect, stops }).toEqual({ effect: 'block', stops: 'submit' });
      else if (effect === 'block') expect(stops, id).toBe('share');
      else expect(stops, id).toBeUndefined();
    }
  });

  it('from outside the documents only inform or escalate, say so, and cite nothing', () => {
    for (const rule of content.rules.filter(({ id }) => id.startsWith('X'))) {
      expect(rule.text).toMatch(/^Recent law, please confirm with your IG lead: /);
      expect(['inform', 'escalate']).toContain(rule.effect);
      expect(rule.sources).toEqual([]);
    }
  });

  it('of each agreement: no case is shown another agreement’s terms', () => {
    const own: Readonly<Record<string, readonly string[]>> = {
      mas: ['mas-dsa'],
      'supporting-families': ['sf-dsa'],
      kmisa: ['kmisa-statement', 'kcc-page', 'social-licence'],
    };
    for (const { rule, fires, kind } of rows) {
      const { agreement = 'mas' } = fires;
      const shown = findings(filledCase(fires, kind ?? 'council')).filter((finding) => finding.rule === rule);
      const allowed = own[String(agreement)];
      for (const { document } of shown.flatMap(({ sources }) => sources)) {
        if (fires.area !== 'elsewhere' && allowed) expect(allowed, `${rule} under ${agreement}`).toContain(document);
      }
    }
  });
});
