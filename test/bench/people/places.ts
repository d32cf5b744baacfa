import { somebody } from '../load.ts';

/** Everybody has a place, a number: practitioners first, then the approvers, who share them out among themselves. */
export const people = 200;
const practitioners = 180;

export const isApprover = (place: number): boolean => place >= practitioners;

/** Who reviews what somebody submits; null for approvers, who submit nothing here. */
export const approverOf = (place: number): number | null =>
  isApprover(place) ? null : practitioners + (place % (people - practitioners));

/** Stands in all that somebody types, so that their words are known again wherever they are shown. */
export const markOf = (place: number): string => `team-${String(place).padStart(3, '0')}`;

interface Chat {
  readonly from: { readonly id: string; readonly name: string; readonly aadObjectId: string };
  readonly conversation: { readonly id: string };
}
export const chatOf = (place: number): Chat => somebody(place) as unknown as Chat;

const places = new Map(Array.from({ length: people }, (_, place) => [chatOf(place).conversation.id, place]));

/** Whose personal chat it is. */
export const placeOf = (conversation: string): number | undefined => places.get(conversation);
