import { describe, expect, it } from 'vitest';
import { galleryOf } from '../../bot/cli/gallery/gallery.ts';
import { knowledge } from '../make/knowledge.ts';

interface Node {
  readonly [name: string]: unknown;
  readonly type?: unknown;
}

/** Every object of a card, its fallbacks left out: they are looked at with what they stand in for. */
function nodesOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.entries(node).flatMap(([name, value]) => (name === 'fallback' ? [] : nodesOf(value)));
  return [node as Node, ...inside];
}

const ofType = (nodes: readonly Node[], type: RegExp) => nodes.filter((node) => type.test(String(node.type ?? '')));
const actionLists = (nodes: readonly Node[]) =>
  nodes.flatMap(({ actions }) => (Array.isArray(actions) ? [actions as readonly Node[]] : []));

/** Every card the product makes, in all the ways the gallery knows. */
const cards = galleryOf(knowledge).flatMap(({ card: folder, samples }) =>
  samples.map(({ name, card }) => ({
    name: `${folder}: ${name}`,
    folder,
    card: card.card as Node,
    text: card.text,
    nodes: nodesOf(card.card),
  })),
);

const each = (look: (card: (typeof cards)[number]) => void) => {
  for (const card of cards) look(card);
};

describe('Every card the product can make', () => {
  it('is there to be looked at', () => expect(cards.length).toBeGreaterThan(100));

  it('is version 1.5 and as small as Teams takes', () =>
    each(({ name, card }) => {
      expect(card, name).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
      expect(Buffer.byteLength(JSON.stringify(card)), name).toBeLessThan(28 * 1024);
    }));

  it('labels every input, in words', () =>
    each(({ name, nodes }) => {
      for (const { label, id } of ofType(nodes, /^Input\./)) expect(label, `${name}: ${id}`).toMatch(/\p{L}{2}/u);
    }));

  it('requires nothing of the client, which would stop Back and Save and leave', () =>
    each(({ name, card }) => {
      expect(JSON.stringify(card), name).not.toMatch(/"(?:isRequired|errorMessage|regex)"/);
    }));

  it('has at most six actions in a row', () =>
    each(({ name, nodes }) => {
      for (const actions of actionLists(nodes)) expect(actions.length, name).toBeLessThanOrEqual(6);
    }));

  it('sends the same from a client that knows only Action.Submit', () =>
    each(({ name, card, nodes }) => {
      for (const action of ofType(nodes, /^Action\.Execute$/))
        expect(action.fallback, `${name}: ${action.title}`).toMatchObject({
          type: 'Action.Submit',
          title: action.title,
          data: { ...(action.data as object), verb: action.verb },
        });
      expect(ofType(nodes, /^Action\.Submit$/), name).toEqual([]);
      // The Playground's page fails on it, and so does nothing else.
      expect(JSON.stringify(card), name).not.toMatch(/"key":/);
    }));

  it('names every action, and no two elements alike', () =>
    each(({ name, nodes }) => {
      for (const { title } of ofType(nodes, /^Action\./)) expect(title, name).toMatch(/\S/);
      const ids = nodes.flatMap(({ id, type }) => (typeof id === 'string' && type !== undefined ? [id] : []));
      expect(new Set(ids).size, name).toBe(ids.length);
    }));

  it('wraps every line, and has none that is empty or that the template left open', () =>
    each(({ name, nodes }) => {
      for (const { text, wrap } of ofType(nodes, /^TextBlock$/)) {
        expect(wrap, `${name}: ${text}`).toBe(true);
        expect(text, name).toMatch(/\S/);
      }
      for (const { text } of ofType(nodes, /^TextRun$/)) expect(text, name).toMatch(/\S/);
      for (const { inlines } of ofType(nodes, /^RichTextBlock$/)) expect(inlines, name).not.toEqual([]);
      expect(JSON.stringify(nodes), name).not.toContain('${');
    }));

  it('leads with a heading, and says it first in plain text, whole or from the beginning', () =>
    each(({ name, card, text, nodes }) => {
      const fallback = String(card.fallbackText);
      expect(fallback, name).toMatch(/^\S/);
      expect(text.startsWith(fallback.replace(/…$/, '')), name).toBe(true);
      const [heading] = nodes.filter(({ style, type }) => type === 'TextBlock' && style === 'heading');
      expect(heading, name).toBeDefined();
      expect(text.slice(0, 300), name).toContain(String(heading?.text));
    }));

  it('reads in plain text every label it has', () =>
    each(({ name, nodes, text }) => {
      for (const { label } of ofType(nodes, /^Input\./)) expect(text, name).toContain(String(label));
    }));
});

describe('Every question as plain text', () => {
  const questions = cards.filter(({ folder }) => folder === 'question');

  it('says how far one is, then the question, then how to answer, then the fields in the order of the card', () => {
    for (const { name, text, nodes } of questions) {
      expect(text, name).toMatch(/^(?:Before the ten questions|\d+ of 10)\. \S/);
      const labels = ofType(nodes, /^Input\./).map(({ label }) => String(label));
      const places = ['“options”, “save” and “help” also work.', ...labels].map((words) => text.indexOf(words));
      expect(places, name).toEqual(places.toSorted((one, other) => one - other));
      expect(places[0], name).toBeGreaterThan(0);
    }
  });

  it('numbers the options from 1, as they can be typed', () => {
    for (const { name, nodes, text } of questions)
      for (const { choices, label } of ofType(nodes, /^Input\.ChoiceSet$/)) {
        const lines = (choices as readonly Node[]).map(({ title }, at) => `${at + 1}. ${title}`);
        expect(text, name).toContain(`${label}\n${lines.join('\n')}`);
      }
  });

  it('puts what is wrong right before the field, as “Tell us …”', () => {
    const sentBack = questions.filter(({ name }) => name.includes('sent back with problems'));
    expect(sentBack.length).toBeGreaterThan(0);
    for (const { name, nodes, text } of sentBack)
      for (const { label } of ofType(nodes, /^Input\./))
        expect(text, name).toMatch(new RegExp(`Tell us [^\n]+\n${escaped(label)}`));
  });

  it('offers Back but on the first one, and always a way to stop', () => {
    for (const { name, text } of questions) {
      expect(text.includes('“back”'), name).toBe(!name.startsWith('question: danger'));
      expect(text, name).toContain('“save”');
    }
  });
});

const escaped = (words: unknown) => String(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
