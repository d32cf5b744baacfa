import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearedBy, markOf, putBack, screenedAnswers, seenIn, takenFrom } from '../../bot/conversation/screened.ts';
import { TakenOut } from '../../bot/conversation/takenOut.ts';

const today = new Date('2026-11-22T10:00:00Z');
const nobody = () => false;
/** Test values of the domain brief; none belongs to a person. */
const values = ['943 476 5919', '07700 900123', 'born 03/04/2011', 'AB 12 34 56 D', '1979/0123456T'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...values), fc.constantFrom('the made-up file', 'needs it.', '[name]', '\n', '£ 10')))
  .map((pieces) => pieces.join(' '));

describe('Words without identifiers', () => {
  it('come back whole when what was taken out is not about a person', () => {
    fc.assert(
      fc.property(text, (words) => {
        const { text: clean, values: taken } = takenFrom(words, today, ({ level }) => level === 'high');
        const kinds = [...new Set(taken.map(({ kind }) => kind))];
        const back = kinds.reduce<string | null>((now, kind) => {
          const ofKind = taken.filter((one) => one.kind === kind).map(({ value }) => value);
          return now === null ? null : putBack(now, kind, ofKind);
        }, clean);
        expect(back).toBe(words);
      }),
    );
  });

  it('cannot be put back where their place is gone, or where there are more places than values', () => {
    expect(putBack('Nothing here.', 'nhs-number', ['943 476 5919'])).toBeNull();
    expect(putBack('[nhs-number] and [nhs-number]', 'nhs-number', ['943 476 5919'])).toBeNull();
    expect(putBack('For [nhs-number].', 'nhs-number', ['943 476 5919'])).toBe('For 943 476 5919.');
  });

  it('keep a value that was called nobody’s, in that answer of that case only', () => {
    const mark = markOf('case-1', 'why', 'nhs-number', '943 476 5919');
    const cleared = clearedBy('case-1', [mark]);
    const typed = { why: 'File 943 476 5919', purpose: 'File 943 476 5919' };
    expect(screenedAnswers(typed, today, cleared).inputs).toEqual({
      why: 'File 943 476 5919',
      purpose: 'File [nhs-number]',
    });
    expect(screenedAnswers(typed, today, clearedBy('case-2', [mark])).inputs.why).toBe('File [nhs-number]');
    expect(screenedAnswers({ why: 'File 401 023 2137' }, today, cleared).inputs.why).toBe('File [nhs-number]');
    expect(seenIn('why', 'File 943 476 5919', today, cleared)).toEqual([]);
    expect(seenIn('why', 'File 943 476 5919', today, nobody)).toEqual(['nhs-number']);
  });

  it('leave a mark that says nothing of the value', () => {
    expect(markOf('case-1', 'why', 'nhs-number', '943 476 5919')).toMatch(/^[\w-]{16}$/);
  });
});

describe('What was taken out', () => {
  it('is held 15 minutes after the last of it, by case and answer, and no longer', () => {
    let now = today;
    const taken = new TakenOut(() => now);
    taken.keep('case-1', 'why', [{ kind: 'phone', value: '07700 900123' }]);
    now = new Date(today.getTime() + 10 * 60_000);
    taken.keep('case-1', 'why', [{ kind: 'dob', value: 'born 03/04/2011' }]);
    expect(taken.of('case-1', 'why').map(({ kind }) => kind)).toEqual(['phone', 'dob']);
    expect(taken.of('case-1', 'purpose')).toEqual([]);
    expect(taken.of('case-2', 'why')).toEqual([]);
    taken.forget('case-1', 'why', 'phone');
    expect(taken.of('case-1', 'why').map(({ kind }) => kind)).toEqual(['dob']);
    now = new Date(today.getTime() + 25 * 60_000);
    expect(taken.of('case-1', 'why')).toEqual([]);
  });

  it('never grows beyond what fits', () => {
    const taken = new TakenOut(() => today);
    for (let count = 0; count < 6_000; count += 1)
      taken.keep(`case-${count}`, 'why', [{ kind: 'phone', value: '07700 900123' }]);
    expect(taken.of('case-0', 'why')).toEqual([]);
    expect(taken.of('case-5999', 'why')).toHaveLength(1);
  });
});
