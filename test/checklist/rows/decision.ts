import { child, crime, kent, listed, mas, part3, type Row, refused, regular, sf, special } from './row.ts';

/** Rules about duties, the decision and recent law. */
export const decisionRows: readonly Row[] = [
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
  { rule: 'R45d', fires: { ...regular, dpia: 'not-needed' }, silent: { dpia: 'done' } },
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
  {
    rule: 'R46b',
    kind: 'council',
    fires: { ...kent, ...child, 'reportable-harm': ['fgm'] },
    silent: {},
    silentKind: 'police',
  },
  ...(
    [
      [{}, 'information-origin', 'own'],
      [{}, 'given-in-confidence', 'no'],
      [{}, 'track', 'general'],
      [{}, 'data-kinds', ['personal']],
      [{}, 'laws', ['children-act-1989']],
      [special, 'article-9', 'statutory'],
      [crime, 'criminal-condition', 'statutory'],
      [part3, 'sensitive-condition', 'justice'],
      [{}, 'earlier-error', 'no'],
    ] as const
  ).map(([also, key, sure]) => ({
    rule: 'R47a',
    fires: { ...also, [key]: typeof sure === 'string' ? 'not-sure' : ['not-sure'] },
    silent: { [key]: sure },
  })),
  {
    rule: 'R47b',
    fires: { 'information-origin': 'partner', 'originator-asked': 'refused' },
    silent: { 'originator-asked': 'agreed' },
  },
  ...(
    [
      ['R48b', 'no-consent'],
      ['R48c', 'data-protection'],
      ['R48d', 'confidential'],
      ['R48e', 'unsure-requester'],
      ['R48f', 'no-basis'],
      ['R48g', 'law-forbids'],
      ['R48h', 'other-agreement'],
      ['R48i', 'risk-to-someone'],
      ['R48j', 'not-needed'],
    ] as const
  ).map(([rule, reason]) => ({
    rule,
    fires: { ...refused, 'refusal-reasons': [reason, 'other'] },
    silent: { 'refusal-reasons': ['other'] },
  })),
  {
    rule: 'R48b',
    fires: { decision: 'share-in-part', 'refusal-reasons': ['no-consent'] },
    silent: { decision: 'share' },
  },
  {
    rule: 'R48j',
    fires: { ...refused, 'refusal-reasons': ['not-needed'] },
    silent: { decision: 'share-in-part' },
  },
  ...['do-not-share', 'refer'].map((decision) => ({
    rule: 'R48k',
    fires: { decision, 'not-sharing-risk': 'not-sure' },
    silent: { 'not-sharing-risk': 'no' },
  })),
  { rule: 'R48l', fires: refused, silent: { 'review-on': '2026-12-01' } },
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
  { rule: 'R53c', fires: { ...mas, 'both-agreements': 'not-sure' }, silent: { 'both-agreements': 'no' } },
  { rule: 'R54', kind: 'health', fires: kent, silent: {}, silentKind: 'council' },
  { rule: 'R54', fires: { ...kent, 'purpose-kent': 'p01' }, silent: { 'purpose-kent': 'p12' } },
  { rule: 'R56a', fires: { ...sf, 'subject-kinds': ['witness'] }, silent: { 'subject-kinds': ['victim'] } },
  { rule: 'R56b', fires: { ...mas, 'subject-kinds': ['staff-member'] }, silent: { 'subject-kinds': ['professional'] } },
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
  { rule: 'X7', kind: 'police', fires: {}, silent: { track: 'law-enforcement' } },
  { rule: 'X7', kind: 'police', fires: {}, silent: {}, silentKind: 'council' },
  ...['yes', 'not-sure'].map((received) => ({
    rule: 'X8',
    fires: { 'information-origin': 'partner', 'received-under-dea': received },
    silent: { 'received-under-dea': 'no' },
  })),
  {
    rule: 'X9',
    kind: 'voluntary',
    fires: { ...kent, 'article-6': 'recognised-interest' },
    silent: { 'article-6': 'legitimate-interests' },
  },
  { rule: 'X10', fires: { ...sf, eligible: 'not-sure' }, silent: { eligible: 'no' } },
];
