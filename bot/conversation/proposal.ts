import { button } from '../../cards/button.ts';
import { comparisonCard } from '../../cards/comparison/comparison.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { applyChange } from '../../knowledge/revision/applyChange.ts';
import { checkProposal } from '../../knowledge/revision/checkProposal.ts';
import { type EditableField, editableTexts } from '../../knowledge/revision/editable.ts';
import { findDeadEnds } from '../checklist/findDeadEnds.ts';
import type { KnowledgeChange, Person, Proposal } from '../stores/ports.ts';
import type { House } from './house.ts';
import { fieldWords, targetName } from './knowledgeWords.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { dayAndTime } from './words.ts';

/** One text an editor looks at. */
export interface Spot {
  readonly target: string;
  readonly key: EditableField;
  /** Index in the field's texts; -1 adds. */
  readonly item: number;
  /** Knowledge revision the person looked at. */
  readonly base: number;
}

/** The form for one text. A spot of an older revision may point at another text, so it is not used. */
export function editForm(house: House, spot: Spot, typed?: Inputs, problems: readonly string[] = []): Reply {
  const knowledge = house.knowledge.current();
  const name = targetName(knowledge, spot.target);
  if (!name) return { card: noticeCard('old-card') };
  if (spot.base !== knowledge.revision) return { card: noticeCard('knowledge-stale') };
  const now = editableTexts(knowledge.content, spot.target, spot.key)[spot.item] ?? '';
  const label = `${fieldWords[spot.key].one}${spot.key === 'summary' || spot.item < 0 ? '' : ' (leave empty to take it away)'}`;
  const fields = [
    field('text', 'text', label, { value: typed?.text ?? now, multiline: true, problem: problems[0] ?? '' }),
    field('text', 'why', 'Why?', { required: true, value: typed?.why ?? '', multiline: true }),
  ];
  const data = { proposal: house.newId(), target: spot.target, field: spot.key, item: spot.item, base: spot.base };
  const more = [`You are changing: ${name}.`, ...problems.slice(1, 4)];
  return {
    card: formCard({
      kind: 'knowledge',
      fields,
      more,
      actions: [button('Check and propose', 'knowledge.propose', data, 'positive')],
    }),
  };
}

/** Reads the form into a change; problems are sentences for the person. */
function readChange(
  knowledge: Knowledge,
  spot: Spot,
  typed: Inputs,
): KnowledgeChange | { readonly problems: readonly string[] } {
  const before = spot.item < 0 ? null : (editableTexts(knowledge.content, spot.target, spot.key)[spot.item] ?? null);
  const after = typed.text?.trim() ?? '';
  if (!after && (spot.key === 'summary' || before === null)) return { problems: ['Tell us the new text'] };
  if (after === before) return { problems: ['Tell us the new text; this is the same as now'] };
  if (!typed.why?.trim()) return { problems: ['Tell us why you are changing it'] };
  if (typed.why.length > 500) return { problems: ['Tell us why in at most 500 characters'] };
  return { target: spot.target, field: spot.key, before, after: after || null };
}

export async function propose(house: House, turn: Turn, id: string, spot: Spot, typed: Inputs): Promise<Reply> {
  const known = await house.stores.proposals.open(id);
  if (known) return { card: await proposalCard(house, turn.person, known) };
  const knowledge = house.knowledge.current();
  if (spot.base !== knowledge.revision)
    return { card: noticeCard('knowledge-stale', { more: [`You wrote: ${typed.text ?? ''}`] }) };
  const change = readChange(knowledge, spot, typed);
  if ('problems' in change) return editForm(house, spot, typed, change.problems);
  const check = checkProposal(knowledge, change, [findDeadEnds]);
  if (check.problems.length > 0)
    return editForm(
      house,
      spot,
      typed,
      check.problems.map(({ problem, cure }) => `${problem}. ${cure}`),
    );
  const proposal: Proposal = {
    id,
    base: knowledge.revision,
    change,
    why: typed.why?.trim() ?? '',
    proposedBy: turn.person.id,
    at: turn.at.toISOString(),
    state: 'open',
    check: { tried: check.tried, changed: check.answersChanged },
  };
  await house.stores.proposals.save(proposal);
  const editors = await house.stores.people.withRole('editor');
  const told = house.publishNeedsSecondEditor ? editors.filter((editor) => editor.id !== turn.person.id) : [];
  await house.stores.outbox.add(told.map((editor) => ({ to: editor.id, kind: 'proposal-asked', about: id })));
  house.nudge();
  return { card: await proposalCard(house, turn.person, proposal) };
}

const mayPublish = (house: House, person: Person, proposal: Proposal): boolean =>
  person.roles.includes('editor') && (proposal.proposedBy !== person.id || !house.publishNeedsSecondEditor);

/** The comparison as one person may see it. */
export async function proposalCard(house: House, person: Person, proposal: Proposal): Promise<Rendered> {
  const { change } = proposal;
  const knowledge = house.knowledge.current();
  const by = await house.stores.people.byId(proposal.proposedBy);
  const name = (label: string): string => {
    if (label === '' || label === 'none') return 'nothing';
    return knowledge.agreements.get(label)?.shortName ?? label.replace('topic:', 'guidance on ');
  };
  return comparisonCard({
    proposal: proposal.id,
    target: targetName(knowledge, change.target) ?? change.target,
    field: fieldWords[change.field].one,
    before: change.before ?? '',
    after: change.after ?? '',
    why: proposal.why,
    proposedBy: by?.name ?? 'somebody who has left',
    at: dayAndTime(proposal.at),
    changed: proposal.check.changed.map((one) => ({ ...one, before: name(one.before), after: name(one.after) })),
    tried: proposal.check.tried,
    state: proposal.state,
    mayDecide: proposal.state === 'open' && mayPublish(house, person, proposal),
  });
}

/** Settles a proposal under one editor's name: published, or turned down. */
export async function settle(
  house: House,
  turn: Turn,
  id: string,
  wanted: 'published' | 'turned-down',
): Promise<Reply> {
  const proposal = await house.stores.proposals.open(id);
  if (!turn.person.roles.includes('editor')) return { card: noticeCard('not-your-role') };
  if (!proposal) return { card: noticeCard('old-card') };
  if (proposal.state !== 'open') return { card: await proposalCard(house, turn.person, proposal) };
  if (!mayPublish(house, turn.person, proposal)) return { card: noticeCard('knowledge-own') };
  if (wanted === 'published' && !(await publish(house, turn, proposal))) return { card: noticeCard('knowledge-stale') };
  const settled: Proposal = { ...proposal, state: wanted };
  await house.stores.proposals.save(settled);
  if (proposal.proposedBy !== turn.person.id)
    await house.stores.outbox.add([{ to: proposal.proposedBy, kind: 'proposal-outcome', about: id }]);
  house.nudge();
  return { card: await proposalCard(house, turn.person, settled) };
}

/** True when the change is in force; false when the text it would replace is no longer there. */
async function publish(house: House, turn: Turn, proposal: Proposal): Promise<boolean> {
  const { content, revision } = house.knowledge.current();
  if (applyChange(content, proposal.change).kind !== 'applied') return false;
  const published = await house.stores.revisions.publish({
    number: revision + 1,
    change: proposal.change,
    why: proposal.why,
    proposedBy: proposal.proposedBy,
    publishedBy: turn.person.id,
    at: turn.at.toISOString(),
  });
  if (published.kind === 'conflict') return false;
  await house.knowledge.refresh();
  return true;
}
