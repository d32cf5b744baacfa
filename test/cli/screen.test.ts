import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { screenFigures } from '../../bot/cli/screenFigures.ts';
import { readArguments, readSentences, readTexts } from '../../bot/cli/screenInput.ts';
import { figuresText, screenedText } from '../../bot/cli/screenText.ts';
import { runCommand } from '../make/command.ts';

describe('the input of screen', () => {
  it('is at most one file, and a format', () => {
    expect(readArguments(['a.jsonl', '--json'])).toEqual({ file: 'a.jsonl', asJson: true });
    expect(readArguments([])).toEqual({ file: null, asJson: false });
    expect(() => readArguments(['a', 'b'])).toThrow(/at most one file.*without FILE/);
    expect(() => readArguments(['a', '--fast'])).toThrow(/not known/);
  });

  it('may be empty, begin with a byte order mark, or end its lines as Windows does', () => {
    const line = JSON.stringify({ id: 'one', text: 'first\r\nsecond' });
    expect(readTexts('', 'a')).toEqual([]);
    expect(readTexts(`\uFEFF${line}\r\n`, 'a')).toEqual([{ id: 'one', text: 'first\r\nsecond' }]);
    expect(readTexts(JSON.stringify({ id: 'one', text: '' }), 'a')).toEqual([{ id: 'one', text: '' }]);
    for (const bad of ['{"id":"a"}', '{"id":"a","text":null}', '{bad', '[]', 'null'])
      expect(() => readTexts(bad, 'a'), bad).toThrow(/^a line 1 is not a text/);
  });

  it('is one text a line; a bad line is named and never repeated', () => {
    const line = JSON.stringify({ id: 'one', text: 'NHS 9990000018', more: 1 });
    expect(readTexts(`${line}\n\n${line}\r\n`, 'a')).toHaveLength(2);
    expect(() => readTexts(`${line}\n{"id":"NHS 9990000018"}`, 'a.jsonl')).toThrow(
      /^a\.jsonl line 2 is not a text with id and text\.$/,
    );
    expect(() => readSentences('{"id":"a","text":"b","expect":[{"kind":"shoe"}]}', 'a')).toThrow(
      /line 1 is not a sent/,
    );
  });
});

describe('the figures', () => {
  const sentence = (id: string, text: string, ...expected: [kind: 'phone' | 'dob', found: string][]) => ({
    id,
    text,
    expect: expected.map(([kind, found]) => ({ kind, level: 'high' as const, found })),
  });
  const figures = screenFigures(
    [
      sentence('caught', 'ring 07700 900123', ['phone', '07700 900123']),
      sentence('missed', 'on 03/04/2011', ['dob', '03/04/2011']),
      sentence('cut', 'ring 07700 900123', ['phone', '07700']),
      sentence('clean', 'ring 101'),
      sentence('alarmed', 'ring 07700 900124'),
    ],
    new Date('2026-11-22'),
  );

  it('count what was caught with both ends right, and clean sentences that lost a word', () => {
    expect(figures).toMatchObject({ sentences: 5, clean: 2, cleanMasked: 1, cleanMaskedShare: 50, highCaught: 33.3 });
    expect(figures).toMatchObject({ cleanTouched: 1, cleanTouchedShare: 50 });
    expect(figures.byKind.phone).toEqual({ wanted: 2, caught: 1, falseAlarms: 2 });
    expect(figures.byKind.dob).toEqual({ wanted: 1, caught: 0, falseAlarms: 0 });
    expect(figures.wrong).toEqual(['missed', 'cut', 'alarmed']);
  });

  it('read as a table without a value in it', () => {
    const text = figuresText(figures);
    expect(text).toMatch(/^phone +1 +1 +2$/m);
    expect(text).toMatch(/wrong in: missed, cut, alarmed/);
    expect(text).not.toContain('07700');
    const found = [{ kind: 'phone', level: 'high', start: 5, end: 17 } as const];
    expect(screenedText([{ id: 'a', found }])).toMatch(/^1 texts, 1 finds, 1 of them certain\na +phone +high +5-17$/);
  });
});

describe('npm run screen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'screen-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one object with kinds, levels and places', () => {
    const path = join(folder, 'texts.jsonl');
    const lines = [
      { id: 'one', text: 'NHS 943\u200b476 5919 for Mrs Sample' },
      { id: 'two', text: 'nothing here' },
    ];
    writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, out } = runCommand('screen', [path, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      items: [
        {
          id: 'one',
          found: [
            { kind: 'nhs-number', level: 'high', start: 4, end: 16 },
            { kind: 'name', level: 'high', start: 21, end: 31 },
          ],
        },
        { id: 'two', found: [] },
      ],
    });
  });

  it('takes a text of a megabyte, and says where in it', () => {
    const path = join(folder, 'long.jsonl');
    const text = `${'seen at home, nothing new. '.repeat(40_000)}NHS 943 476 5919`;
    writeFileSync(path, JSON.stringify({ id: 'long', text }));
    const { code, out } = runCommand('screen', [path, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).items[0].found).toEqual([
      { kind: 'nhs-number', level: 'high', start: text.length - 12, end: text.length },
    ]);
  });

  it('measures the project’s own sentences when no file is named', () => {
    const { code, out } = runCommand('screen', []);
    expect(code).toBe(0);
    expect(out).toMatch(/certain \(high\): [\d.]+ % found/);
    expect(out).toMatch(/^nhs-number +\d+ +\d+ +\d+$/m);
  });

  it('exits 2 with a sentence when the file is not there', () => {
    const { code, out, err } = runCommand('screen', [join(folder, 'nowhere.jsonl')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/cannot be read/);
  });
});
