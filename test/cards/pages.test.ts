import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, type SharerKind, sharerKinds } from '../../bot/checklist/case.ts';
import type { Answer } from '../../bot/checklist/draft.ts';
import { placeOf } from '../../bot/checklist/steps.ts';
import type { AskedInput } from '../../bot/checklist/walk.ts';
import { wording } from '../../bot/checklist/wording.ts';
import { foundIn } from '../../bot/conversation/checkView.ts';
import { answeredRows, findingRows } from '../../bot/conversation/recordView.ts';
import { answerPages } from '../../cards/check/answers.ts';
import { type CheckView, checkCard } from '../../cards/check/check.ts';
import { filled } from '../../cards/pages.ts';
import { type RecordView, recordCard } from '../../cards/record/record.ts';
import type { Rendered } from '../../cards/render.ts';
import { readAction } from '../../cards/verbs.ts';
import { makeCase } from '../make/checklistContent.ts';
import { knowledge } from '../make/knowledge.ts';
import { buttons, inputKeys } from '../make/speaker.ts';

const today = new Date('2027-11-22T10:00:00Z');

/** Letters of one, two, three and four bytes, what JSON escapes, and half of a letter. */
const letters = fc.constantFrom('w', 'é', '€', '😀', '"', '\\', '\n', '\ud800');
const dice = fc.array(fc.nat(1000), { minLength: 40, maxLength: 120 });

/** `length` of one letter after a mark that says which answer it is. */
const longWords = (mark: string, letter: string, length: number): string =>
  (mark + letter.repeat(Math.ceil(length / letter.length))).slice(0, length);

/** What a case is made from. A counterexample shows this, and not all that the case knows. */
interface Given {
  readonly agreement: string;
  readonly kind: SharerKind;
  readonly numbers: readonly number[];
  readonly letter: string;
}

/** A case answered to the end with every field full. */
function fullCase({ agreement, kind, numbers, letter }: Given): Case {
  let at = 0;
  const roll = (sides: number) => (numbers[at++ % numbers.length] ?? 0) % sides;
  const answerFor = ({ input, options }: AskedInput): Answer => {
    if (input.kind === 'text') return longWords(`${input.key}.`, letter, input.maxLength);
    if (input.kind === 'date') return '2027-12-01';
    const ids = options.map(({ id }) => id);
    if (input.kind === 'choices') return ids.filter((_id, n) => n === 0 || roll(3) > 0);
    const wanted = { danger: 'no', agreement, area: agreement === 'kmisa' ? 'kent' : 'london' }[input.key];
    return wanted && ids.includes(wanted) ? wanted : (ids[roll(ids.length)] ?? '');
  };
  let theCase: Case = makeCase({}, kind);
  for (let place = placeOf(theCase); place.kind === 'question'; place = placeOf(theCase)) {
    const given = place.step.inputs.map((asked) => [asked.input.key, answerFor(asked)]);
    theCase = { ...theCase, answers: { ...theCase.answers, ...Object.fromEntries(given) } };
  }
  return theCase;
}

const given: fc.Arbitrary<Given> = fc.record({
  agreement: fc.constantFrom(...knowledge.agreements.keys(), 'none'),
  kind: fc.constantFrom(...sharerKinds),
  numbers: dice,
  letter: letters,
});

const forCases = (check: (theCase: Case) => void, numRuns = 12): void =>
  fc.assert(
    fc.property(given, (from) => check(fullCase(from))),
    { numRuns, seed: 20261122 },
  );

/** Everything the rules can say, whether or not it can be said together. */
const everyRule = knowledge.content.rules.map(({ id, effect, text, question, sources }) => ({
  rule: id,
  effect,
  ...(effect === 'block' && { stops: 'share' as const }),
  text,
  question,
  sources,
}));

const aCheck = (theCase: Case, found = foundIn(theCase, today)): CheckView => ({
  case: '00000000-0000-4000-8000-00000000ca5e-12',
  revision: 1_000_000,
  page: 1,
  outcome: 'share',
  answers: answeredRows(wording(theCase)),
  findings: findingRows(knowledge, found),
  flags: knowledge.questions.flatMap(({ id, inputs }) =>
    inputs
      .filter(({ kind }) => kind === 'text')
      .map(({ label }) => ({ question: id, label, words: 'a driving licence number' })),
  ),
  maySubmit: found.every(({ stops }) => stops === undefined),
  banner: 'Your answers changed since that card. This is how they stand now.',
  bannerStyle: 'attention',
  approver: 'Ari Approver (made up) with a name that goes on and on',
});

function aRecord(theCase: Case, found = foundIn(theCase, today), letter = '€'): RecordView {
  const { answers, findings } = aCheck(theCase, found);
  const words = (length: number) => letter.repeat(length);
  return {
    case: '00000000-0000-4000-8000-00000000ca5e',
    revision: 1_000_000,
    page: 1,
    reference: 'SR-7K3M-Q9',
    review: 'awaiting',
    disclosure: 'made',
    emergency: true,
    escalated: true,
    completeBy: 'Wednesday 24 November 2027',
    closed: '',
    corrections: [],
    disposal: null,
    outcome: 'share-in-part',
    rationale: words(1000),
    harmOfSharing: words(600),
    harmOfNotSharing: words(600),
    agreement: 'Multi-Agency Safeguarding data sharing agreement (MAS)',
    currency: words(200),
    sharer: words(250),
    recipient: words(240),
    submitted: '22 November 2027 at 10:00',
    findings,
    answers,
    history: [
      { event: 'submitted', by: 'Pat', at: '22 November 2027 at 10:00', reason: '' },
      ...(['declined', 'approved', 'declined'] as const).map((event) => ({
        event,
        by: 'Ari Approver (made up)',
        at: '22 November 2027 at 10:00',
        reason: words(2000),
      })),
      { event: 'resubmitted', by: 'Pat', at: '23 November 2027 at 10:00', reason: '' },
    ],
    decided: null,
    may: ['approved', 'declined', 'returned', 'asked-ig-lead'],
    said: [],
    shared: '',
    toldToStop: [],
    changes: [],
    isMine: false,
    copy: 'case-2',
    approver: 'Ari Approver (made up)',
    banner: 'The full record of this emergency is here for your review, whatever was decided before.',
    reasonTyped: words(2000),
    reasonProblem: 'Tell us why you decline it',
    tried: null,
  };
}

/** Every page, the first first; asking for more shows the last. */
function pagesOf<View extends { readonly page: number }>(draw: (view: View) => Rendered, view: View): Rendered[] {
  const pages: Rendered[] = [];
  for (let page = 1; page < 200; page += 1) {
    const card = draw({ ...view, page });
    if (card.text === pages.at(-1)?.text) return pages;
    pages.push(card);
  }
  throw new Error('There is no last page.');
}

const limits = { utf8: 28 * 1024, utf16: 64 * 1024 };

function expectSmall(pages: readonly Rendered[]): void {
  for (const { card, text } of pages) {
    const json = JSON.stringify(card);
    expect(Buffer.byteLength(json), text.slice(0, 80)).toBeLessThan(limits.utf8);
    expect(Buffer.byteLength(json, 'utf16le'), text.slice(0, 80)).toBeLessThan(limits.utf16);
    expect((card.actions as unknown[]).length).toBeLessThanOrEqual(6);
  }
}

const timesIn = (pages: readonly Rendered[], words: string): number =>
  pages.filter(({ card }) => JSON.stringify(card.body).includes(JSON.stringify(words).slice(1, -1))).length;

describe('Filling pages', () => {
  const items = fc.array(fc.record({ bytes: fc.nat(120), height: fc.nat(120) }));
  const room = { bytes: 100, height: 90 };
  const first = { bytes: 50, height: 40 };

  it('puts every item on one page, in order, and cuts none', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(filled(list, (size) => size, room, first).flat()).toEqual(list);
      }),
    );
  });

  it('goes over the room of a page for a single item alone', () => {
    fc.assert(
      fc.property(items, (list) => {
        for (const [at, page] of filled(list, (size) => size, room, first).entries()) {
          const has = at === 0 ? first : room;
          const sum = (of: 'bytes' | 'height') => page.reduce((all, size) => all + size[of], 0);
          if (page.length > 1) expect([sum('bytes') <= has.bytes, sum('height') <= has.height]).toEqual([true, true]);
        }
      }),
    );
  });

  it('begins a page only when the one before has no room left', () => {
    fc.assert(
      fc.property(items, (list) => {
        const pages = filled(list, (size) => size, room);
        for (const [at, page] of pages.slice(1).entries()) {
          const before = [...(pages[at] ?? []), ...page.slice(0, 1)];
          const sum = (of: 'bytes' | 'height') => before.reduce((all, size) => all + size[of], 0);
          expect(sum('bytes') > room.bytes || sum('height') > room.height).toBe(true);
        }
      }),
    );
  });

  it('shows an answer that is longer than a page whole and alone, and goes on with the question', () => {
    const rows = ['short', 'long '.repeat(2000), 'last'].map((value) => ({ label: 'Why?', value }));
    const pages = answerPages([{ question: 'decision', name: 'Decision', rows }], { bytes: 5_000, height: 800 });
    expect(pages.map((page) => page.map(({ name }) => name))).toEqual([
      ['Decision'],
      ['Decision (continued)'],
      ['Decision (continued)'],
    ]);
    expect(pages.flat().flatMap((part) => part.rows)).toEqual(rows);
  });
});

describe('Check-your-answers at its longest', () => {
  it('keeps every page within what Teams takes, under every agreement and with whatever letters', () => {
    forCases((theCase) => expectSmall(pagesOf(checkCard, aCheck(theCase))));
  });

  it('keeps every page within it where every rule there is has something to say', () => {
    forCases((theCase) => expectSmall(pagesOf(checkCard, aCheck(theCase, everyRule))), 5);
  });

  it('has every answer on exactly one page and every finding on one', () => {
    forCases((theCase) => {
      const view = aCheck(theCase);
      const pages = pagesOf(checkCard, view);
      const typed = wording(theCase).flatMap(({ answers }) => answers.filter(({ value }) => value.includes('.')));
      for (const { value } of typed) expect(timesIn(pages, value), value.slice(0, 40)).toBe(1);
      const answers = answerPages(view.answers, { bytes: 14_000, height: 820 })
        .flat()
        .flatMap(({ rows }) => rows);
      expect(answers).toEqual(view.answers.flatMap(({ rows }) => rows));
      for (const { text } of foundIn(theCase, today)) expect(timesIn(pages, text), text).toBe(1);
      for (const { label } of view.flags) expect(timesIn(pages, `Change: ${label}`), label).toBeGreaterThan(0);
    });
  });

  it('leads from each finding to its answer with ids alone, and from each page back to the check', () => {
    forCases((theCase) => {
      const pages = pagesOf(checkCard, aCheck(theCase));
      for (const [at, page] of pages.entries()) {
        const pressed = buttons(page);
        for (const { verb, data } of pressed) expect(readAction(verb, data), verb).not.toBeNull();
        const jumps = pressed.filter(({ verb }) => verb === 'checklist.change');
        for (const { data } of jumps) expect(Object.keys(data).sort()).toEqual(['case', 'question', 'revision']);
        if (at > 0) expect(pressed.find(({ data }) => data.page === 1)?.title).toBe('Back to the check');
        else expect(pressed.map(({ title }) => title)).toContain('See all answers');
      }
    });
  });

  it('puts what stops it and what may identify somebody before anything else', () => {
    const view = aCheck(fullCase({ agreement: 'mas', kind: 'council', numbers: [1, 2, 3], letter: 'w' }), everyRule);
    const titles = pagesOf(checkCard, view).flatMap(({ text }) => text.split('\n'));
    const order = ['This may identify someone', 'Must fix before sharing', 'Check', 'Ask your IG lead', 'Good to know'];
    const places = order.map((title) => titles.indexOf(title));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(-1);
  });
});

describe('The record’s card at its longest', () => {
  it('keeps every page within what Teams takes, with a comment at its longest on each', () => {
    forCases((theCase) => {
      const view = aRecord(theCase, everyRule);
      const pages = pagesOf(recordCard, view);
      expectSmall(pages);
      for (const page of pages) expect(inputKeys(page)).toEqual(['reason']);
      expect(timesIn(pages, view.reasonTyped)).toBe(pages.length);
    });
  });

  it('keeps them so with all that was said and changed, and has every change whole somewhere', () => {
    const long = (mark: string) => `${mark}${'€'.repeat(1_500)}`;
    const changes = Array.from({ length: 12 }, (_, at) => ({
      question: `Question ${at}`,
      label: 'Answer',
      before: long(`before ${at}.`),
      after: long(`after ${at}.`),
    }));
    forCases((theCase) => {
      const view: RecordView = {
        ...aRecord(theCase),
        corrections: [1, 2, 3, 4].map(() => ({
          by: 'Ari Approver (made up) with a name that goes on and on',
          at: '24 November 2027',
          said: '€'.repeat(2030),
        })),
        said: (['returned', 'asked-ig-lead', 'advised'] as const).map((what) => ({
          what,
          by: 'Ari',
          reason: long(''),
        })),
        shared: long(''),
        changes,
        may: ['approved', 'declined', 'returned', 'asked-ig-lead', 'reassigned'],
      };
      const pages = [...pagesOf(recordCard, view), recordCard({ ...view, page: 0 })];
      expectSmall(pages);
      for (const { before, after } of changes) expect([timesIn(pages, before), timesIn(pages, after)]).toEqual([1, 1]);
    }, 3);
  });

  it('keeps them so once it is decided with a reason at its longest', () => {
    forCases((theCase) => {
      const decided = { by: 'Ari Approver (made up)', at: '22 November 2027 at 10:00', reason: '€'.repeat(2000) };
      const view = { ...aRecord(theCase, everyRule), review: 'declined', decided, mayDecide: false } as const;
      expectSmall(pagesOf(recordCard, { ...view, isMine: true, mayComplete: true }));
    }, 5);
  });

  it('has every answer on exactly one page, every finding somewhere, and all that happened', () => {
    forCases((theCase) => {
      const pages = pagesOf(recordCard, aRecord(theCase, foundIn(theCase, today), 'h'));
      const typed = wording(theCase).flatMap(({ answers }) => answers.filter(({ value }) => value.includes('.')));
      for (const { value } of typed) expect(timesIn(pages, value), value.slice(0, 40)).toBe(1);
      for (const { text } of foundIn(theCase, today)) expect(timesIn(pages, text), text).toBeGreaterThan(0);
      expect(pages.at(-1)?.text).toContain('Handed in again, whole');
      for (const { verb, data } of pages.flatMap(buttons)) expect(readAction(verb, data), verb).not.toBeNull();
    });
  });
});
