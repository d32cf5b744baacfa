import { noticeCard as fixedNotice } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import type { Notice, Person } from '../stores/ports.ts';
import { answerNotice, changedQuestionNotice, waitingNotice } from './askedNotices.ts';
import type { House } from './house.ts';
import { proposalCard } from './proposal.ts';
import { maySee, recordFor } from './recordView.ts';
import { roleName } from './roles.ts';

/** A card for a notice, made when it is sent, so that it shows how things stand then. */
export interface NoticeCard {
  readonly card: Rendered;
  /** The case, or the question, that the card shows. */
  readonly showsCase?: string;
  /** What is due once the card was sent, e.g. to forget words that nobody needs any more. */
  readonly afterwards?: () => Promise<void>;
}

const banners = {
  'review-asked': 'A decision is waiting for your review.',
  outcome: 'Your record has been reviewed.',
  changed: '',
} as const;

async function aboutRecord(house: House, person: Person, caseId: string, banner: string): Promise<NoticeCard | null> {
  const record = await house.stores.records.open(caseId);
  if (!record || !maySee(record, person)) return null;
  return { card: await recordFor(house, person, record, { banner }), showsCase: caseId };
}

async function aboutProposal(house: House, person: Person, id: string): Promise<NoticeCard | null> {
  const proposal = await house.stores.proposals.open(id);
  return proposal ? { card: await proposalCard(house, person, proposal) } : null;
}

async function aboutRoles(house: House, id: string): Promise<NoticeCard | null> {
  const person = await house.stores.people.byId(id);
  if (!person) return null;
  const held = person.roles.length > 0 ? person.roles.map(roleName).join(', ') : 'no role';
  return { card: fixedNotice('roles-changed', { more: [`${person.name} now holds: ${held}.`] }) };
}

/** The card that tells a person what a notice is about; null when there is nothing to tell any more. */
export async function noticeCard(house: House, notice: Notice): Promise<NoticeCard | null> {
  const person = await house.stores.people.byId(notice.to);
  if (!person) return null;
  switch (notice.kind) {
    case 'review-asked':
    case 'outcome':
    case 'changed':
      return aboutRecord(house, person, notice.about, banners[notice.kind]);
    case 'proposal-asked':
    case 'proposal-outcome':
      return aboutProposal(house, person, notice.about);
    case 'role-granted':
      return aboutRoles(house, notice.about);
    case 'question-asked':
      return waitingNotice(house, person, notice.about);
    case 'question-changed':
      return changedQuestionNotice(house, person, notice.about);
    case 'question-answered':
      return answerNotice(house, person, notice.about);
  }
}
