import { Template } from 'adaptivecards-templating';
import answer from './parts/answer.template.json' with { type: 'json' };
import heading from './parts/heading.template.json' with { type: 'json' };
import inputs from './parts/inputs.template.json' with { type: 'json' };
import paragraphs from './parts/paragraphs.template.json' with { type: 'json' };
import points from './parts/points.template.json' with { type: 'json' };
import sections from './parts/sections.template.json' with { type: 'json' };
import verdict from './parts/verdict.template.json' with { type: 'json' };

/** A card ready to send, and the same content as plain text (fallbackText, terminal, clients without cards). */
export interface Rendered {
  /** Adaptive Card JSON, version 1.5. */
  readonly card: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Pieces that several cards share; a template or a piece names one as `{"$include": "heading"}` inside a list. */
const parts: Readonly<Record<string, readonly unknown[]>> = {
  answer,
  heading,
  inputs,
  paragraphs,
  points,
  sections,
  verdict,
};

function withParts(node: unknown): unknown {
  if (Array.isArray(node)) return node.flatMap((item) => includedIn(item) ?? [withParts(item)]);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withParts(value)]));
}

function includedIn(item: unknown): readonly unknown[] | undefined {
  if (typeof item !== 'object' || item === null || !('$include' in item)) return undefined;
  const part = parts[String(item.$include)];
  if (!part) throw new Error(`No card part is called ${String(item.$include)}`);
  return withParts(part) as readonly unknown[];
}

/**
 * Builds a renderer from a template, parsed at its first card (4 ms or more, then 0.1 ms a card). Words that people typed go into
 * TextRuns, which read no markdown, and are never part of a template: the engine evaluates `${…}` in templates only.
 * The data holds strings, booleans, numbers and lists of them, never null: the engine would paste `${name}` or fail.
 */
export function renderer(template: object): (data: object, text: string) => Rendered {
  let parsed: Template | undefined;
  return (data, text) => {
    parsed ??= new Template(withParts(template) as object);
    const card = parsed.expand({ $root: data }) as Record<string, unknown>;
    return { card: { ...card, fallbackText: shortened(text) }, text };
  };
}

/** The fallback says what matters first and counts towards the size Teams allows. */
const longestFallback = 1_500;

const shortened = (text: string): string =>
  text.length <= longestFallback ? text : `${text.slice(0, longestFallback)}…`;

/** A line of text with the places that support it, e.g. `MAS DSA §4.4`. */
export interface Row {
  readonly text: string;
  /** Starts with two spaces so that it stands off the text; empty when there is none. */
  readonly source: string;
  /** Both as Teams takes them; templates put them in whole, as they do buttons. */
  readonly runs: readonly object[];
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A row with its citations, e.g. `row('Phone only when urgent.', ['MAS DSA §4.4'])`. */
export function row(text: string, sources: readonly string[] = []): Row {
  const source = sources.length > 0 ? `  (${sources.join('; ')})` : '';
  return { text, source, runs: [{ type: 'TextRun', text }, ...(source ? [subtle(source)] : [])] };
}

const subtle = (text: string) => ({ type: 'TextRun', text, size: 'Small', isSubtle: true });

/** Sections as plain text. Sections without rows are left out. */
export function sectionsText(list: readonly Section[]): string {
  return list
    .filter((section) => section.rows.length > 0)
    .map((section) => [section.title, ...section.rows.map((line) => `- ${line.text}${line.source}`)].join('\n'))
    .join('\n\n');
}

/** Joins the non-empty blocks of a plain text. */
export function blocks(...list: readonly string[]): string {
  return list.filter((block) => block !== '').join('\n\n');
}

/** The card has inputs, so somebody may be typing in it. */
export const asksForWords = ({ card }: Rendered): boolean => hasInput(card);

function hasInput(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasInput);
  if (typeof node !== 'object' || node === null) return false;
  return String((node as { type?: unknown }).type).startsWith('Input.') || Object.values(node).some(hasInput);
}
