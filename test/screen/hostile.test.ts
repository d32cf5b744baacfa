import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked, screen } from '../../bot/screen/screen.ts';

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

describe('However long it is', () => {
  /** Milliseconds of the processor, the best of some rounds: what else the machine does can only add. */
  const time = (text: string): number => {
    const rounds = Array.from({ length: 3 }, () => {
      const since = process.cpuUsage();
      screen(text, today);
      return process.cpuUsage(since).user / 1000;
    });
    return Math.min(...rounds);
  };

  it.each([
    ...['1', '1 ', '12/', '07700 ', '4111 ', ' \n', 'a', 'Aa ', 'J. ', 'a.', 'a@', 'a@b.', "'a", '+44 ', 'é'],
    ...['his mother ', 'called Xx ', 'born 1/1/11 ', '1 Aa ', 'NHS ', '[dob]', 'CAD 1'],
  ])('%j over and over takes time as it is long', (piece) => {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    const ratio = () => time(text(20_000)) / Math.max(time(text(5_000)), 0.2);
    // Four times the length may take four times as long; a quadratic pattern takes sixteen times, again and again.
    expect([1, 2, 3, 4].some(() => ratio() < 10)).toBe(true);
  });
});
