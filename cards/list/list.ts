import { type Button, button } from '../button.ts';
import { blocks, type Rendered, renderer } from '../render.ts';
import type { Verb } from '../verbs.ts';
import template from './list.template.json' with { type: 'json' };

/** One line to open. */
export interface ListItem {
  readonly title: string;
  readonly detail: string;
  readonly verb: Verb;
  readonly data: Readonly<Record<string, string | number>>;
}

const words = {
  records: { heading: 'Your records', hint: 'Choose one to see it, and what became of it.' },
  pending: { heading: 'Waiting for your review', hint: 'Choose one to read it and decide.' },
  digest: { heading: 'What is waiting for you today', hint: '' },
  disposal: {
    heading: 'Kept for as long as they are to be',
    hint: 'Those that an IG lead has asked to dispose of stand first. It takes two IG leads. Choose one to read it.',
  },
  choose: {
    heading: 'Which of these is it?',
    hint: 'More than one may fit what you describe. Choose one to see what it covers.',
  },
  others: { heading: 'Other answers', hint: 'Choose one to see what it covers.' },
  together: {
    heading: 'More than one applies',
    hint: 'These agreements apply side by side. Choose one to see what it covers.',
  },
  'ask-back': { heading: 'One more thing', hint: '' },
  questions: {
    heading: 'Questions for the IG team',
    hint: 'The oldest stands first. Choose one to read and answer it.',
  },
  'my-questions': {
    heading: 'Your questions with the IG team',
    hint: 'Choose one to see it, or to take it back. When it is answered, I tell you here.',
  },
  'not-notified': {
    heading: 'Not told',
    hint: 'I could not tell people these. What has waited longest stands first. Choose one to try again, or to say that they know.',
  },
  leavers: {
    heading: 'Has somebody left?',
    hint: 'These people have something open. Choose one to hand it over. To find somebody, type “leavers” and a part of their name.',
  },
  'leaver-records': {
    heading: 'Records that somebody left open',
    hint: 'Choose one to read it, and to end it for them.',
  },
  knowledge: { heading: 'What I know', hint: 'Choose one to read it and change it.' },
} as const;

/** How to get at what does not fit on the card, where there is no reference to type. */
const following: Readonly<Record<string, string>> = {
  questions: 'They follow as these are answered.',
  'my-questions': 'They follow as these are answered.',
  'not-notified': 'They follow as these are settled.',
  leavers: 'Type “leavers” and a part of a name.',
};

const draw = renderer(template);

/** Longest list on one card; keeps it well under the 28 KB budget. */
export const longestList = 10;

/** How the pages of a list are turned; nothing of it shows while one card holds all. */
interface Pages {
  /** Counted from 1. A page that is there no more is the last one. */
  readonly page: number;
  readonly verb: Verb;
  readonly data?: Readonly<Record<string, string>>;
  /** What to type instead, with the page behind it, e.g. `pending`; absent where nothing does. */
  readonly typed?: string;
}

/** What stands on one card, which part of the list that is, and the buttons to the rest. */
function pageOf(items: readonly ListItem[], { page: wanted, verb, data = {}, typed }: Pages) {
  const count = Math.ceil(items.length / longestList);
  const page = Math.max(1, Math.min(wanted, count));
  const first = (page - 1) * longestList;
  const shown = items.slice(first, first + longestList);
  const left = items.length - first - shown.length;
  const place = `These are ${first + 1} to ${first + shown.length} of ${items.length}.`;
  const more = `${left === 1 ? 'There is one' : `There are ${left}`} more: press “More”${typed ? `, or type “${typed} ${page + 1}”` : ''}.`;
  return {
    shown,
    said: count > 1 ? [place, ...(left > 0 ? [more] : [])].join(' ') : '',
    turns: [
      ...(left > 0 ? [button('More', verb, { ...data, page: page + 1 })] : []),
      ...(page > 1 ? [button('Previous', verb, { ...data, page: page - 1 })] : []),
    ],
  };
}

/** A list that is not turned: its beginning. */
const beginning = (kind: keyof typeof words, items: readonly ListItem[]): ReturnType<typeof pageOf> => {
  const left = items.length - longestList;
  const said = `There are ${left} more. ${following[kind] ?? 'Type a reference to open one of them.'}`;
  return { shown: items.slice(0, longestList), said: left > 0 ? said : '', turns: [] };
};

/** A list of things to open; `lead` replaces the standing hint, `above` stands before it. */
export function listCard(
  kind: keyof typeof words,
  items: readonly ListItem[],
  options: { lead?: string; above?: readonly string[]; actions?: readonly Button[]; pages?: Pages } = {},
): Rendered {
  const { heading, hint } = words[kind];
  const { said, turns, ...part } = options.pages ? pageOf(items, options.pages) : beginning(kind, items);
  const shown = part.shown.map((item) => ({
    ...item,
    // A screen reader hears this instead of the item, so it says all that stands there (WCAG 2.5.3); the template’s
    // space after the title keeps the two apart.
    action: button([`Open ${item.title}`, item.detail].filter((words) => words !== '').join(' '), item.verb, item.data),
  }));
  const paragraphs = [...(options.above ?? []), options.lead ?? hint, said].filter((line) => line !== '');
  const data = {
    above: '',
    heading,
    notice: '',
    noticeStyle: 'default',
    paragraphs,
    items: shown,
    actions: [...turns, ...(options.actions ?? [])],
  };
  const lines = shown.map((item) => `- ${item.title}: ${item.detail}`).join('\n');
  return draw(data, blocks(heading, ...paragraphs, lines));
}
