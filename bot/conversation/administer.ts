import { button } from '../../cards/button.ts';
import { type ListItem, listCard, longestList } from '../../cards/list/list.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { type EditableField, editableFields, editableTexts } from '../../knowledge/revision/editable.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { fieldWords, targetName } from './knowledgeWords.ts';
import { editForm, propose, settle } from './proposal.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { dayAndTime } from './words.ts';

const asField = (name: string): EditableField | undefined => editableFields.find((candidate) => candidate === name);

const opened = (
  target: string,
  title: string,
  detail: string,
  more: Record<string, string | number> = {},
): ListItem => ({
  title,
  detail,
  verb: 'knowledge.open',
  data: { target, ...more },
});

/** Agreements and topics that match some words; all agreements when there are none. */
export async function searchKnowledge(house: House, turn: Turn, words: string): Promise<Reply> {
  if (!turn.person.roles.includes('editor')) return { card: noticeCard('not-your-role') };
  const knowledge = house.knowledge.current();
  const targets = words.trim()
    ? found(knowledge, words)
    : [...knowledge.agreements.keys()].map((id) => `agreement:${id}`);
  if (targets.length === 0) return { card: noticeCard('knowledge-none') };
  const items = targets.map((target) =>
    opened(
      target,
      targetName(knowledge, target) ?? target,
      editableTexts(knowledge.content, target, 'summary')[0] ?? '',
    ),
  );
  return { card: listCard('knowledge', items) };
}

/** Names that hold the words come first, then what the matcher would answer. */
function found(knowledge: Knowledge, words: string): string[] {
  const wanted = words.toLowerCase();
  const named = (texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  const agreements = knowledge.content.agreements.filter((one) => named([one.id, one.name, ...one.aliases]));
  const topics = knowledge.content.topics.filter((one) => named([one.id, one.title, ...one.aliases]));
  const matched = matchQuestion(knowledge, words, { area: null, answers: {} }).ranked;
  const all = [
    ...agreements.map(({ id }) => `agreement:${id}`),
    ...topics.map(({ id }) => `topic:${id}`),
    ...matched.map(({ kind, id }) => `${kind}:${id}`),
  ];
  return [...new Set(all)];
}

/** What can be changed about one agreement or topic, and who changed it last. */
async function openTarget(house: House, target: string): Promise<Reply> {
  const knowledge = house.knowledge.current();
  const name = targetName(knowledge, target);
  if (!name) return { card: noticeCard('old-card') };
  const items = editableFields.map((key) => {
    const texts = editableTexts(knowledge.content, target, key);
    const detail = key === 'summary' ? (texts[0] ?? '') : `${texts.length}`;
    return opened(target, fieldWords[key].many, detail, { field: key });
  });
  return { card: listCard('knowledge', items, { lead: `${name}. ${await lastChange(house, target)}` }) };
}

async function lastChange(house: House, target: string): Promise<string> {
  const changes = (await house.stores.revisions.all()).filter(({ change }) => change.target === target);
  const last = changes.at(-1);
  if (!last) return 'Nobody has changed it yet.';
  const by = (await house.stores.people.byId(last.proposedBy))?.name ?? 'somebody';
  const former = last.change.before ? ` The former text was: “${last.change.before}”` : '';
  return `Changed ${changes.length === 1 ? 'once' : `${changes.length} times`}, last by ${by} on ${dayAndTime(last.at)}.${former}`;
}

/** The texts of one field, a page at a time, each to open. */
function openField(house: House, target: string, key: EditableField, page: number): Reply {
  const knowledge = house.knowledge.current();
  const name = targetName(knowledge, target);
  if (!name) return { card: noticeCard('old-card') };
  const texts = editableTexts(knowledge.content, target, key);
  if (key === 'summary') return editForm(house, { target, key, item: 0, base: knowledge.revision });
  const base = knowledge.revision;
  const first = page * longestList;
  const items = texts.slice(first, first + longestList).map(
    (text, index): ListItem => ({
      title: text,
      detail: 'Change or take away',
      verb: 'knowledge.edit',
      data: { target, field: key, item: first + index, base },
    }),
  );
  const actions = [
    button(
      `Add: ${fieldWords[key].one.toLowerCase()}`,
      'knowledge.edit',
      { target, field: key, item: -1, base },
      'positive',
    ),
    ...(first + longestList < texts.length
      ? [button('More', 'knowledge.open', { target, field: key, page: page + 1 })]
      : []),
  ];
  return { card: listCard('knowledge', items, { lead: `${name}: ${fieldWords[key].many}`, actions }) };
}

const asEditor = (turn: Turn, answer: () => Promise<Reply> | Reply): Promise<Reply> =>
  Promise.resolve(turn.person.roles.includes('editor') ? answer() : { card: noticeCard('not-your-role') });

const onField = (turn: Turn, name: string, answer: (key: EditableField) => Promise<Reply> | Reply): Promise<Reply> => {
  const key = asField(name);
  return asEditor(turn, () => (key ? answer(key) : { card: noticeCard('old-card') }));
};

export const administerActions = {
  'knowledge.open': (house, turn, { data }) =>
    data.field === undefined
      ? asEditor(turn, () => openTarget(house, data.target))
      : onField(turn, data.field, (key) => openField(house, data.target, key, data.page ?? 0)),
  'knowledge.edit': (house, turn, { data }) =>
    onField(turn, data.field, (key) => editForm(house, { target: data.target, key, item: data.item, base: data.base })),
  'knowledge.propose': (house, turn, { data, inputs }) =>
    onField(turn, data.field, (key) =>
      propose(house, turn, data.proposal, { target: data.target, key, item: data.item, base: data.base }, inputs),
    ),
  'knowledge.publish': (house, turn, { data }) => settle(house, turn, data.proposal, 'published'),
  'knowledge.turn-down': (house, turn, { data }) => settle(house, turn, data.proposal, 'turned-down'),
} satisfies Handlers;
