import type { Reply, Result } from '../conversation/reply.ts';
import type { Input } from '../conversation/turn.ts';
import { asObject, type Incoming } from './incoming.ts';
import { cardType } from './message.ts';

/** Body of an answer to a search: a list to choose from, or words in its place. */
export interface SearchAnswer {
  readonly composeExtension:
    | { readonly type: 'result'; readonly attachmentLayout: 'list'; readonly attachments: readonly object[] }
    | { readonly type: 'message'; readonly text: string };
}

/** A search of the message extension; it comes with every letter that is typed. */
export const isSearch = ({ type, name }: Incoming): boolean => type === 'invoke' && name === 'composeExtension/query';

/** What Teams asks for at a time (msteams-docs, respond-to-search). */
const mostResults = 25;

/**
 * `{ parameters: [{ name, value }], queryOptions: { skip, count } }`. The name of the command is not read: there is
 * one, and the Playground leaves it out, as it does the parameter's. Opening the box sends `initialRun` instead.
 */
export function searched({ value }: Incoming): Extract<Input, { kind: 'search' }> {
  const { parameters, queryOptions } = asObject(value);
  const typed = (Array.isArray(parameters) ? parameters : [])
    .map(asObject)
    .find(({ name }) => name === 'query' || name === undefined)?.value;
  const { skip, count } = asObject(queryOptions);
  return {
    kind: 'search',
    text: typeof typed === 'string' ? typed : '',
    skip: asCount(skip) ?? 0,
    count: Math.min(asCount(count) || mostResults, mostResults),
  };
}

/** The preview is the line in the list; without one Teams shows none for an Adaptive Card. */
const attachment = ({ title, detail, card }: Result): object => ({
  contentType: cardType,
  content: card.card,
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text: detail } },
});

export const wordsAnswer = (text: string): SearchAnswer => ({ composeExtension: { type: 'message', text } });

export function searchAnswer(reply: Reply | null): SearchAnswer {
  if (!reply?.results) return wordsAnswer(reply?.text ?? 'Nothing found.');
  const attachments = reply.results.map(attachment);
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

const asCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
