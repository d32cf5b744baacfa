import type { Stores } from '../stores/ports.ts';

/**
 * A change is shown on so many of a person’s cards of a record, the latest: who has more has them far up in the chat, and
 * the buttons of those are checked when they are pressed. Only the end of a record is shown on every card.
 */
const mostChanged = 10;

/** Ids of the messages in which a person has cards of the case, the latest last: all, or those on which a change shows. */
export async function cardsShown(
  { outbox }: Pick<Stores, 'outbox'>,
  { caseId, person, all = false }: { readonly caseId: string; readonly person: string; readonly all?: boolean },
): Promise<string[]> {
  const posts = (await outbox.posts(caseId)).filter((post) => post.person === person);
  return posts.slice(all ? 0 : -mostChanged).map(({ activityId }) => activityId);
}
