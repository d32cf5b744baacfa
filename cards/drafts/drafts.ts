import { type Button, button } from '../button.ts';
import { blocks, type Rendered, renderer } from '../render.ts';
import template from './drafts.template.json' with { type: 'json' };

/** One draft of a person's list. */
export interface DraftView {
  readonly case: string;
  readonly revision: number;
  /** Id of the case that a copy makes. */
  readonly copy: string;
  /** What it is under and for whom, e.g. `MAS, to Exampleton Council`. */
  readonly name: string;
  /** What it waits for, e.g. `Question 4 of 10: Telling people`. */
  readonly stands: string;
  /** Day it was saved, and whole days until it goes. */
  readonly saved: string;
  readonly daysLeft: number;
}

/** A page of a person's drafts, newest first. */
export interface DraftsView {
  readonly drafts: readonly DraftView[];
  /** Counted from 1. */
  readonly page: number;
  /** How many drafts there are on all pages. */
  readonly count: number;
  /** Settings: days after which an unchanged draft goes, and how many before that its owner is warned. */
  readonly days: number;
  readonly warningDays: number;
}

/** Drafts on one card: two screens of a phone. */
export const draftsOnPage = 5;

const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** What the bot says first on a draft's card, and of the end of a draft. */
export const draftWords = {
  nothingToCopy: 'There is nothing left to copy. Type “start” to begin a new checklist.',
  copied: (names: readonly string[]): string =>
    `Copied from an earlier case. These can differ each time, so I ask them anew: ${names.join(', ')}. Please check the rest before you submit.`,
  below: 'The record stays as it is. The new checklist is below.',
  changed: ({ again, anew, noLonger }: Readonly<Record<'again' | 'anew' | 'noLonger', readonly string[]>>): string =>
    [
      'The questions have changed since you saved this.',
      again.length > 0 && `Asked again: ${again.join(', ')}.`,
      anew.length > 0 && `New: ${anew.join(', ')}.`,
      noLonger.length > 0 && `No longer asked, or less of it: ${noLonger.join(', ')}.`,
      'Everything else stays.',
    ]
      .filter((line) => line !== false)
      .join(' '),
  expiring: (name: string, stands: string, saved: string, goes: string): readonly string[] => [
    `${name}. ${stands}. Last saved on ${saved}.`,
    `If you leave it as it is, I delete it on ${goes} or the day after. Any answer you save keeps it, and so does the button below.`,
  ],
  damaged: { name: 'A draft I cannot read', stands: 'Damaged on the disk: please tell your IT service desk' },
  kept: (name: string, days: number): string => `${name}: I keep it for another ${daysText(days)}.`,
  keep: (days: number): string => `Keep it another ${daysText(days)}`,
} as const;

/** The buttons look alike on every draft, so a screen reader hears which draft each is about. */
const buttonsOf = (draft: DraftView) =>
  [
    button('Go on', 'checklist.resume', { case: draft.case }),
    button('Copy', 'checklist.copy', { case: draft.copy, from: draft.case }),
    button('Discard', 'checklist.discard', { case: draft.case, revision: draft.revision }),
  ].map((each) => ({ ...each, tooltip: `${each.title}: ${draft.name}` }));

const keptText = ({ saved, daysLeft }: DraftView): string =>
  `Saved ${saved}. ${daysLeft > 0 ? `Kept for ${daysText(daysLeft)} more` : 'It goes today'}.`;

function pageButtons({ page, count }: DraftsView): Button[] {
  return [
    ...(page > 1 ? [button('Newer drafts', 'register.drafts', { page: page - 1 })] : []),
    ...(page * draftsOnPage < count ? [button('Older drafts', 'register.drafts', { page: page + 1 })] : []),
  ];
}

const draw = renderer(template);

/** A person's drafts: go on with one, copy it into a new case, or discard it, which asks first. */
export function draftsCard(view: DraftsView): Rendered {
  const heading = 'Your drafts';
  const first = (view.page - 1) * draftsOnPage + 1;
  const above = view.count > draftsOnPage ? `${first} to ${first + view.drafts.length - 1} of ${view.count}` : '';
  const hint = `Newest first. I delete a draft that nobody changes for ${daysText(view.days)}, and tell you ${daysText(view.warningDays)} before. Copy starts a new case with what stays the same.`;
  const drafts = view.drafts.map((draft) => ({
    name: draft.name,
    stands: draft.stands,
    kept: keptText(draft),
    buttons: buttonsOf(draft),
  }));
  const data = {
    above,
    heading,
    notice: '',
    noticeStyle: 'default',
    paragraphs: [hint],
    drafts,
    actions: pageButtons(view),
  };
  const lines = drafts.map(({ name, stands, kept }) => `- ${name}. ${stands}. ${kept}`).join('\n');
  return draw(data, blocks(above ? `${above}. ${heading}` : heading, hint, lines));
}
