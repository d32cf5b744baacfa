import { answerToAskerCard, overCard, type WaitingView, waitingCard } from '../../cards/asked/asked.ts';
import { soonWords } from '../../cards/asked/draw.ts';
import { sentCard } from '../../cards/asked/sending.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { AskedQuestion, Person } from '../stores/ports.ts';
import { kinds } from './aboutMe.ts';
import { contactsOf, labelName } from './answerView.ts';
import type { House } from './house.ts';
import { offered } from './inputs.ts';
import { cut } from './typed.ts';
import { day, dayAndTime } from './words.ts';

/** Topic labels that are no words of their own. */
const topicWords: Readonly<Record<string, string>> = {
  foi: 'Freedom of Information',
  'k-mip': 'KMISA and K-MIP',
  'outside-uk': 'Outside the UK',
};

const topicName = (label: string): string =>
  topicWords[label] ?? label.charAt(0).toUpperCase() + label.slice(1).replaceAll('-', ' ');

/** What an answer may belong to: an agreement by its id, or all topics of one label, as `topic:<label>`. */
export function labelChoices({ content }: Knowledge): { id: string; label: string }[] {
  const topics = [...new Set(content.topics.map(({ label }) => label))];
  return [
    ...content.agreements.map(({ id, shortName }) => ({ id, label: shortName })),
    ...topics.map((label) => ({ id: `topic:${label}`, label: topicName(label) })),
  ];
}

/**
 * Who asks, as IG leads see them. Without the name: the answer goes through the bot, and somebody who is not named asks
 * sooner.
 */
const askerWords = ({ profile }: Person): string =>
  profile
    ? `${profile.roleTitle} (${kinds.find(({ id }) => id === profile.kind)?.label.toLowerCase()})`
    : 'somebody who has not told me their role';

/** Who answered, by role: `an IG lead (data protection officer)`; for themselves `you`. */
async function answererWords(house: House, { answered }: AskedQuestion, reader: string): Promise<string> {
  if (answered?.by === reader) return 'you';
  const by = answered ? await house.stores.people.byId(answered.by) : null;
  return by?.profile ? `an IG lead (${by.profile.roleTitle})` : 'an IG lead';
}

/** The beginning of what was asked, for a list. */
export const beginning = ({ words }: AskedQuestion): string => {
  const [line = ''] = (words?.question ?? '').split('\n');
  return line.length > 120 ? `${cut(line, 120)}…` : line;
};

/** A waiting question in the list of an IG lead. */
export const waitingDetail = (question: AskedQuestion): string =>
  `Needed: ${soonWords[question.soon].toLowerCase()}. ${beginning(question)}`;

const minuteMs = 60_000;

/** How long ago, in the largest unit that fits, e.g. `2 days`. */
export function waitedWords(since: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(since).getTime()) / minuteMs);
  if (minutes < 60) return 'less than an hour';
  const [count, unit] = minutes < 24 * 60 ? [minutes / 60, 'hour'] : [minutes / (24 * 60), 'day'];
  return `${Math.floor(count)} ${unit}${Math.floor(count) === 1 ? '' : 's'}`;
}

/** A waiting question for an IG lead; `answering` when they are to answer in place. */
export async function waitingCardFor(
  house: House,
  lead: Person,
  question: AskedQuestion,
  answering: WaitingView['answering'] = null,
): Promise<Rendered> {
  const knowledge = house.knowledge.current();
  const asker = await house.stores.people.byId(question.asker);
  return waitingCard({
    asked: question.id,
    soon: question.soon,
    from: asker ? askerWords(asker) : 'somebody who has left',
    waited: waitedWords(question.at, house.now()),
    until: day(question.until),
    question: question.words?.question ?? '',
    tried: question.words?.tried ?? '',
    offered: question.offered.flatMap((label) => labelName(knowledge, label) ?? []),
    isMine: question.asker === lead.id,
    answering,
  });
}

/** A question that is over, without its words; null is one that is not held any more. */
export async function overCardFor(
  house: House,
  reader: Person,
  question: AskedQuestion | null,
  wrote = '',
): Promise<Rendered> {
  if (question?.answered && (question.state === 'answered' || question.state === 'delivered')) {
    const by = await answererWords(house, question, reader.id);
    return overCard({ kind: question.state, by, at: dayAndTime(question.answered.at) }, wrote);
  }
  return overCard({ kind: question?.state === 'withdrawn' ? 'withdrawn' : 'gone' }, wrote);
}

/** An answered question whose words are still held, for its asker. */
export async function answerCardFor(house: House, question: AskedQuestion): Promise<Rendered> {
  const knowledge = house.knowledge.current();
  const label = question.answered?.label ?? '';
  const agreement = knowledge.agreements.get(label);
  return answerToAskerCard({
    question: question.words?.question ?? '',
    answer: question.words?.answer ?? '',
    by: await answererWords(house, question, question.asker),
    at: dayAndTime(question.answered?.at ?? question.at),
    about: offered(labelChoices(knowledge), label)?.label ?? '',
    start: agreement && agreement.status !== 'legacy' ? { agreement: agreement.id, case: house.newId() } : null,
  });
}

/** Where a question stands, for the person who asked it. */
export async function mineCardFor(
  house: House,
  question: AskedQuestion,
  taken: readonly string[] = [],
): Promise<Rendered> {
  if (question.state === 'answered') return answerCardFor(house, question);
  if (question.state === 'withdrawn') return noticeCard('question-withdrawn');
  if (question.state === 'delivered') {
    const more = [
      `It was answered by ${await answererWords(house, question, question.asker)}; the answer stands in this chat.`,
    ];
    return noticeCard('question-over', { more });
  }
  const leads = await house.stores.people.withRole('ig-lead');
  const others = leads.some(({ id }) => id !== question.asker);
  return sentCard({
    asked: question.id,
    soon: question.soon,
    sent: dayAndTime(question.at),
    until: day(question.until),
    question: question.words?.question ?? '',
    tried: question.words?.tried ?? '',
    taken,
    leads: others ? 'other' : leads.length > 0 ? 'only-asker' : 'none',
    contacts: contactsOf(await house.stores.settings.read()),
  });
}
