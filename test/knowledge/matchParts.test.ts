import { describe, expect, it } from 'vitest';
import { ageAt } from '../../knowledge/match/ages.ts';
import { readWords, sayPlainly } from '../../knowledge/match/normalise.ts';
import { PhraseBook } from '../../knowledge/match/phraseBook.ts';
import { Scorer } from '../../knowledge/match/scorer.ts';
import { makeSpelling } from '../../knowledge/match/spelling.ts';
import { stem } from '../../knowledge/match/stem.ts';

describe('a name said plainly', () => {
  it('has no case, hyphens, accents or possessive', () => {
    expect(sayPlainly('Anti-Social Behaviour')).toBe('anti social behaviour');
    expect(sayPlainly('Children’s Front Door')).toBe('children front door');
    expect(sayPlainly('R&R')).toBe('r and r');
    expect(sayPlainly('M.A.S.H. café')).toBe('mash cafe');
    expect(sayPlainly('e.g. this')).toBe('eg this');
    expect(sayPlainly('What’s Anna’s plan, isn’t it?')).toBe('whats anna plan isnt it');
  });

  it('keeps what was typed beside it', () => {
    expect(readWords('The BABY’s arm').map(({ typed }) => typed)).toEqual(['The', "BABY's", 'arm']);
  });

  it('knows where sentences and clauses start', () => {
    const starts = readWords('One two. Three, four').map(({ startsSentence, startsClause }) => [
      startsSentence,
      startsClause,
    ]);
    expect(starts).toEqual([
      [true, true],
      [false, false],
      [true, true],
      [false, true],
    ]);
  });
});

describe('a stem', () => {
  it.each([
    ['exploited', 'exploiting', 'exploitation', 'exploits'],
    ['bruise', 'bruises', 'bruised', 'bruising'],
    ['radicalise', 'radicalised', 'radicalisation', 'radicalization'],
    ['evacuate', 'evacuated', 'evacuation'],
    ['family', 'families'],
    ['move', 'moved', 'moving', 'moves'],
    ['stab', 'stabbed', 'stabbing', 'stabbings'],
    ['encrypt', 'encrypted', 'encryption'],
    ['offend', 'offended', 'offending', 'offender'],
  ])('is one for %s and its kin', (...kin) => expect(new Set(kin.map(stem)).size, kin.map(stem).join()).toBe(1));

  it('keeps different words apart', () => {
    const words = [
      'police',
      'policy',
      'child',
      'chill',
      'prison',
      'person',
      'red',
      'ring',
      'care',
      'car',
      'bus',
      'abuse',
    ];
    expect(new Set(words.map(stem)).size).toBe(words.length);
  });
});

describe('the spelling tolerance', () => {
  const spelling = makeSpelling(
    new Map(
      ['safeguarding', 'radicalisation', 'bruise', 'bruises', 'break', 'housing', 'mash'].map((word) => [word, 1]),
    ),
  );

  it('puts a letter right that is missing, added, changed or swapped', () => {
    expect(spelling('safegaurding')).toBe('safeguarding');
    expect(spelling('bruse')).toBe('bruise');
    expect(spelling('hosuing')).toBe('housing');
    expect(spelling('radicalistion')).toBe('radicalisation');
    expect(spelling('housiing')).toBe('housing');
    expect(spelling('safeguatding')).toBe('safeguarding');
    expect(spelling('hoesing')).toBe('housing');
  });

  it('leaves alone what may be another word', () => {
    expect(spelling('mahs')).toBeNull();
    expect(spelling('bread')).toBeNull();
    expect(spelling('fhousing')).toBeNull();
    expect(spelling('housimg')).toBeNull();
    expect(spelling('brisues')).toBeNull();
    expect(spelling('safe')).toBeNull();
  });

  it('gives up on very long words without effort', () => {
    expect(spelling('x'.repeat(2000))).toBeNull();
  });
});

describe('a phrase book', () => {
  const book = new PhraseBook<string>();
  book.add(['front', 'door'], 'mas');
  book.add(['front'], 'weather');
  book.add(['adult', 'front', 'door'], 'adult');
  book.add(['front', 'door'], 'topic');

  it('finds the longest phrase at each place, with everything it stands for', () => {
    expect(book.findAll('at the front door a cold front'.split(' '))).toEqual([
      { value: 'mas', start: 2, end: 4 },
      { value: 'topic', start: 2, end: 4 },
      { value: 'weather', start: 6, end: 7 },
    ]);
  });

  it('reports no phrase inside a longer one', () => {
    expect(book.findAll(['adult', 'front', 'door']).map(({ value }) => value)).toEqual(['adult']);
    expect(book.findAll(['adult', 'front']).map(({ value }) => value)).toEqual(['weather']);
    expect(book.findAll([])).toEqual([]);
  });
});

describe('an age', () => {
  const age = (text: string) =>
    readWords(text).map((_, at, words) =>
      ageAt(
        words.map(({ plain }) => plain),
        at,
      ),
    );
  it.each([
    ['a 14 year old', 'child'],
    ['a 14-year-old', 'child'],
    ['15yo', 'child'],
    ['a boy of nine', 'child'],
    ['aged 17', 'child'],
    ['eighteen years old', 'adult'],
    ['a woman of 82', 'adult'],
  ])('in “%s” makes a %s', (text, who) => expect(age(text)).toContain(who));

  it.each(['flat 14', '14 years ago', 'level 2', 'in 2026', 'two boys', 'aged 400'])(
    'is not read into “%s”',
    (text) => {
      expect(age(text).every((one) => one === null)).toBe(true);
    },
  );
});

describe('a scorer', () => {
  const item = (...features: string[]) => [
    new Map(features.map((name) => [name, features.filter((one) => one === name).length])),
  ];
  const scorer = new Scorer([
    item('noise', 'flat'),
    item('bruise', 'flat', 'baby'),
    item('flat', 'film', 'noise', 'noise'),
  ]);
  const evidence = (...names: string[]) => names.map((name, word) => ({ name, word, trust: 1 }));

  it('prefers the item that says a rare thing, and makes little of what every item says', () => {
    const [one = 0, two = 0, three = 0] = scorer.scores(evidence('bruise', 'flat'));
    expect(two).toBeGreaterThan(0);
    expect(two).toBeGreaterThan(5 * Math.max(one, three));
  });

  it('says which words added what, the strongest first', () => {
    expect(scorer.reasons(evidence('film', 'noise'), 2).map(({ word }) => word)).toEqual([0, 1]);
    expect(scorer.reasons(evidence('film'), 0)).toEqual([]);
  });

  it('counts evidence by how much it is trusted', () => {
    const half = scorer.scores([{ name: 'film', word: 0, trust: 0.5 }])[2] ?? 0;
    expect(half * 2).toBeCloseTo(scorer.scores(evidence('film'))[2] ?? 0);
  });

  it('gives a feature that one item has the same worth however many items there are', () => {
    const many = new Scorer([item('bruise'), ...Array.from({ length: 500 }, (_, at) => item(`word${at}`))]);
    const few = new Scorer([item('bruise'), item('other')]);
    expect(many.scores(evidence('bruise'))[0]).toBeCloseTo(few.scores(evidence('bruise'))[0] ?? 0);
  });

  it('holds nothing when there is nothing to hold', () => {
    expect([...new Scorer([]).scores(evidence('bruise'))]).toEqual([]);
  });
});
