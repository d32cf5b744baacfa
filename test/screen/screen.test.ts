import { describe, expect, it } from 'vitest';
import { isNhsNumber } from '../../bot/screen/nhsNumber.ts';
import { findIdentifiers, masked } from '../../bot/screen/screen.ts';

describe('The screen takes out what names a person', () => {
  it.each([
    ['an NHS number in its layout', 'his number is 943 476 5919 today', 'his number is [nhs-number] today'],
    ['an NHS number after the word', 'NHS no 9990000018', 'NHS no [nhs-number]'],
    ['a National Insurance number', 'NI AB 12 34 56 D given', 'NI [ni-number] given'],
    ['a mobile number', 'ring 07700 900123 after 5', 'ring [phone] after 5'],
    ['a personal mail address', 'write to pat.example@example.invalid.', 'write to [email].'],
    ['two kinds in one text', '943 476 5919 and 07700 900123', '[nhs-number] and [phone]'],
  ])('%s', (_name, text, clean) => {
    expect(masked(text).text).toBe(clean);
  });

  it.each([
    'NHS number that fails its check: 943 476 5918',
    'ten zeros: NHS 000 000 0000',
    'QQ 12 34 56 C and GB 12 34 56 A are no numbers',
    'S.I. 2018/912, DPA 2018 s35(8)(c), Art 6(1)(e), Sch 1 Part 2 para 18(1)(2)(3)(4)',
    'within 72 hours, 2 working days, call 101, 0300 numbers',
    'the team is at safeguarding@example.invalid or dpo@example.invalid',
    'case 1234567890 of last year',
  ])('and leaves alone: %s', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });

  it('gives places that point at the value', () => {
    const text = 'NHS 943 476 5919';
    const [found] = findIdentifiers(text);
    expect(text.slice(found?.start, found?.end)).toBe('943 476 5919');
  });

  it('knows the check digit', () => {
    expect(isNhsNumber('9434765919')).toBe(true);
    expect(isNhsNumber('9434765918')).toBe(false);
    expect(isNhsNumber('0000000000')).toBe(false);
  });

  it('stays quick on hostile text', () => {
    const slow = `${'a.'.repeat(20_000)}@${'b.'.repeat(20_000)} ${'07700 '.repeat(5_000)}`;
    const short = slow.slice(0, slow.length / 8);
    const time = (text: string) => {
      const since = performance.now();
      findIdentifiers(text);
      return performance.now() - since;
    };
    time(short);
    // Eight times the length may take eight times as long; a quadratic pattern takes sixty-four times.
    const ratios = [1, 2, 3, 4, 5]
      .map(() => time(slow) / Math.max(time(short), 0.05))
      .sort((one, other) => one - other);
    expect(ratios[2]).toBeLessThan(40);
  });
});
