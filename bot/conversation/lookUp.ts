import { allEntries, type Entry, foundEntries } from '../../knowledge/entries.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { openedCard } from './answerView.ts';
import { areaOf } from './ask.ts';
import type { House } from './house.ts';
import type { Reply, Result } from './reply.ts';
import type { Arrival, Input } from './turn.ts';

const nothingFound =
  'Nothing found. I hold agreements and how to share, nothing about people. Try another word, for example “bruising” or “email”, or ask Sharing Guide a whole question in your own chat with it.';

const areaWords = { kent: 'Kent and Medway', london: 'London' } as const;
const heldWords = {
  text: 'we hold its text',
  statement: 'we hold its public statement',
  listed: 'we know its name and purpose',
} as const;

function detailOf(knowledge: Knowledge, { kind, id, area, isLegacy }: Entry): string {
  const held = knowledge.agreements.get(id)?.held;
  if (kind === 'topic' || !held) return area ? `How to share in ${areaWords[area]}` : 'How to share';
  const standing = isLegacy ? 'old, not for new sharing' : heldWords[held];
  return area ? `${areaWords[area]} · ${standing}` : standing;
}

/**
 * The card stands in a message for all its readers: it has none of the words that were typed, no case to start, and
 * nothing from the organisation's settings, for some readers may be of another organisation.
 */
function resultOf(knowledge: Knowledge, entry: Entry, today: Date): Result[] {
  const label = entry.kind === 'topic' ? `topic:${entry.id}` : entry.id;
  const card = openedCard(knowledge, label, { today, settings: null, newCase: '', question: '' });
  return card ? [{ title: entry.title, detail: detailOf(knowledge, entry), card }] : [];
}

/**
 * Looks agreements and topics up for the box where a message is written. Public knowledge only, so anybody of the
 * organisation may, and whoever searches is not noted: no person is made, no word is kept.
 */
export async function lookUp(
  house: House,
  { speaker, at }: Arrival,
  { text, skip, count }: Extract<Input, { kind: 'search' }>,
): Promise<Reply> {
  const knowledge = house.knowledge.current();
  // Who cannot be looked up searches as somebody we have not met.
  const person = await house.stores.people.byDirectory(speaker.directoryId).catch(() => null);
  const area = areaOf(house, person);
  const entries = text.trim() === '' ? allEntries(knowledge, area) : foundEntries(knowledge, text, area);
  if (entries.length === 0) return { text: nothingFound };
  return { results: entries.slice(skip, skip + count).flatMap((entry) => resultOf(knowledge, entry, at)) };
}
