/** What every statement in the content is made of: an id, words, and where they stand. */
import { z } from 'zod';

/** Kebab-case identifier, e.g. `marac-vawg`. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');

/** Words a user will read: trimmed, no template markers, e.g. `Sharing about anti-social behaviour.` */
export const words = z
  .string()
  .trim()
  .min(1)
  .max(1200)
  .refine((text) => !text.includes('${'), 'must not contain ${');

/** Where a fact stands, e.g. `{document: mas-dsa, section: '§2.9'}`. */
export const sourceRefSchema = z.strictObject({
  /** Id of one of the documents, e.g. `mas-dsa`. */
  document: id,
  /** Section as the document numbers it, e.g. `§4.4` or `App A`. */
  section: z.string().trim().min(1).max(80),
});

/** One statement in our own words with the places that support it. */
export const factSchema = z.strictObject({
  /** The statement, e.g. `Covers children’s safeguarding and welfare.` */
  text: words,
  /** The same in one line for the first card, where the text is long; without it the first sentence stands there. */
  short: words.max(120).optional(),
  /** At least one place; a fact without a source is refused. */
  sources: z.array(sourceRefSchema).min(1),
});

export type SourceRef = z.infer<typeof sourceRefSchema>;
export type Fact = z.infer<typeof factSchema>;
