import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArguments, readQuestions } from '../../bot/cli/evaluateInput.ts';
import { evaluate, isRight, type Labelled, type Outcome, percent } from '../../bot/cli/evaluation.ts';
import { evaluationText } from '../../bot/cli/evaluationText.ts';
import { runCommand } from '../make/command.ts';

const question = (changes: Partial<Labelled> = {}): Labelled => ({
  id: 'one',
  q: 'noisy neighbours',
  gold: ['asb'],
  area: 'london',
  kind: 'situation',
  ...changes,
});
const outcome = (id: string, ranked: string[], changes: Partial<Outcome> = {}): Outcome => ({
  id,
  ranked,
  band: 'this-one',
  declined: null,
  ms: 1,
  ...changes,
});

describe('an answer is right', () => {
  it('when one of the first labels is among those wanted', () => {
    const either = question({ gold: ['mace', 'mas'] });
    expect(isRight(either, ['mas', 'asb'], 1)).toBe(true);
    expect(isRight(either, ['asb', 'cctv', 'mace'], 1)).toBe(false);
    expect(isRight(either, ['asb', 'cctv', 'mace'], 3)).toBe(true);
    expect(isRight(either, ['asb', 'cctv', 'iom', 'mace'], 3)).toBe(false);
  });

  it('when no agreement stands anywhere, where there is nothing to name', () => {
    const none = question({ gold: ['none'] });
    for (const ranked of [[], ['none'], ['topic:email']]) expect(isRight(none, ranked, 1), ranked.join()).toBe(true);
    expect(isRight(none, ['topic:email', 'topic:foi', 'asb'], 1)).toBe(false);
  });

  it('when all stand among the first three, where several are needed', () => {
    const both = question({ gold: ['marac-vawg', 'mas'], kind: 'multi' });
    expect(isRight(both, ['asb', 'mas', 'marac-vawg'], 1)).toBe(true);
    expect(isRight(both, ['mas', 'asb'], 3)).toBe(false);
    expect(isRight(both, ['mas', 'asb', 'iom', 'marac-vawg'], 3)).toBe(false);
  });
});

describe('an evaluation', () => {
  const questions = [question(), question({ id: 'two', kind: 'typo' }), question({ id: 'three', kind: 'typo' })];
  const items = [
    outcome('one', ['asb']),
    outcome('two', ['cctv', 'asb'], { band: 'probably', ms: 7.25 }),
    outcome('three', [], { band: 'none', declined: 'no-match' }),
  ];
  const result = evaluate(questions, items);

  it('gives per cent to one decimal, overall and by kind', () => {
    expect(result).toEqual({
      n: 3,
      top1: 33.3,
      top3: 66.7,
      byKind: { situation: { n: 1, top1: 100, top3: 100 }, typo: { n: 2, top1: 0, top3: 50 } },
      items,
    });
    expect(percent(0, 0)).toBe(0);
  });

  it('reads as a table with the reliability of each band and what took longest', () => {
    const text = evaluationText(questions, result);
    expect(text).toMatch(/3 questions: first answer right 33\.3 %, one of three right 66\.7 %/);
    expect(text).toMatch(/^typo +2 +0\.0 % +50\.0 %$/m);
    expect(text).toMatch(/^probably +1 +0\.0 %$/m);
    expect(text).toMatch(/^choose +0 +-$/m);
    expect(text).toMatch(/slowest: two 7\.25 ms/);
  });
});

describe('the input of eval', () => {
  const line = (changes: Partial<Labelled> = {}) => JSON.stringify({ ...question(changes), source: 'made up' });

  it('is one file, or none for the project’s own questions, and a format', () => {
    expect(readArguments(['a.jsonl', '--json'])).toEqual({ file: 'a.jsonl', asJson: true });
    expect(readArguments([])).toEqual({ file: null, asJson: false });
    expect(() => readArguments(['a', 'b'])).toThrow(/at most one file/);
    expect(() => readArguments(['a', '--fast'])).toThrow(/not known/);
  });

  it('is one question a line', () => {
    expect(readQuestions(`${line()}\n\n${line({ id: 'two', area: null })}\n`, 'a')).toMatchObject([
      { id: 'one' },
      { id: 'two' },
    ]);
    expect(() => readQuestions(`${line()}\nnot json\n`, 'a.jsonl')).toThrow(/^a\.jsonl line 2 is not a question/);
    expect(() => readQuestions(JSON.stringify({ id: 'one' }), 'a')).toThrow(/line 1 is not a question/);
    expect(() => readQuestions(line({ gold: [] }), 'a')).toThrow(/line 1/);
  });
});

describe('npm run eval', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one object with what was offered to each question', () => {
    const path = join(folder, 'questions.jsonl');
    const hello = question({ id: 'two', q: 'hello', gold: ['none'], area: null, kind: 'none' });
    writeFileSync(path, `${JSON.stringify(question())}\n${JSON.stringify(hello)}\n`);
    const { code, out } = runCommand('evaluate', [path, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      n: 2,
      top1: 100,
      top3: 100,
      byKind: { none: { n: 1, top1: 100, top3: 100 }, situation: { n: 1, top1: 100, top3: 100 } },
      items: [
        { id: 'one', ranked: ['asb'], band: expect.any(String), declined: null, ms: expect.any(Number) },
        { id: 'two', ranked: [], band: 'none', declined: 'small-talk', ms: expect.any(Number) },
      ],
    });
  });

  it('exits 2 with a sentence when the file is not there', () => {
    const { code, out, err } = runCommand('evaluate', [join(folder, 'nowhere.jsonl')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/cannot be read/);
  });
});
