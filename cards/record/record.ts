import { type Button, button } from '../button.ts';
import { type AnsweredRow, answerPages, answersText } from '../check/answers.ts';
import { type FindingRows, type FoundGroup, findingGroups, foundPages, goodToKnow } from '../check/found.ts';
import { inputText } from '../inputText.ts';
import { bytesOf, filled, heightOf, type Size } from '../pages.ts';
import { blocks, type Rendered, renderer, row, type Section, sectionsText } from '../render.ts';
import { type Happened, historyPages } from './history.ts';
import template from './record.template.json' with { type: 'json' };
import { type Act, actButtons, commentFields, decideButtons, inTwo, isAmong } from './recordActions.ts';
import { disclosureWords, nextStep, outcomeWords, reviewWords } from './recordWords.ts';

export { disclosureWords, outcomeWords, reviewWords } from './recordWords.ts';

/** One answer that is not as it was; empty where it was not given. */
export interface Change {
  readonly question: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A record as one person may see it. */
export interface RecordView {
  readonly case: string;
  readonly revision: number;
  /** From 1; 0 is what else can be done; one that does not exist shows the nearest. */
  readonly page: number;
  readonly reference: string;
  readonly review: keyof typeof reviewWords;
  readonly disclosure: keyof typeof disclosureWords;
  readonly emergency: boolean;
  /** The IG leads were told that it waits, and may decide as well. */
  readonly escalated: boolean;
  /** The day by whose end the rest is due, e.g. `Tuesday 24 November 2026`; empty when nothing is missing. */
  readonly completeBy: string;
  /** The day on which it was closed, e.g. `24 November 2026`; empty while it is open. */
  readonly closed: string;
  readonly outcome: keyof typeof outcomeWords;
  readonly rationale: string;
  /** In the words of the person who submitted it; empty when not told. */
  readonly harmOfSharing: string;
  readonly harmOfNotSharing: string;
  readonly agreement: string;
  /** Where the agreement's document stood in its review cycle; empty when there is nothing to say. */
  readonly currency: string;
  /** Role and organisation of the sharer and of the recipient. */
  readonly sharer: string;
  readonly recipient: string;
  readonly submitted: string;
  readonly findings: FindingRows;
  readonly answers: readonly AnsweredRow[];
  readonly history: readonly Happened[];
  /** The decision on it: who (role holder's name as the organisation knows it), when, why; null while there is none. */
  readonly decided: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** What reviewers asked and advised before there is a decision, the oldest first. */
  readonly said: readonly { readonly what: keyof typeof saidWords; readonly by: string; readonly reason: string }[];
  /** What was put right since it was submitted, the oldest first. */
  readonly corrections: readonly { readonly by: string; readonly at: string; readonly said: string }[];
  /** Who asks to dispose of it, or keeps it although somebody asked, when and why; null where nobody asked. */
  readonly disposal: {
    readonly what: keyof typeof disposalWords;
    readonly by: string;
    readonly at: string;
    readonly reason: string;
  } | null;
  /** How the information went, as last told; empty when nobody told. */
  readonly shared: string;
  /** After an approval was taken back: to whom the information went, so that they can be told. */
  readonly toldToStop: readonly string[];
  /** Answers that changed since the record was returned. */
  readonly changes: readonly Change[];
  /** What the person looking may do now. */
  readonly may: readonly Act[];
  /** True when the person looking made it. */
  readonly isMine: boolean;
  /** Id of a new case that copies this one. */
  readonly copy: string;
  /** Name of the approver; empty while there is none. */
  readonly approver: string;
  readonly banner: string;
  /** The reason as typed, shown again on every page until it is used. */
  readonly reasonTyped: string;
  readonly reasonProblem: string;
  /** What the reason was missing for, so that the card has its button; null when nothing was tried. */
  readonly tried: Act | null;
}

/** Colour of the band that says what is new. */
const noticeStyles = {
  awaiting: 'accent',
  'with-ig-lead': 'accent',
  returned: 'warning',
  approved: 'good',
  declined: 'attention',
  withdrawn: 'accent',
} as const;

function standing(view: RecordView): Section {
  const decided = view.decided
    ? [row(`${reviewWords[view.review]} by ${view.decided.by}, ${view.decided.at}`)]
    : [row(reviewWords[view.review])];
  // A comment that was begun needs the room.
  const whole = view.reasonTyped === '' ? (words: string) => words : cut;
  const reason = view.decided?.reason ? [row(`${reasonLabel(view)}: ${whole(view.decided.reason)}`)] : [];
  const said = view.said.map(({ what, by, reason: words }) => row(`${by} ${saidWords[what]}: ${cut(words)}`));
  const closed = view.closed === '' ? [] : [row(`Closed on ${view.closed}`)];
  const { disposal } = view;
  const asked = disposal
    ? [row(`${disposal.by} ${disposalWords[disposal.what]}, ${disposal.at}: ${cut(disposal.reason)}`)]
    : [];
  const information = [disclosureWords[view.disclosure], cut(view.shared)].filter((words) => words !== '').join('. ');
  return {
    title: 'Where it stands',
    rows: [...asked, ...decided, ...closed, ...reason, ...said, row(`Information: ${information}`)],
  };
}

const reasonLabel = ({ review }: RecordView): string => (review === 'returned' ? 'What is missing' : 'Reason');

const disposalWords = {
  'disposal-asked': 'asked to dispose of it',
  'disposal-refused': 'keeps it',
} as const;

const saidWords = {
  returned: 'asked for more',
  'asked-ig-lead': 'asked the IG leads',
  advised: 'advised',
  escalated: 'told the IG leads',
} as const;

/** The first page has room for the beginning; *What happened* has it whole. */
const mostSaid = 120;
const cutTo = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most)}… (there is more)`;
const cut = (words: string): string => cutTo(words, mostSaid);

const mostToldToStop = 5;

const toTell = ({ toldToStop }: RecordView): Section[] =>
  toldToStop.length === 0
    ? []
    : [
        {
          title: 'Tell them that the sharing has stopped',
          rows: toldToStop.slice(-mostToldToStop).map((whom) => row(cut(whom))),
        },
      ];

const mostCorrections = 3;

/** Beside what they correct, as far as there is room; *What happened* has them whole. */
const corrected = ({ corrections }: RecordView): Section[] =>
  corrections.length === 0
    ? []
    : [
        {
          title:
            corrections.length > mostCorrections ? `Corrections: the latest of ${corrections.length}` : 'Corrections',
          rows: corrections.slice(-mostCorrections).map(({ by, at, said }) => row(`${by}, ${at}. ${cutTo(said, 240)}`)),
        },
      ];

const changeText = ({ label, before, after }: Change): string =>
  [`${label}: ${after || 'no answer any more'}`, before === '' ? '(new)' : `(was: ${before})`].join(' ');

const changeSize = (change: Change): Size => ({
  bytes: 600 + bytesOf([change.question, changeText(change)]),
  height: heightOf([change.question, changeText(change)]),
});

/** Changes by question, cut into pages. */
const changePages = (changes: readonly Change[], space: Size): Section[][] =>
  filled(changes, changeSize, space).map((page) =>
    [...new Set(page.map(({ question }) => question))].map((title) => ({
      title: `Changed: ${title}`,
      rows: page.filter(({ question }) => question === title).map((change) => row(changeText(change))),
    })),
  );

const told = (label: string, words: string) => (words === '' ? [] : [row(`${label}: ${words}`)]);

const decision = (view: RecordView): Section => ({
  title: 'The decision',
  rows: [
    row(`${outcomeWords[view.outcome]}. ${view.rationale}`),
    ...told('From', view.sharer),
    ...told('To', view.recipient),
    ...told('Agreement', [view.agreement, view.currency].filter((words) => words !== '').join('. ')),
    ...told('Harm if shared', view.harmOfSharing),
    ...told('Harm if not shared', view.harmOfNotSharing),
    ...told('Submitted', view.submitted),
  ],
});

/** Beside heading, buttons, fallback and a comment at its longest: about one and a half screens of a phone (tested). */
const room: Size = { bytes: 10_000, height: 820 };
/** Findings on the first page, which holds much else. */
const firstRoom: Size = { bytes: 4_500, height: 340 };

/** What changed stands there beside what was asked for. */
const changedRoom: Size = { bytes: 2_500, height: 340 };

const countOf = (groups: readonly FoundGroup[]): number => groups.reduce((sum, { rows }) => sum + rows.length, 0);

interface Page {
  readonly heading: string;
  readonly sections: readonly Section[];
  readonly answers: readonly AnsweredRow[];
}

/** The first page, and what follows it, under its own name. */
interface Pages {
  readonly first: Page;
  readonly changed: readonly Page[];
  readonly found: readonly Page[];
  readonly answers: readonly Page[];
  readonly history: readonly Page[];
}

const headed = (heading: string, pages: readonly Partial<Page>[]): Page[] =>
  pages.map((page, at) => ({
    heading: pages.length > 1 ? `${heading} (${at + 1} of ${pages.length})` : heading,
    sections: [],
    answers: [],
    ...page,
  }));

/**
 * What changed, else the pressing findings, stand on the first page as far as they fit; where some do not, all have pages
 * of their own.
 */
function pagesOf(view: RecordView, heading: string): Pages {
  const brief = view.changes.map((change) => ({ ...change, before: cut(change.before), after: cut(change.after) }));
  const changed = changePages(brief, changedRoom);
  const isCut =
    changed.length > 1 ||
    brief.some(({ before, after }, at) => before !== view.changes[at]?.before || after !== view.changes[at]?.after);
  const groups = findingGroups(view.findings);
  const pressing =
    changed.length > 0
      ? []
      : (foundPages(
          groups.filter(({ title }) => title !== goodToKnow),
          firstRoom,
        )[0] ?? []);
  const isShortened = countOf(pressing) < countOf(groups);
  const of = (title: string, pages: readonly (readonly Section[])[]) =>
    headed(
      title,
      pages.map((sections) => ({ sections })),
    );
  return {
    first: {
      heading,
      sections: [
        standing(view),
        ...corrected(view),
        ...toTell(view),
        ...(changed[0] ?? []),
        decision(view),
        ...pressing,
      ],
      answers: [],
    },
    changed: of('What changed', isCut ? changePages(view.changes, room) : []),
    found: of('What was found', isShortened ? foundPages(groups, room) : []),
    answers: headed(
      'The answers',
      answerPages(view.answers, room).map((answers) => ({ answers })),
    ),
    history: of('What happened', historyPages(view.history, room)),
  };
}

/** All that can be done from the first page, the likely first. */
function firstActions(view: RecordView, { changed, found, answers, history }: Pages): Button[] {
  const { case: id, isMine, emergency, copy } = view;
  const acts = actButtons(view);
  let next = 2;
  const see = (title: string, pages: readonly Page[]): Button[] => {
    const page = next;
    next += pages.length;
    return pages.length > 0 ? [button(title, 'review.page', { case: id, page })] : [];
  };
  return [
    ...acts.likely,
    ...see('See all that changed', changed),
    ...see('See all that was found', found),
    ...see('See all answers', answers),
    ...acts.next,
    ...see('What happened', history),
    button('Summary to copy', 'review.summary', { case: id }),
    ...acts.others,
    ...(isMine && !emergency ? [button('Copy to a new checklist', 'checklist.copy', { case: copy, from: id })] : []),
  ];
}

const backTo = (view: RecordView): Button =>
  button(view.may.includes('approved') ? 'Back to the decision' : 'Back to the record', 'review.page', {
    case: view.case,
    page: 1,
  });

function furtherActions(view: RecordView, page: number, pages: number): Button[] {
  const turn = (title: string, to: number): Button => button(title, 'review.page', { case: view.case, page: to });
  return [
    ...decideButtons(view),
    ...(page < pages ? [turn('Next page', page + 1)] : []),
    ...(page > 2 ? [turn('Earlier page', page - 1)] : []),
    backTo(view),
  ];
}

/** What else can be done, behind *More…*. */
const morePage = (heading: string): Page => ({
  heading,
  sections: [{ title: 'What else you can do', rows: [row('Choose below. Nothing has changed so far.')] }],
  answers: [],
});

const draw = renderer(template);

/**
 * A page of a record for its requester, its approver or an IG lead. The last two decide on it in place, from any page:
 * the comment stands on each, so that nothing typed is lost by turning one.
 */
export function recordCard(view: RecordView): Rendered {
  const heading = `${view.emergency ? 'Emergency record' : 'Record'} ${view.reference}`;
  const pages = pagesOf(view, heading);
  const all = [pages.first, ...pages.changed, ...pages.found, ...pages.answers, ...pages.history];
  const more = button('More…', 'review.page', { case: view.case, page: 0 });
  const { first, rest } = inTwo(firstActions(view, pages), more);
  const page = isAmong(view.tried, rest) ? 0 : Math.min(Math.max(view.page, 0), all.length);
  const shown = page === 0 ? morePage(heading) : (all[page - 1] as Page);
  const isFirst = page === 1;
  const actions = page === 0 ? [...rest, backTo(view)] : isFirst ? first : furtherActions(view, page, all.length);
  const paragraphs = isFirst
    ? nextStep({
        ...view,
        mayDecide: view.may.includes('approved'),
        mayDispose: view.may.includes('disposed'),
        isDisposalAsked: view.disposal?.what === 'disposal-asked',
      })
    : [];
  const data = {
    above: isFirst ? reviewWords[view.review] : heading,
    heading: shown.heading,
    notice: view.banner,
    noticeStyle: noticeStyles[view.review],
    paragraphs,
    sections: shown.sections,
    answers: shown.answers,
    inputs: commentFields(view, actions),
    actions,
  };
  const asked = data.inputs.map(inputText);
  const text = [...paragraphs, sectionsText(shown.sections), answersText(shown.answers), ...asked];
  return draw(data, blocks(shown.heading, view.banner, ...text));
}
