import { describe, expect, it } from 'vitest';
import { type DraftView, draftsCard, draftsOnPage } from '../../cards/drafts/drafts.ts';
import { readAction } from '../../cards/verbs.ts';
import { buttons } from '../make/speaker.ts';

const id = '00000000-0000-4000-8000-00000000ca5e';
const draft: DraftView = {
  case: id,
  revision: 3,
  copy: id,
  name: `Supporting Families, to ${'W’'.repeat(60)}`,
  stands: 'Question 5 of 10: A request not to share',
  saved: '22 November 2026',
  daysLeft: 21,
};
const page = (number: number, count: number) =>
  draftsCard({
    drafts: Array.from({ length: Math.min(draftsOnPage, count - (number - 1) * draftsOnPage) }, () => draft),
    page: number,
    count,
    days: 28,
    warningDays: 7,
  });

describe('The list of drafts', () => {
  it('stays well under 28 KB on any page of 200, at its longest', () => {
    const sizes = Array.from({ length: 200 / draftsOnPage }, (_, index) =>
      Buffer.byteLength(JSON.stringify(page(index + 1, 200).card)),
    );
    expect(sizes).toHaveLength(40);
    expect(Math.max(...sizes)).toBeLessThan(20 * 1024);
  });

  it('offers the pages there are, and carries nothing but ids', () => {
    const titles = (number: number, count: number) =>
      buttons(page(number, count))
        .map(({ title }) => title)
        .filter((title) => title.endsWith('drafts'));
    expect(titles(1, 5)).toEqual([]);
    expect(titles(1, 6)).toEqual(['Older drafts']);
    expect(titles(2, 11)).toEqual(['Newer drafts', 'Older drafts']);
    expect(titles(2, 10)).toEqual(['Newer drafts']);
    expect(page(2, 12).text).toContain('6 to 10 of 12');
    for (const { verb, data } of buttons(page(2, 12))) expect(readAction(verb, data)).not.toBeNull();
  });

  it('tells a screen reader which draft a button is about', () => {
    const tooltips = [...JSON.stringify(page(1, 1).card).matchAll(/"tooltip":"([^"]*)"/g)].map(([, words]) => words);
    expect(tooltips).toEqual([`Go on: ${draft.name}`, `Copy: ${draft.name}`, `Discard: ${draft.name}`]);
  });

  it('counts the days in words', () => {
    const kept = (daysLeft: number) =>
      draftsCard({ drafts: [{ ...draft, daysLeft }], page: 1, count: 1, days: 7, warningDays: 1 }).text;
    expect(kept(2)).toContain('Kept for 2 days more');
    expect(kept(1)).toContain('Kept for 1 day more');
    expect(kept(0)).toContain('It goes today');
    expect(kept(2)).toContain('nobody changes for 7 days, and tell you 1 day before');
  });
});
