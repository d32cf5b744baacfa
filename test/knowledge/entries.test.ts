import { describe, expect, it } from 'vitest';
import { allEntries, foundEntries } from '../../knowledge/entries.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Area } from '../../knowledge/schema.ts';
import { knowledge } from '../make/knowledge.ts';

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const found = (text: string, area: Area | null = 'london') => ids(foundEntries(knowledge, text, area));
const all = (area: Area | null) => allEntries(knowledge, area);

/** The content with other short names of some agreements. */
const withNames = (nameOf: (id: string) => string | undefined): Knowledge => {
  const { content } = knowledge;
  const agreements = content.agreements.map((one) => ({ ...one, shortName: nameOf(one.id) ?? one.shortName }));
  return { ...knowledge, content: { ...content, agreements } };
};

describe('the list of everything', () => {
  it('has each agreement and each topic once, for everybody', () => {
    const total = knowledge.agreements.size + knowledge.topics.size;
    for (const area of ['kent', 'london', 'elsewhere', null] as const)
      expect(new Set(all(area).map(({ kind, id }) => `${kind}:${id}`)).size).toBe(total);
  });

  it('starts with the agreements of the area, then how to share there, then what applies elsewhere', () => {
    const places = all('kent').map(({ kind, area }) => `${kind} ${area === 'london' ? 'there' : 'here'}`);
    expect([...new Set(places)]).toEqual(['agreement here', 'topic here', 'agreement there']);
    expect(ids(all('kent'))[0]).toBe('kmisa');
  });

  it('goes from A to Z, the old agreement last of them', () => {
    const agreements = all('london').filter(({ kind, area }) => kind === 'agreement' && area === 'london');
    expect(agreements.at(-1)).toMatchObject({ id: 'troubled-families', isLegacy: true });
    const titles = agreements.slice(0, -1).map(({ title }) => title);
    expect(titles).toEqual([...titles].sort((one, other) => one.localeCompare(other, 'en-GB')));
  });

  it('has the agreements of both areas side by side for somebody who told none', () => {
    const first = all(null).slice(0, knowledge.agreements.size);
    expect(first.every(({ kind }) => kind === 'agreement')).toBe(true);
    expect(ids(all('elsewhere'))).toEqual(ids(all(null)));
  });
});

describe('what words find', () => {
  it('is first what would answer them, in the asker’s area', () => {
    expect(found('bruising on a baby')[0]).toBe('mas');
    expect(found('bruising on a baby', 'kent')[0]).toBe('kmisa');
  });

  it('is that before what has the words in its name', () => {
    const named = withNames((id) => (id === 'cctv' ? 'Bruising on a baby' : undefined));
    const listed = ids(foundEntries(named, 'bruising on a baby', 'london'));
    expect([listed[0], listed.at(-1)]).toEqual(['mas', 'cctv']);
  });

  it('is then what is called so, in the other area too', () => {
    expect(found('mappa', 'kent')).toContain('mappa');
  });

  it('may be half typed, with other letters, accents and marks', () => {
    expect(found('trad')).toContain('trading-standards');
    expect(found('Éma')).toContain('email-sharing');
    expect(found('M.A.P')).toContain('mappa');
    expect(found('rescue and resp')).toContain('county-lines');
  });

  it('is what begins with the words before what has them further in', () => {
    const named = withNames((id) => ({ asb: 'Old zebra', cctv: 'Zebra stripes' })[id]);
    expect(ids(foundEntries(named, 'zebra', 'london'))).toEqual(['cctv', 'asb']);
  });

  it('holds every word in one of its names, and none comes twice', () => {
    const listed = found('sharing agreement');
    expect(listed).toContain('asb');
    expect(new Set(listed).size).toBe(listed.length);
    expect(found('licensing fly-tipping zebra')).not.toContain('cctv');
  });

  it('is nothing for words that nothing is called', () => {
    for (const words of ['qwertyzz', '😀', '\u0000', '%', 'constructor __proto__']) expect(found(words)).toEqual([]);
  });

  it('follows the content: a new revision is read anew', () => {
    expect(found('zebra')).toEqual([]);
    const renamed = withNames(() => 'Zebra');
    expect(ids(foundEntries(renamed, 'zebra', 'london'))).toContain('asb');
    expect(found('zebra')).toEqual([]);
  });
});
