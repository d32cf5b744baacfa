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

describe('A name', () => {
  it.each([
    ['is asked about', 'Jo Sample rang', 'name medium Jo Sample'],
    ['is certain beside a date of birth', 'Jo Sample, born 03/04/2011', 'name high Jo Sample'],
    ['is certain beside an NHS number', 'Jo Sample, NHS 9990000018', 'name high Jo Sample'],
    ['is certain beside an address', 'Jo Sample, 14 Acacia Avenue', 'name high Jo Sample'],
    ['is certain beside a postcode with its house', 'Jo Sample lives at ME14 1ZZ', 'name high Jo Sample'],
    ['is not so beside half of one', 'Jo Sample, ME14 1ZZ', 'name medium Jo Sample'],
    ['may be written small', 'his dad is called gaz', 'name medium gaz'],
    ['may be written small behind a title', 'saw mr sample today', 'name medium mr sample'],
    ['may stand behind the surname', 'SAMPLE, Alfie came', 'name medium SAMPLE, Alfie'],
    ['may be a month when a person does something', 'April Sample was late', 'name medium April Sample'],
  ])('%s', (_name, text, expected) => {
    expect(finds(text)[0]).toBe(expected);
  });

  it.each([
    'Mr X and Ms B agreed',
    'the service is called early help',
    'mum called twice',
    'the folder is called xylo',
    'April figures were late',
  ])('is not in “%s”', (text) => {
    expect(finds(text)).toEqual([]);
  });
});

describe('In a table the label over a column speaks for what stands below', () => {
  const table = (header: string) => `${header}\nA, 04/07/2015, 9990000018\nB, 05/08/2016, 9990080194`;

  it('for dates of birth and NHS numbers', () => {
    expect(finds(table('Pupil, DOB, NHS no'))).toEqual([
      'dob high 04/07/2015',
      'nhs-number high 9990000018',
      'dob high 05/08/2016',
      'nhs-number high 9990080194',
    ]);
    const far =
      'Pupil, DOB, year group, class teacher, house colour, free meals, transport, after school club, comments';
    expect(finds(table(far)).filter((found) => found.startsWith('dob'))).toHaveLength(2);
  });

  it('but a sentence is no label, and a column of other dates is none of births', () => {
    expect(finds(table('We hold no DOB for either of the pupils in this school'))).toEqual([]);
    expect(finds('Pupil, DOB withheld, Review\nA, 04/07/2015\nB, 05/08/2016')).toEqual([]);
  });
});

describe('Where an organisation is', () => {
  it.each(['Exampleton Council, 12 Some Road, Exampleton ME4 4ZZ', 'Kent Police HQ, 1 Some Road ME15 9ZZ'])(
    'is nobody’s address: %s',
    (text) => {
      expect(finds(text)).toEqual([]);
    },
  );
});

describe('In a layout that hardly anybody prints, only the word tells', () => {
  it.each([
    ['AB 123 456 C', 'NI AB 123 456 C', 'ni-number high AB 123 456 C'],
    ['12/4567W', 'PNC 12/4567W', 'pnc high 12/4567W'],
    ['Summer Fair, 2026', 'Summer Sample, 14 Acacia Avenue', 'name high Summer Sample'],
  ])('%s is nothing, %s is found', (bare, told, expected) => {
    expect(finds(bare)).toEqual([]);
    expect(finds(told)).toContain(expected);
  });
});
