import { describe, expect, it } from 'vitest';
import type { SharerKind } from '../../bot/checklist/case.ts';
import { factsAskedBy } from '../../bot/checklist/condition.ts';
import type { Answers } from '../../bot/checklist/draft.ts';
import { findings } from '../../bot/checklist/findings.ts';
import { stepOf } from '../../bot/checklist/steps.ts';
import { filledCase } from '../make/checklistCase.ts';
import { content, makeCase } from '../make/checklistContent.ts';
import { basisRows } from './rows/basis.ts';
import { decisionRows } from './rows/decision.ts';
import { methodRows } from './rows/method.ts';
import { partiesRows } from './rows/parties.ts';
import { peopleRows } from './rows/people.ts';
import { elsewhere, type Row } from './rows/row.ts';

const rows: readonly Row[] = [...partiesRows, ...basisRows, ...methodRows, ...peopleRows, ...decisionRows];

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

  it('are tried with a near miss: one answer, or another kind of sharer, makes the difference', () => {
    for (const { rule, fires, silent, silentKind } of rows) {
      const changed = Object.entries(silent).filter(([key, answer]) => String(fires[key]) !== String(answer));
      expect(changed.length + (silentKind ? 1 : 0), rule).toBe(1);
    }
  });

  it('are tried with another kind of sharer wherever they depend on it', () => {
    const tried = new Set(rows.filter(({ silentKind }) => silentKind).map(({ rule }) => rule));
    const named = content.rules.filter(({ when }) => factsAskedBy(when).includes('sharer-kind')).map(({ id }) => id);
    expect(named.filter((id) => !tried.has(id))).toEqual([]);
  });

  it('lead to a card that stands in the case, so that it can be put right there', () => {
    for (const { rule, fires, kind } of rows) {
      const theCase = filledCase(fires, kind ?? 'council');
      const { question } = findings(theCase).find((finding) => finding.rule === rule) ?? { question: '' };
      expect(stepOf(theCase, question), `${rule} leads to ${question}`).not.toBeNull();
    }
  });

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

  it('stop sharing only where the documents or the checklist itself do', () => {
    const ids = (wanted: string) => content.rules.filter(({ effect }) => effect === wanted).map(({ id }) => id);
    expect(ids('block').sort()).toEqual(['R05', 'R10a', 'R10b', 'R16a', 'R17a', 'R34a', 'R35b', 'R48']);
    expect(ids('reason').sort()).toEqual([
      ...['R06c', 'R11b', 'R13a', 'R14a', 'R15a', 'R15b', 'R19b', 'R23a', 'R23h', 'R26a', 'R27', 'R30a', 'R35a'],
    ]);
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
      const isUnderBoth = fires['both-agreements'] === 'yes';
      const allowed = isUnderBoth ? ['mas-dsa', 'sf-dsa'] : own[String(agreement)];
      for (const { document } of shown.flatMap(({ sources }) => sources)) {
        if (fires.area !== 'elsewhere' && allowed) expect(allowed, `${rule} under ${agreement}`).toContain(document);
      }
    }
  });
});
