import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { casesOf, heldOut, rightWanted } from '../../bot/cli/calibration.ts';
import { readQuestions } from '../../bot/cli/evaluateInput.ts';
import { isRight, isSingle, percent } from '../../bot/cli/evaluation.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { knowledge } from '../make/knowledge.ts';

const read = (name: string) => {
  const file = new URL(`./questions/${name}.jsonl`, import.meta.url);
  return readQuestions(readFileSync(file, 'utf8'), name);
};

describe('the project’s own questions', () => {
  const judged = read('judged').map((question) => {
    const answer = matchQuestion(knowledge, question.q, { area: question.area, answers: {} });
    const labels = answer.ranked.map(({ label }) => label);
    return { question, answer, first: isRight(question, labels, 1), three: isRight(question, labels, 3) };
  });
  const share = (part: number) => percent(part, judged.length);

  it('stand apart: none is judged that the confidence was fitted on', () => {
    const words = (text: string) => text.toLowerCase().replace(/\W+/g, ' ').trim();
    const fitted = new Set(read('fitted').map(({ q }) => words(q)));
    expect(fitted.size).toBeGreaterThanOrEqual(400);
    expect(judged.length).toBeGreaterThanOrEqual(200);
    expect(judged.filter(({ question }) => fitted.has(words(question.q)))).toEqual([]);
  });

  it('get the right answer first, or among three', () => {
    expect(share(judged.filter(({ first }) => first).length)).toBeGreaterThanOrEqual(89);
    expect(share(judged.filter(({ three }) => three).length)).toBeGreaterThanOrEqual(94);
  });

  it('are declined where nothing is held: no agreement is named', () => {
    const none = judged.filter(({ question }) => question.kind === 'none');
    expect(none.length).toBeGreaterThanOrEqual(15);
    expect(none.filter(({ first }) => !first).map(({ question }) => question.q)).toEqual([]);
  });

  it('are right at least 94 times in 100 when answered “this one”, and are offered three at most', () => {
    const sure = judged.filter(({ answer }) => answer.band === 'this-one');
    expect(sure.length).toBeGreaterThanOrEqual(90);
    expect(percent(sure.filter(({ first }) => first).length, sure.length)).toBeGreaterThanOrEqual(94);
    const single = judged.filter(({ question }) => isSingle(question));
    const sureOfSingle = single.filter(({ answer }) => answer.band === 'this-one').length;
    expect(percent(sureOfSingle, single.length)).toBeGreaterThanOrEqual(60);
    expect(Math.max(...judged.map(({ answer }) => answer.ranked.length))).toBeLessThanOrEqual(3);
  });

  it('are trusted rightly on the folds held out: 95 in 100 right, for 60 in 100 of those with one answer', () => {
    const fitted = read('fitted');
    const { sure, right, single } = heldOut(casesOf(knowledge, fitted).cases, rightWanted);
    expect(percent(right, sure)).toBeGreaterThanOrEqual(95);
    expect(percent(single, fitted.filter(isSingle).length)).toBeGreaterThanOrEqual(60);
  });
});
