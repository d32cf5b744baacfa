import { describe, expect, it } from 'vitest';
import { type SharerKind, sharerKinds } from '../../bot/checklist/case.ts';
import type { Answers } from '../../bot/checklist/draft.ts';
import { stepsOf } from '../../bot/checklist/steps.ts';
import { filledCase } from '../make/checklistCase.ts';
import { content } from '../make/checklistContent.ts';

/** What one field offers in a case; null when it is not asked. */
function offered(key: string, answers: Answers, kind: SharerKind | null = 'council'): readonly string[] | null {
  const inputs = stepsOf(filledCase(answers, kind)).flatMap((step) => step.inputs);
  return inputs.find(({ input }) => input.key === key)?.options.map(({ id }) => id) ?? null;
}

const known = (ids: readonly string[] | null) =>
  ids?.filter((id) => !['none', 'not-sure', 'other'].includes(id)) ?? null;

const sf = { agreement: 'supporting-families' };
const mas = { agreement: 'mas' };
const kent = { agreement: 'kmisa' };
const special = { 'data-kinds': ['special-category'] };
const crime = { 'data-kinds': ['criminal-offence'] };
const both = { 'data-kinds': ['special-category', 'criminal-offence'] };

/** Bodies that may have law enforcement functions; the others are never asked. */
const competent: readonly SharerKind[] = ['council', 'police', 'probation', 'central-government', 'other'];

describe('the agreement and the kind of sharer limit what is offered', () => {
  it('Article 6: public task alone under Supporting Families, three bases under MAS, and consent to be questioned', () => {
    expect(known(offered('article-6', sf))).toEqual(['public-task', 'consent']);
    expect(known(offered('article-6', mas))).toEqual(['public-task', 'legal-obligation', 'vital-interests', 'consent']);
    expect(known(offered('article-6', mas, 'voluntary'))).not.toContain('legitimate-interests');
  });

  it('Article 6: no public body is offered legitimate interests, old or new, wherever it is', () => {
    const isPrivate = (kind: SharerKind) => ['voluntary', 'housing', 'other'].includes(kind);
    for (const kind of sharerKinds) {
      const bases = offered('article-6', kent, kind);
      for (const basis of ['legitimate-interests', 'recognised-interest'])
        expect(bases?.includes(basis), `${basis} to ${kind}`).toBe(isPrivate(kind));
    }
  });

  it('Article 9: public interest alone under Supporting Families, five conditions under MAS', () => {
    expect(known(offered('article-9', { ...sf, ...special }))).toEqual(['safeguarding', 'statutory', 'unlawful-acts']);
    expect(known(offered('article-9', { ...mas, ...special }))).toEqual([
      'safeguarding',
      'statutory',
      'unlawful-acts',
      'health-or-social-care',
      'public-health',
      'vital-interests',
      'social-protection',
    ]);
    expect(offered('article-9', { ...mas, ...special }, 'voluntary')).toContain('explicit-consent');
    expect(offered('article-9', { ...kent, ...special })).toContain('explicit-consent');
  });

  it('Article 10: what Supporting Families names, and more where nothing is named', () => {
    expect(known(offered('criminal-condition', { ...sf, ...crime }))).toEqual([
      'official-authority',
      'social-care',
      'statutory',
      'unlawful-acts',
    ]);
    expect(offered('criminal-condition', { ...mas, ...crime })).toEqual(expect.arrayContaining(['safeguarding']));
  });

  it('Part 3 is open only to kinds of body that can have law enforcement powers', () => {
    for (const kind of sharerKinds) expect(offered('track', mas, kind) !== null, kind).toBe(competent.includes(kind));
  });

  it.each(competent)('on Part 3 nobody is asked for an Article 6, 9 or 10 condition: %s', (kind) => {
    for (const agreement of ['mas', 'supporting-families', 'kmisa', 'asb', 'none']) {
      const answers = { agreement, track: 'law-enforcement', ...both };
      for (const key of ['article-6', 'article-9', 'criminal-condition', 'consent-reason'])
        expect(offered(key, answers, kind), key).toBeNull();
      expect(offered('laws', answers, kind)).not.toBeNull();
      expect(known(offered('sensitive-condition', answers, kind))).toEqual([
        'statutory',
        'justice',
        'vital-interests',
        'safeguarding',
        'consent',
      ]);
    }
  });

  it('outside Part 3 nobody is asked for a section 35 condition', () => {
    for (const kind of sharerKinds) expect(offered('sensitive-condition', { ...mas, ...both }, kind)).toBeNull();
  });

  it('laws: those of the agreement’s own list', () => {
    expect(known(offered('laws', sf, null))).toEqual([
      'digital-economy-act-2017',
      'children-act-1989',
      'children-act-2004',
      'children-and-social-work-act-2017',
      'crime-and-disorder-act-1998',
      'criminal-justice-act-2003',
      'police-and-criminal-evidence-act-1984',
      'care-act-2014',
      'policing-and-crime-act-2009',
      'localism-act-2011',
      'guidance',
    ]);
    expect(known(offered('laws', mas, null))).toEqual([
      'children-act-1989',
      'children-act-2004',
      'children-and-social-work-act-2017',
      'crime-and-disorder-act-1998',
      'criminal-justice-act-2003',
      'police-and-criminal-evidence-act-1984',
      'education-act-2002',
      'mental-health-act-1983',
      'mental-capacity-act-2005',
      'health-and-social-care-act-2012',
      'localism-act-2011',
      'guidance',
    ]);
  });

  it.each([
    ['police-and-criminal-evidence-act-1984', 'police', 'council'],
    ['criminal-justice-act-2003', 'probation', 'school'],
    ['crime-and-disorder-act-1998', 'housing', 'voluntary'],
    ['education-act-2002', 'school', 'police'],
    ['mental-health-act-1983', 'health', 'fire'],
    ['health-and-social-care-act-2012', 'health', 'school'],
    ['children-and-social-work-act-2017', 'council', 'fire'],
    ['localism-act-2011', 'council', 'health'],
  ] as const)('laws: %s is for %s, not for %s', (law, kind, other) => {
    expect(offered('laws', mas, kind)).toContain(law);
    expect(offered('laws', mas, other)).not.toContain(law);
  });

  it('laws: everybody can name another one, or say that there is none', () => {
    for (const kind of sharerKinds)
      expect(offered('laws', sf, kind)).toEqual(
        expect.arrayContaining(['children-act-1989', 'other', 'none', 'not-sure']),
      );
  });

  it('Kent and Medway users choose among all 33 purposes', () => {
    expect(content.purposes).toHaveLength(33);
    expect(offered('purpose-kent', kent)).toEqual(content.purposes.map(({ id }) => id));
    expect(offered('purpose-kent', mas)).toBeNull();
  });

  it('groups of data: the agreement’s own list', () => {
    expect(offered('data-groups', sf)).toHaveLength(5);
    expect(offered('data-groups', mas)).toHaveLength(12);
    expect(offered('data-groups', kent)).toBeNull();
  });

  it('asks for vetting, the phone and the other agreement only where an agreement we hold speaks of them', () => {
    const phone = { 'transfer-method': 'phone' };
    for (const key of ['vetting', 'phone-urgent', 'both-agreements']) {
      expect(offered(key, { ...mas, ...phone }), key).not.toBeNull();
      expect(offered(key, { ...kent, ...phone }), key).toBeNull();
    }
  });

  it('asks who is asking only of those who were asked', () => {
    expect(offered('requester', { 'request-kind': 'asked' })).toContain('recipient');
    expect(offered('requester', { 'request-kind': 'proactive' })).toBeNull();
  });
});
