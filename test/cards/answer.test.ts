import { describe, expect, it } from 'vitest';
import { detailsPage } from '../../bot/conversation/answerDetails.ts';
import { type Asked, openedCard, openLabel } from '../../bot/conversation/answerView.ts';
import { shortOf } from '../../bot/conversation/apt.ts';
import { unsetSettings } from '../../bot/stores/unsetSettings.ts';
import { type AnswerView, answerCard } from '../../cards/answer/answer.ts';
import { detailsCard, pagesOf } from '../../cards/details/details.ts';
import { heightOn } from '../../cards/phone.ts';
import { type Rendered, row } from '../../cards/render.ts';
import type { Match } from '../../knowledge/match/answer.ts';
import { ask, knowledge } from '../make/knowledge.ts';
import { buttons } from '../make/speaker.ts';

const id = 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d';
const settings = {
  ...unsetSettings,
  organisation: 'Exampleton Borough Council (fictional)',
  igContact: 'ig@example.invalid',
};
const place = { today: new Date('2026-11-22T10:00:00Z'), settings, newCase: id, question: id };
const labels = [...knowledge.agreements.keys(), ...[...knowledge.topics.keys()].map((topic) => `topic:${topic}`)];

function match(label: string): Match {
  const kind = label.startsWith('topic:') ? 'topic' : 'agreement';
  const own = label.replace('topic:', '');
  return { label, kind, id: own, score: 1, because: ['bruising', 'health visitor', 'front door'], strand: null };
}

/** The fullest answer there can be: two others beside it, words that spoke for it, a fact told. */
function asked(label: string): Asked {
  const others = ['asb', 'iom', 'cctv'].filter((other) => other !== label).slice(0, 2);
  const area = knowledge.agreements.get(label)?.area ?? 'london';
  const answer = { ...ask('bruising', area), asks: null, purposes: area === 'kent' ? ['p12'] : [] };
  return { answer: { ...answer, band: 'probably', ranked: [label, ...others].map(match) }, told: ['For London'] };
}

const fullest = (label: string): Rendered =>
  openedCard(knowledge, label, place, { asked: asked(label), banner: '', isJudged: false }) ?? { card: {}, text: '' };

/** Size as Teams counts it: the whole attachment in UTF-16. */
const sizeOf = ({ card }: Rendered): number =>
  Buffer.byteLength(
    JSON.stringify({ contentType: 'application/vnd.microsoft.card.adaptive', content: card }),
    'utf16le',
  );

function detailsOf(label: string): Rendered[] {
  const at = (page: number) => detailsPage(knowledge, { label, page, question: id, today: place.today });
  const first = at(1);
  const count = Number(/Details, page 1 of (\d+)/.exec(first?.text ?? '')?.[1] ?? 1);
  return Array.from({ length: count }, (_, index) => at(index + 1)).flatMap((card) => card ?? []);
}

describe('the answer for every agreement and topic', () => {
  it('is well under the 28 KB that Teams draws, and so is every page of its details', () => {
    const cards = labels.flatMap((label) => [fullest(label), ...detailsOf(label)]);
    expect(cards.length).toBeGreaterThan(2 * labels.length - 1);
    expect(Math.max(...cards.map(sizeOf))).toBeLessThan(28 * 1024);
  });

  it('has at most six buttons, and each can be pressed in a client that knows no Action.Execute', () => {
    for (const card of labels.flatMap((label) => [fullest(label), ...detailsOf(label)])) {
      const all = buttons(card);
      expect(all.length).toBeLessThanOrEqual(6);
      expect(JSON.stringify(card.card).split('"type":"Action.Submit"').length - 1).toBe(all.length);
    }
  });

  it('is in no place cut in the middle of a sentence', () => {
    for (const { covers, doesNotCover, check, summary, lawfulBasis } of knowledge.agreements.values())
      for (const fact of [summary, ...covers, ...doesNotCover, ...check, ...(lawfulBasis ? [lawfulBasis] : [])])
        expect(shortOf(fact)).toMatch(/[.?]$/);
  });

  it('shows no unfilled place of a template', () => {
    for (const label of labels) expect(JSON.stringify(fullest(label).card)).not.toContain('${');
  });
});

describe('a first card', () => {
  const point = (text: string) => ({ text, sources: [{ document: 'MAS DSA', section: '§1' }] });
  const view = (changes: Partial<AnswerView> = {}): AnswerView => ({
    name: 'An agreement',
    area: 'london',
    held: 'text',
    legacy: false,
    sure: 'probably',
    because: ['bruising'],
    told: [],
    summary: point('What it is for.'),
    covers: [point('One thing.'), point('Another thing.')],
    doesNotCover: [point('Not this.'), point('Not that.')],
    strand: null,
    purposes: [],
    lawfulBasis: point('Article 6(1)(e).'),
    check: [point('Have both signed?'), point('Is it in date?')],
    currency: '',
    hasRecentLaw: false,
    lookAlikes: [
      { name: 'MACE', question: 'Is it the panel?' },
      { name: 'IOM', question: 'Is it an adult?' },
      { name: 'ASB', question: 'Is it noise?' },
    ],
    label: 'mas',
    question: id,
    newCase: id,
    hasDetails: true,
    others: [],
    together: false,
    isJudged: false,
    banner: '',
    ...changes,
  });

  it('says the same in text and in the same order: name, why, covers, not, basis, check, sources, look-alikes', () => {
    const { text, card } = answerCard(view());
    const order = [
      'An agreement',
      'You mentioned “bruising”',
      'One thing.',
      'Not this.',
      'Article 6(1)(e).',
      'Have both signed?',
      'Source: MAS DSA §1',
      'Or MACE?',
    ];
    for (const said of [text, JSON.stringify(card.body)]) {
      const places = order.map((words) => said.indexOf(words));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((one, other) => one - other));
    }
  });

  it('cites each section once, by document', () => {
    const both = {
      text: 'One thing.',
      sources: [
        { document: 'MAS DSA', section: '§1' },
        { document: 'KCC page', section: 'Guides' },
      ],
    };
    expect(answerCard(view({ covers: [both] })).text).toContain('Sources: MAS DSA §1; KCC page Guides');
  });

  it('leaves to the details what a phone has no room for, the look-alike beyond the second in any case', () => {
    const roomy = answerCard(view()).text;
    expect(roomy).toContain('Or IOM?');
    expect(roomy).not.toContain('Or ASB?');
    expect(roomy).toContain('Not that.');
    const long = 'A sentence of some length that says what to look at before anything is shared with anybody. '.repeat(
      3,
    );
    const full = answerCard(view({ check: [point(long), point('Is it in date?')], doesNotCover: [point(long)] })).text;
    expect(full).toContain('Or MACE?');
    expect(full).not.toContain('Or IOM?');
    expect(full).not.toContain('Is it in date?');
  });

  it('offers one other answer by name and several behind one button', () => {
    const others = [
      { label: 'asb', name: 'ASB' },
      { label: 'iom', name: 'IOM' },
    ];
    const titles = (changes: Partial<AnswerView>) => buttons(answerCard(view(changes))).map(({ title }) => title);
    expect(titles({ others: others.slice(0, 1) })).toEqual([
      'Start the checklist with this agreement',
      'Details',
      'See ASB',
      'None of these',
      'Yes',
      'No',
    ]);
    expect(titles({ others })).toContain('See other answers');
    expect(titles({ others, together: true })).toContain('See what else applies');
    expect(titles({ isJudged: true })).not.toContain('Yes');
    expect(titles({ question: '', newCase: '' })).toEqual(['Details']);
  });
});

describe('the height on a phone', () => {
  it('grows with each line and each row of buttons', () => {
    const drawn = { heading: 'An agreement', lines: [], sources: '', buttons: [], asksVerdict: false };
    const line = { label: '', text: 'A line of text.' };
    expect(heightOn({ ...drawn, lines: [line] })).toBeGreaterThan(heightOn(drawn));
    expect(heightOn({ ...drawn, lines: [{ label: '', text: line.text.repeat(9) }] })).toBeGreaterThan(
      heightOn({ ...drawn, lines: [line] }),
    );
    expect(heightOn({ ...drawn, asksVerdict: true })).toBeGreaterThan(heightOn(drawn));
  });
});

describe('details', () => {
  const section = (title: string, rows: number, length = 400) => ({
    title,
    rows: Array.from({ length: rows }, (_, at) => row(`${title} ${at} ${'w'.repeat(length)}`)),
  });

  it('go on from page to page without losing, repeating or reordering a row', () => {
    const sections = [section('One', 9), section('Two', 1, 4_000), section('Three', 12)];
    const pages = pagesOf(sections);
    expect(pages.length).toBeGreaterThan(3);
    const titled = (list: typeof sections) =>
      list.flatMap(({ title, rows }) => rows.map(({ text }) => [title.replace(' (continued)', ''), text]));
    expect(titled(pages.flat() as typeof sections)).toEqual(titled(sections));
  });

  it('never part a title from its first row, and say where a section goes on', () => {
    for (const page of pagesOf([section('One', 9), section('Two', 12), section('Three', 3)]))
      for (const { rows } of page) expect(rows.length).toBeGreaterThan(0);
    const [first, second] = pagesOf([section('One', 12)]);
    expect(first?.[0]?.title).toBe('One');
    expect(second?.[0]?.title).toBe('One (continued)');
  });

  it('turn forward and back, and lead back to the answer from each page', () => {
    const view = { name: 'MAS', label: 'mas', question: id, sections: [section('One', 20)] };
    const titles = (page: number) => buttons(detailsCard({ ...view, page })).map(({ title }) => title);
    expect(titles(1)).toEqual(['Next page', 'Back to the answer']);
    expect(titles(2)).toEqual(['Next page', 'Previous page', 'Back to the answer']);
    expect(titles(99)).toEqual(['Previous page', 'Back to the answer']);
    expect(titles(0)).toEqual(titles(1));
  });

  it('hold everything we have on an agreement: each fact with its source, recent law apart and marked', () => {
    const text = detailsOf('mas')
      .map((card) => card.text)
      .join('\n');
    const mas = knowledge.agreements.get('mas');
    for (const { text: fact } of [
      ...(mas?.covers ?? []),
      ...(mas?.doesNotCover ?? []),
      ...(mas?.parties ?? []),
      ...(mas?.terms ?? []),
      ...(mas?.check ?? []),
    ])
      expect(text).toContain(fact);
    for (const { tellApart } of mas?.confusedWith ?? []) expect(text).toContain(tellApart);
    expect(text).toContain('Recent law: confirm with your IG lead (not in the agreement)');
    expect(text).toMatch(/how sure: we found it in a public copy, as of \d+ \w+ 2026/);
    expect(text).toContain('Slips in the documents');
    expect(openLabel(match('topic:plain-email'))).toBe('topic:plain-email');
  });
});
