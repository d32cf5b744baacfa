import type { Incoming } from './incoming.ts';

/** Longer than anybody types; what lies beyond is cut, so that a hostile message costs no time further in. */
const longest = 10_000;

/** Marks the place of a card that was inserted from the search box, in a text that says it is plain (the Playground). */
const insertedCard = 'itemtype="http://schema.skype.com/InputExtension"';

/** What a person typed: without the mention of the bot, without the marks of a formatted message. */
export function messageText({ text, textFormat, entities, recipient }: Incoming): string {
  let words = (text ?? '').slice(0, longest * 4);
  for (const mention of mentionsOf(entities, recipient?.id)) words = words.replaceAll(mention, ' ');
  // Other people's mentions keep their words.
  words = words.replace(/<\/?at(?:\s[^<>]*)?>/gi, ' ');
  if (textFormat === 'xml' || textFormat === 'html' || words.includes(insertedCard)) words = withoutMarks(words);
  return words
    .replace(/[\u00a0\t ]+/g, ' ')
    .trim()
    .slice(0, longest);
}

/** Whether a message in a group speaks to the bot: the mention is an entity, not something that looks like one. */
export function mentionsBot({ entities, recipient }: Incoming): boolean {
  return mentionsOf(entities, recipient?.id).length > 0;
}

/** The mention texts of the bot, e.g. `<at>Sharing Guide</at>`. */
function mentionsOf(entities: readonly unknown[] | null | undefined, botId: string | undefined): string[] {
  const found: string[] = [];
  for (const entity of entities ?? []) {
    const { type, mentioned, text } = (entity ?? {}) as {
      type?: unknown;
      mentioned?: { id?: unknown };
      text?: unknown;
    };
    if (type === 'mention' && mentioned?.id === botId && typeof text === 'string' && text !== '') found.push(text);
  }
  return found;
}

const entity: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
  amp: '&',
};

function withoutMarks(words: string): string {
  return words
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(lt|gt|quot|apos|#39|nbsp|amp);/g, (_, name: string) => entity[name] ?? ' ');
}
