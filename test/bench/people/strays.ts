import type { ConnectorCall } from '../../make/connector.ts';
import { approverOf, chatOf, markOf, people, placeOf } from './places.ts';

/** Whose case or reference it is; undefined of one that nobody began. */
export type OwnerOf = (id: string) => number | undefined;

const cases = /"(?:case|from)":"([A-Za-z0-9-]+)"/g;
/** As people quote them. */
export const references = /\bSR-[0-9A-Z]{4}-[0-9A-Z]{2}\b/g;
const marks = /team-\d{3}/g;
const ownerOfMark = new Map(Array.from({ length: people }, (_, place) => [markOf(place), place]));

/** What a text shows that is not for the person who is shown it: others’ cases, references, words. */
export function strays(viewer: number, text: string, ownerOf: OwnerOf): string[] {
  const theirs = [...[...text.matchAll(cases)].map(([, id = '']) => id), ...(text.match(references) ?? [])];
  const words = text.match(marks) ?? [];
  return [...new Set([...theirs, ...words])].filter((each) => {
    const mark = ownerOfMark.get(each);
    if (mark !== undefined) return !reviews(viewer, mark) && approverOf(viewer) !== mark;
    const owner = ownerOf(each);
    return owner !== undefined && !reviews(viewer, owner);
  });
}

/** Own, or to be reviewed. */
const reviews = (viewer: number, owner: number): boolean => viewer === owner || approverOf(owner) === viewer;

/** What is wrong with a message to a chat: whom it is addressed to, or what it shows. */
export function misdelivered({ conversation, activity }: ConnectorCall, ownerOf: OwnerOf): string[] {
  const place = placeOf(conversation);
  if (place === undefined) return [`a message to ${conversation}, which is nobody’s chat`];
  const { recipient, conversation: within } = activity as { recipient?: { id: string }; conversation?: { id: string } };
  const isTheirs = recipient?.id === chatOf(place).from.id && within?.id === conversation;
  return [
    ...(isTheirs ? [] : [`a message to ${recipient?.id} in the chat of person ${place}`]),
    ...strays(place, JSON.stringify(activity), ownerOf).map((what) => `${what} in a message to person ${place}`),
  ];
}
