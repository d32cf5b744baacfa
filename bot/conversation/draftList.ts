import { type DraftView, draftsCard, draftsOnPage, draftWords } from '../../cards/drafts/drafts.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Draft } from '../checklist/draft.ts';
import { placeOf, progressAt } from '../checklist/steps.ts';
import type { DraftHeading, Person, Settings } from '../stores/ports.ts';
import { caseOf, draftName } from './checklistView.ts';
import { daysLeft } from './draftEnd.ts';
import type { House } from './house.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { unlessDamaged } from './unreadable.ts';
import { day } from './words.ts';

/** A draft in a line: its name, with the record it completes, and what it waits for. */
export async function inALine(house: House, person: Person, draft: Draft): Promise<Pick<DraftView, 'name' | 'stands'>> {
  const record = draft.resubmits ? await house.stores.records.heading(draft.resubmits) : null;
  const knowledge = house.knowledge.current();
  const theCase = caseOf(knowledge, draft, person);
  const place = placeOf(theCase);
  const name = `${draftName(knowledge, draft)}${record ? ` (for ${record.reference})` : ''}`;
  if (place.kind === 'check') return { name, stands: 'Ready to check' };
  const { id, name: question } = place.step.question;
  const { number, of } = progressAt(theCase, id);
  return {
    name,
    stands: `${number === 0 ? `Before the ${of} questions` : `Question ${number} of ${of}`}: ${question}`,
  };
}

/** A page of the person's drafts, newest first, counted from 1. A page that is there no more is the last one. */
export async function draftsPage(house: House, turn: Turn, wanted: number): Promise<Reply> {
  const headings = await house.stores.drafts.list({ owner: turn.person.id });
  if (headings.length === 0) return { card: noticeCard('no-drafts') };
  const settings = await house.stores.settings.read();
  const page = Math.max(1, Math.min(wanted, Math.ceil(headings.length / draftsOnPage)));
  const shown = headings.slice((page - 1) * draftsOnPage, page * draftsOnPage);
  const views = await Promise.all(shown.map((heading) => viewOf(house, turn, heading, settings)));
  return {
    card: draftsCard({
      drafts: views.flat(),
      page,
      count: headings.length,
      days: settings.draftDays,
      warningDays: settings.draftWarningDays,
    }),
  };
}

/** None when it went in the meantime. One that is damaged is listed, so that nobody thinks it gone. */
async function viewOf(house: House, turn: Turn, heading: DraftHeading, settings: Settings): Promise<DraftView[]> {
  const opened = house.stores.drafts.open(heading.id);
  const line = await unlessDamaged(
    house,
    heading.id,
    opened.then(async (draft) => (draft ? [await inALine(house, turn.person, draft)] : [])),
  );
  return (line ?? [draftWords.damaged]).map((words) => ({
    ...words,
    case: heading.id,
    revision: heading.revision,
    copy: house.newId(),
    saved: day(heading.savedAt),
    daysLeft: daysLeft(heading, settings, turn.at),
  }));
}
