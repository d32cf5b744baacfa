import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identifier, identifierKinds } from '../../bot/screen/identifier.ts';
import { masked, maskedWhere, screen } from '../../bot/screen/screen.ts';

const today = new Date('2026-11-22');

/** What identifiers and the words beside them are made of, and what breaks naive patterns. */
const pieces = [
  ...[
    '1',
    '12',
    '07700',
    '07',
    '4',
    '4111',
    '900123',
    '9990000018',
    '943 476 5919',
    '１',
    '𝟗',
    '07700900123B801200005001',
  ],
  ...[' ', '  ', '\n', '\u00a0', '\u200b', '\ufeff', '\t', '.', '-', '–', '/', '@', '(', ')', '+', '%', '_', "'", '’'],
  ...['a', 'A', 'Aa', 'é', '😀', '\ud800', 'ﬁ', 'x.', 'J. ', 'of the ', 'Mr ', 'Ann ', 'his mother ', 'called ', '’s'],
  ...[
    'NHS ',
    'NI ',
    'born ',
    'DOB ',
    'PNC ',
    'UPRN ',
    'reg ',
    'passport ',
    'sort code ',
    'CAD ',
    'case no ',
    'lives at ',
  ],
  ...[
    '1/1/11',
    ' March ',
    'AB12 CDE',
    'ME14 1ZZ',
    '2nd',
    'Flat 1 ',
    ' Road',
    'GB29',
    'SF',
    '+44 ',
    'a@b.',
    '[dob]',
    '[',
  ],
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
const anything = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }));

const isInsidePair = (units: string): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(units);

describe('Whatever is typed', () => {
  it('the screen never throws, and its places are in order, inside the text, and cut no character in half', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const found = screen(text, today);
        const places = found.flatMap(({ start, end }) => [start, end]);
        expect(places).toEqual([...places].sort((one, other) => one - other));
        expect(found.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true);
        expect(places.some((place) => isInsidePair(text.slice(place - 1, place + 1)))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a text that was masked holds nothing more to mask', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = masked(text, today);
        expect(masked(once.text, today)).toEqual({ text: once.text, kinds: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Certain identifiers, and what may stand around them. */
const certain = [
  '943 476 5919',
  'NHS no 9990000018',
  'AB 12 34 56 D',
  '1979/0123456T',
  'B801200005001',
  '07700 900123',
  '+44 7700 900 456',
  'pat.example@example.invalid',
  'born 03/04/2011',
  'DOB: 4 May 2012',
  '4111 1111 1111 1111',
  '12-34-56 12345678',
  'reg AB12 CDE',
  'passport 123456789',
  'lives at ME14 1ZZ',
];
const between = [' ', '\n', ', ', '; ', ' and ', ' (his) ', '. ', ' – ', '\t', ' | ', ' Mrs Jane Sample ', ' office '];
const valueIn = (written: string): string => /[^ :]*\d.*$|\S+@\S+/.exec(written)?.[0] ?? written;

describe('What is certain', () => {
  it('is nowhere in the masked text, whatever stands between', () => {
    const one = fc.tuple(fc.constantFrom(...certain), fc.constantFrom(...between));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (parts) => {
        const { text } = masked(parts.flat().join(''), today);
        for (const [written] of parts) expect(text).not.toContain(valueIn(written));
      }),
      { numRuns: 500 },
    );
  });

  it('goes or stays as it is wanted, and the same wish again takes no more', () => {
    fc.assert(
      fc.property(anything, fc.subarray([...identifierKinds]), fc.nat(3), (text, kinds, lengths) => {
        const isWanted = ({ kind }: Identifier, value: string) => kinds.includes(kind) && value.length % 4 !== lengths;
        const once = maskedWhere(text, today, isWanted);
        expect(maskedWhere(once.text, today, isWanted)).toEqual({ text: once.text, kinds: [] });
        expect(once.kinds.every((kind) => kinds.includes(kind))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('However long it is', () => {
  const time = (text: string): number => {
    const since = process.cpuUsage();
    screen(text, today);
    return process.cpuUsage(since).user / 1000;
  };
  /** How much longer four times the text takes: the best of runs that take turns, for whatever else runs only adds time. */
  const ratio = (piece: string): number => {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    const [short, long] = [text(4_000), text(16_000)];
    const runs = Array.from({ length: 7 }, () => [time(short), time(long)] as const);
    const best = (at: 0 | 1) => Math.max(Math.min(...runs.map((run) => run[at])), 0.3);
    return best(1) / best(0);
  };

  it.each([
    ...['1', '1 ', '12/', '07700 ', '4111 ', ' \n', 'a', 'Aa ', 'J. ', 'a.', 'a@', 'a@b.', "'a", '+44 ', 'é', ' ', '-'],
    ...['his mother ', 'called Xx ', 'born 1/1/11 ', '1 Aa ', 'NHS ', '[dob]', 'CAD 1', 'A', 'AA, Ann ', 'Ann, Ann\n'],
    ...[
      '1/1/11\n',
      'NHS no DOB\n1/1/11, 9990000018\n',
      'mr x ',
      'is called ann ',
      '1 Aa, ',
      '(at)',
      '12-34-56 ',
      '1-',
      'A1',
    ],
    ...[
      'Flat 1 Aa Road, ',
      '(0',
      '\\',
      'Mr ',
      'PC 1 ',
      'SF1/',
      'DOB 1/1/85 mum ',
      'known as ',
      'is a lot like ',
      'Ann’s ',
    ],
  ])('%j over and over: four times the length takes about four times the time', (piece) => {
    // A quadratic pattern takes sixteen times, again and again; a busy machine eight only now and then.
    expect([1, 2, 3, 4].some(() => ratio(piece) <= 8)).toBe(true);
  });

  it('a random pattern over and over, too', () => {
    const pattern = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, (piece) => [1, 2, 3, 4].some(() => ratio(piece) <= 8)),
      { numRuns: 15 },
    );
  });
});
