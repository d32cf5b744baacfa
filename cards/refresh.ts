import type { Rendered } from './render.ts';
import { refreshVerb } from './verbs.ts';

/**
 * The card of a case, asked for anew by the client of the one person it was sent to whenever it comes into view. `userId`
 * is theirs in Teams, e.g. `29:…`; without the list everybody’s client in the chat asks (PLATFORM 2.1).
 */
export function withRefresh({ card, text }: Rendered, caseId: string, userId: string): Rendered {
  const action = { type: 'Action.Execute', title: 'Show how it stands now', verb: refreshVerb, data: { case: caseId } };
  return { card: { ...card, refresh: { action, userIds: [userId] } }, text };
}
