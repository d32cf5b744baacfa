import { describe, expect, it } from 'vitest';
import { borrowedWords, helpOf } from '../../bot/checklist/citations.ts';
import { currencyFinding } from '../../bot/checklist/currencyFinding.ts';
import { outcomes } from '../../bot/checklist/decision.ts';
import type { Answers } from '../../bot/checklist/draft.ts';
import { findings, mayShare, maySubmit } from '../../bot/checklist/findings.ts';
import { filledCase } from '../make/checklistCase.ts';
import { content, makeCase } from '../make/checklistContent.ts';

const found = (answers: Answers) => findings(filledCase(answers));
const one = (answers: Answers, rule: string) => found(answers).find((finding) => finding.rule === rule);
const documents = (answers: Answers, rule: string) => one(answers, rule)?.sources.map(({ document }) => document);

describe('findings', () => {
  it('raise nothing that stops an ordinary, careful case', () => {
    for (const agreement of ['mas', 'supporting-families', 'kmisa', 'asb', 'none']) {
      expect(mayShare(found({ agreement })), agreement).toBe(true);
      expect(found({ agreement }).filter(({ effect }) => effect === 'block' || effect === 'reason')).toEqual([]);
    }
  });

  it('of a block stop sharing, in whole or in part, and nothing else', () => {
    const blocked = found({ agreement: 'mas', 'transfer-method': 'plain-email' });
    expect(mayShare(blocked)).toBe(false);
    const may = Object.fromEntries(outcomes.map((outcome) => [outcome, maySubmit(blocked, outcome)]));
    expect(may).toEqual({ share: false, 'share-in-part': false, 'do-not-share': true, refer: true });
  });

  it('of a reason stop sharing until the reason is given', () => {
    const answers = { agreement: 'mas', 'given-in-confidence': 'yes' };
    const empty = one({ ...answers, 'confidence-reason': '' }, 'R15b');
    const given = one({ ...answers, 'confidence-reason': 'A child is at risk.' }, 'R15b');
    expect(empty).toMatchObject({ effect: 'reason', stops: 'share' });
    expect(given).toMatchObject({ effect: 'reason' });
    expect(given).not.toHaveProperty('stops');
  });

  it('do not take a reason from a card that no longer applies', () => {
    const theCase = filledCase({ told: 'not-told', 'telling-risk': 'investigation' });
    const stale = { ...theCase.answers, told: 'in-writing', 'told-covers': ['recipients'] };
    expect(findings(makeCase(stale)).map(({ rule }) => rule)).not.toContain('R23a');
  });

  it('of a missing decision or reason stop every submission', () => {
    const { rationale: _taken, ...answers } = filledCase({ decision: 'do-not-share' }).answers;
    const without = findings(makeCase(answers));
    for (const outcome of outcomes) expect(maySubmit(without, outcome)).toBe(false);
  });

  it('never stop an emergency, but are still said', () => {
    const bad: Answers = { danger: 'yes', 'article-6': 'none', laws: ['none'], 'transfer-method': 'plain-email' };
    const said = found({ ...bad, 'recipient-checked': 'not-yet' });
    expect(said.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['R10a', 'R10b', 'R16a', 'R34a']));
    expect(said.every(({ stops }) => stops === undefined)).toBe(true);
    const atOnce = findings(makeCase({ danger: 'yes', 'emergency-who': 'A pupil' }));
    for (const outcome of outcomes) expect(maySubmit(atOnce, outcome)).toBe(true);
  });

  it('come in the order of the rules, whatever the order of the answers', () => {
    const theCase = filledCase({ amount: 'whole-file', accuracy: 'no', objection: 'not-checked' });
    const turned = Object.fromEntries(Object.entries(theCase.answers).reverse());
    expect(findings(makeCase(turned))).toEqual(findings(theCase));
  });

  it('take the rules to apply from the caller, if given', () => {
    const rules = content.rules.filter(({ id }) => id === 'R31a');
    const theCase = filledCase({ amount: 'whole-file', accuracy: 'no' });
    const knowledge = { ...theCase.knowledge, content: { ...theCase.knowledge.content, rules } };
    expect(findings({ ...theCase, knowledge })).toHaveLength(1);
  });
});

describe('citations', () => {
  it('are those of the agreement of the case', () => {
    expect(documents({ agreement: 'mas', amount: 'whole-file' }, 'R31a')).toEqual(['mas-dsa']);
    expect(documents({ agreement: 'supporting-families', amount: 'whole-file' }, 'R31a')).toEqual(['sf-dsa']);
    expect(documents({ agreement: 'kmisa', amount: 'whole-file' }, 'R31a')).toEqual(['kmisa-statement']);
  });

  it('are left out where good practice is borrowed, and the text says so', () => {
    for (const agreement of ['kmisa', 'asb', 'none']) {
      const finding = one({ agreement, 'fact-opinion': 'mixed' }, 'R33a');
      expect(finding?.sources).toEqual([]);
      expect(finding?.text.endsWith(borrowedWords)).toBe(true);
    }
    expect(one({ agreement: 'mas', 'fact-opinion': 'mixed' }, 'R33a')?.text).not.toContain('borrowed');
  });

  it('are borrowed too where a rule only rules an agreement out', () => {
    const answers = { told: 'not-told', 'telling-risk': 'none' };
    expect(documents({ agreement: 'mas', ...answers }, 'R23b')).toEqual(['mas-dsa']);
    expect(documents({ agreement: 'none', ...answers }, 'R23b')).toEqual([]);
  });

  it('of a rule about the agreement itself stand as written', () => {
    expect(documents({ agreement: 'asb' }, 'R53a')).toEqual(['sf-dsa', 'mas-dsa']);
  });

  it('of help are the case’s own: no other agreement’s term is shown', () => {
    const help = (agreement: string, question: string) => {
      const card = content.questions.find(({ id }) => id === question);
      return card ? helpOf(filledCase({ agreement }), card) : [];
    };
    expect(help('mas', 'lawful-basis').some(({ text }) => text.includes('Kent and Medway'))).toBe(false);
    expect(help('kmisa', 'told').flatMap(({ sources }) => sources.map(({ document }) => document))).toEqual([
      'kmisa-statement',
      'social-licence',
    ]);
    const borrowed = help('asb', 'told');
    expect(borrowed.length).toBeGreaterThan(0);
    expect(borrowed.every((fact) => fact.borrowed && fact.sources.length === 0)).toBe(true);
  });

  it('of help stand as they are before an agreement is named', () => {
    const card = content.questions.find(({ id }) => id === 'agreement');
    expect(card && helpOf(makeCase({ danger: 'no', area: 'london' }), card)).toHaveLength(card?.help.length ?? -1);
  });
});

describe('the currency of the agreement', () => {
  const today = new Date('2026-11-22T12:00:00Z');

  it('warns when a review is overdue, citing the agreement, and stops nothing', () => {
    const finding = currencyFinding(filledCase({ agreement: 'mas' }), today);
    expect(finding).toMatchObject({ rule: 'R43', effect: 'warn', sources: [{ document: 'mas-dsa', section: '§1.4' }] });
    expect(finding).not.toHaveProperty('stops');
  });

  it('is silent while the review is not due', () => {
    expect(currencyFinding(filledCase({ agreement: 'mas' }), new Date('2022-06-01T00:00:00Z'))).toBeNull();
  });

  it('says that it cannot be computed under the Kent agreement, never that it is in date', () => {
    expect(currencyFinding(filledCase({ agreement: 'kmisa' }), today)).toMatchObject({ effect: 'inform' });
  });

  it('is silent where no document is held', () => {
    expect(currencyFinding(filledCase({ agreement: 'asb' }), today)).toBeNull();
    expect(currencyFinding(filledCase({ area: 'elsewhere' }), today)).toBeNull();
  });
});
