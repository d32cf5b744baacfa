import type { AskedQuestion, Notice, Person } from '../stores/ports.ts';
import { answerCardFor, overCardFor, waitingCardFor } from './askedView.ts';
import type { House } from './house.ts';
import type { NoticeCard } from './notices.ts';

/** Whoever else is an IG lead: nobody is told of their own question. */
export const leadsFor = async (house: House, asker: string): Promise<Person[]> =>
  (await house.stores.people.withRole('ig-lead')).filter(({ id }) => id !== asker);

/** Who is still to be told something about a question. */
async function owed(house: House, kind: Notice['kind'], id: string): Promise<string[]> {
  const pending = await house.stores.outbox.pending();
  return pending.filter((notice) => notice.kind === kind && notice.about === id).map(({ to }) => to);
}

/**
 * Tells each IG lead of each waiting question, once. Derived from what is waiting, so that it also reaches somebody who
 * got the role later, and makes up for what a stopped process left undone.
 */
export async function tellIgLeads(house: House, at: Date): Promise<void> {
  for (const question of await house.stores.questions.list({ state: 'waiting' }, at)) {
    const told = [...question.leadsTold, ...(await owed(house, 'question-asked', question.id))];
    const leads = (await leadsFor(house, question.asker)).map(({ id }) => id).filter((id) => !told.includes(id));
    if (leads.length === 0) continue;
    await house.stores.outbox.add(leads.map((to) => ({ to, kind: 'question-asked', about: question.id })));
    await house.stores.questions.change(question.id, at, (current) => ({
      ...current,
      leadsTold: [...new Set([...current.leadsTold, ...leads])],
    }));
  }
  house.nudge();
}

/** Word to all who have a card of it, whether they still hold the role or not: it takes the question’s words out of it. */
const changed = ({ id, leadsTold }: AskedQuestion): Notice[] =>
  leadsTold.map((to) => ({ to, kind: 'question-changed', about: id }));

/** Takes the words out of the chats of the IG leads who have them. */
export async function clearLeads(house: House, question: AskedQuestion): Promise<void> {
  await house.stores.outbox.add(changed(question));
  house.nudge();
}

/** Owes the asker the answer, unless it is owed already: also after a stop, or when it could not be delivered. */
export async function tellAnswer(house: House, question: AskedQuestion): Promise<void> {
  const { id, asker } = question;
  if ((await owed(house, 'question-answered', id)).length > 0) return;
  await house.stores.outbox.add([{ to: asker, kind: 'question-answered', about: id }, ...changed(question)]);
  house.nudge();
}

/** What is due at the start and every day: questions past their time go, answers and questions that are owed are told. */
export async function questionsDue(house: House, at: Date): Promise<void> {
  const { questions } = house.stores;
  for (const question of await questions.expired(at)) {
    // First told, then deleted: a stop in between repeats the telling.
    await clearLeads(house, question);
    await questions.delete(question.id);
  }
  for (const question of await questions.list({ state: 'answered' }, at)) await tellAnswer(house, question);
  await tellIgLeads(house, at);
}

export async function waitingNotice(house: House, lead: Person, id: string): Promise<NoticeCard | null> {
  const question = await house.stores.questions.open(id, house.now());
  if (question?.state !== 'waiting' || !lead.roles.includes('ig-lead')) return null;
  return { card: await waitingCardFor(house, lead, question), showsCase: id };
}

/** In the place of a card with the words, so it is made of what holds none. */
export async function changedQuestionNotice(house: House, lead: Person, id: string): Promise<NoticeCard | null> {
  const question = await house.stores.questions.open(id, house.now());
  if (question?.state === 'waiting') return null;
  return { card: await overCardFor(house, lead, question), ...(!question && { isLast: true }) };
}

/** The answer; once it was sent its words and the question's are kept no more. */
export async function answerNotice(house: House, asker: Person, id: string): Promise<NoticeCard | null> {
  const { questions } = house.stores;
  const question = await questions.open(id, house.now());
  if (question?.state !== 'answered' || question.asker !== asker.id) return null;
  return {
    card: await answerCardFor(house, question),
    afterwards: async () => {
      await questions.change(id, house.now(), (current) => ({ ...current, state: 'delivered', words: null }));
    },
  };
}
