import type { Commit, Notice } from '../stores/ports.ts';
import type { House } from './house.ts';

/**
 * The commit, with word to everybody else who has a card of the record: the review table tells those who must know, but
 * an IG lead who advised, or who looked at it, has a card too, and every card shows the record as it is.
 */
export async function withHolders({ stores }: House, commit: Commit): Promise<Commit> {
  const knows = new Set([...commit.events.map(({ by }) => by), ...commit.notices.map(({ to }) => to)]);
  const holders = new Set((await stores.outbox.posts(commit.case)).map(({ person }) => person));
  const others = [...holders].filter((id) => !knows.has(id));
  const more = others.map((to): Notice => ({ to, kind: 'changed', about: commit.case }));
  return { ...commit, notices: [...commit.notices, ...more] };
}
