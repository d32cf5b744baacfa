import { describe, expect, it } from 'vitest';
import { policeLetter, pupilLetter } from '../../bot/screen/kinds/checkLetter.ts';
import { isNhsNumber } from '../../bot/screen/kinds/nhsNumber.ts';
import { isLuhn } from '../../bot/screen/kinds/paymentCard.ts';
import { screen } from '../../bot/screen/screen.ts';

/** The published and calculated values of DOMAIN J2: none belongs to a known person. */
const today = new Date('2026-11-22');
const finds = (text: string): string[] =>
  screen(text, today).map(({ kind, level, start, end }) => `${kind} ${level} ${text.slice(start, end)}`);

describe('Must be caught', () => {
  it.each([
    ['943 476 5919', 'nhs-number high 943 476 5919'],
    ['NHS no 9990000018', 'nhs-number high 9990000018'],
    ['me14 1zz', 'postcode medium me14 1zz'],
    ['me14 1xq', 'postcode medium me14 1xq'],
    ['AB 12 34 56 D', 'ni-number high AB 12 34 56 D'],
    ['1979/0123456T', 'pnc high 1979/0123456T'],
    ['B801200005001', 'upn high B801200005001'],
    ['07700 900123', 'phone high 07700 900123'],
    ['born 03/04/2011', 'dob high 03/04/2011'],
  ])('%s', (text, expected) => {
    expect(finds(text)).toEqual([expected]);
  });
});

describe('Must fail the check', () => {
  it.each([
    'NHS 943 476 5918',
    'NHS 000 000 0000',
    'UPN A801200005001',
    'PNC 1979/0123456X',
    'NI QQ 12 34 56 C',
    'NI GB 12 34 56 A',
  ])('%s', (text) => {
    expect(finds(text)).toEqual([]);
  });
});

describe('Must not alarm', () => {
  it.each([
    's47 2nd review',
    'S.I. 2018/912',
    'DPA 2018 s35(8)(c)',
    'Art 6(1)(e)',
    '2 working days',
    'within 72 hours',
    'review by 24 May',
    'BY24 MAY',
    'v.01.00',
    'MAS DSA January 2021',
    'Sch 1 Part 2 para 18(1)(2)(3)(4)',
    'UPRN field not used',
    'call 101',
    '0300 numbers',
    'Laming and Bichard inquiries',
    'Dartford Borough Council',
    'K-MIP',
    'PDF, 219.6 KB',
    // Shapes that only their guard tells apart.
    'E10 3rd',
    's8 4th',
    'ON12 JAN',
    '999, 111 or 112, Childline 0800 1111, Samaritans 116 123',
    'dpo@example.invalid, safeguarding@example.invalid, info@example.invalid, mash@example.invalid',
  ])('%s', (text) => {
    expect(finds(text)).toEqual([]);
  });
});

describe('Ask, do not mask', () => {
  it.each([
    ['ten bare digits that may be an NHS number', '7654321988', 'nhs-number medium 7654321988'],
    ['a mobile number without its nought', 'mobile 7654321988', 'phone medium 7654321988'],
    ['a landline', '01632 960123', 'phone medium 01632 960123'],
    ['half of somebody’s bank details', 'sort code 12-34-56', 'bank medium 12-34-56'],
  ])('%s', (_name, text, expected) => {
    expect(finds(text)).toEqual([expected]);
  });
});

describe('Nothing is a date of birth without its word, or in time to come', () => {
  it.each(['03/04/2011', 'review 03/04/2011', 'born 23/11/2026', 'born 03/04/2031', 'born 31/02/2011'])(
    '%s',
    (text) => {
      expect(finds(text)).toEqual([]);
    },
  );

  it('the day of today is still a birthday', () => {
    expect(finds('born 22/11/2026')).toEqual(['dob high 22/11/2026']);
  });
});

describe('Check digits and letters', () => {
  it('NHS numbers: modulus 11, never all alike', () => {
    expect(isNhsNumber('9434765919')).toBe(true);
    expect(isNhsNumber('9434765918')).toBe(false);
    expect(isNhsNumber('0000000000')).toBe(false);
  });

  it('PNC, CRO and pupil numbers: modulus 23', () => {
    expect(policeLetter('79', '0123456')).toBe('T');
    expect(pupilLetter('801200005001')).toBe('B');
    expect(pupilLetter('88620011202A')).toBe('X');
  });

  it('payment cards: Luhn', () => {
    expect(isLuhn('4111111111111111')).toBe(true);
    expect(isLuhn('4111111111111112')).toBe(false);
  });
});
