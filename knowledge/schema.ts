/**
 * The shape of everything the bot knows. zod is the source: the runtime check, the TypeScript types and the
 * messages an editor sees all come from here. Content lives in `knowledge/content/` as YAML.
 */
import { z } from 'zod';
import { questionSchema, ruleSchema } from './checklistSchema.ts';
import { factSchema, id, sourceRefSchema, words } from './factSchema.ts';

export * from './checklistSchema.ts';
export type { Fact, SourceRef } from './factSchema.ts';

export const areaSchema = z.enum(['kent', 'london', 'elsewhere']);

/** One of the five source documents. */
export const documentSchema = z.strictObject({
  id,
  /** The file code the domain brief cites, e.g. `003`. */
  code: z.string().regex(/^\d{3}$/),
  /** Exact title, e.g. `Kent and Medway Social Licence`. */
  title: words,
  /** Short name used in citations on cards, e.g. `MAS DSA`. */
  shortTitle: words,
  /** What it is, e.g. `Purpose-specific data sharing agreement`. */
  kind: words,
  /** Who publishes or owns it. */
  owner: words,
  /** Where it applies. */
  geography: words,
  /** Month of production, e.g. `2022-03`; null when the document gives none. */
  produced: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
  /** Version as printed, e.g. `v.01.00`; null when none is printed. */
  version: words.nullable(),
  /** Review cycle; null when the document has none. */
  review: z
    .strictObject({
      /** Months to the first review when it differs from the cycle, e.g. 6. */
      firstMonths: z.number().int().positive().nullable(),
      /** Months between reviews, e.g. 24. */
      cycleMonths: z.number().int().positive(),
      /** Month of the last review we know of, e.g. `2024-03`; null when none is known. */
      lastReview: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .nullable(),
      source: sourceRefSchema,
    })
    .nullable(),
  /** Other facts about the document: signing, amendment, publication, termination. */
  facts: z.array(factSchema),
});

/** What of an agreement we hold: its text, a public statement about it, or a name and one line. */
export const heldSchema = z.enum(['text', 'statement', 'listed']);

export const agreementSchema = z.strictObject({
  id,
  /** Full name, e.g. `Multi-Agency Safeguarding data sharing agreement (MAS)`. */
  name: words,
  /** Name for buttons and lists, at most 40 characters, e.g. `MAS (child safeguarding)`. */
  shortName: words.max(40),
  area: z.enum(['kent', 'london']),
  held: heldSchema,
  /** `legacy` is not offered for new sharing. */
  status: z.enum(['live', 'listed', 'legacy']),
  /** The document that holds its text or statement, e.g. `mas-dsa`; null when only listed. */
  document: id.nullable(),
  /** One or two sentences: what it is for. */
  summary: factSchema,
  /** What it covers, a fact each. */
  covers: z.array(factSchema).min(1),
  /** What it does not cover, a fact each; may be empty where the sources do not say. */
  doesNotCover: z.array(factSchema),
  /** Who shares with whom, as far as the sources say. */
  parties: z.array(factSchema),
  /** Terms a person must keep to that belong on the answer card (e.g. email, eligibility). */
  terms: z.array(factSchema),
  /** The lawful basis in one line; null when the sources give none. */
  lawfulBasis: factSchema.nullable(),
  /** What to check before relying on it (signatories, conflicting sources). */
  check: z.array(factSchema),
  /** Groups of data it lets people share; empty when the sources do not say. */
  data: z.array(z.strictObject({ id, label: words, specialCategory: z.boolean().default(false) })),
  /** Names people use for it, ours, never scope, e.g. `MASH`, `front door`. */
  aliases: z.array(z.string().trim().min(2).max(60)).min(1),
  /** Single words and short phrases that speak for it but do not name it, e.g. `bruise`. */
  vocabulary: z.array(z.string().trim().min(2).max(60)).default([]),
  /** Agreements it is mistaken for, with the one question that tells them apart. */
  confusedWith: z.array(z.strictObject({ agreement: id, tellApart: words })),
  /** Agreements that are really two, chosen by the other party. */
  strands: z
    .array(
      z.strictObject({
        id,
        name: words,
        /** What the other party is, as a button, e.g. `The police`. */
        otherParty: words,
        fact: factSchema,
      }),
    )
    .default([]),
  /** Realistic requests in practitioners' words; each is executed as a test. */
  situations: z.strictObject({
    covered: z.array(words).min(3),
    /** Looks like it but is not; `instead` names the better answer, null when nothing we hold fits. */
    notCovered: z.array(z.strictObject({ text: words, instead: id.nullable() })),
  }),
});

/** A question on how to share, not under what. */
export const topicSchema = z.strictObject({
  id,
  /** One of the 33 topic labels; several topics may share one, e.g. `secure-transfer`. */
  label: id,
  title: words,
  /** Where it applies; null means everywhere. */
  area: z.enum(['kent', 'london']).nullable(),
  /** The answer, shortest useful form first. */
  answer: z.array(factSchema).min(1),
  /** Names and short phrases that ask for it, e.g. `plain email`. */
  aliases: z.array(z.string().trim().min(2).max(60)),
  /** Ways people ask, in their own words. */
  asks: z.array(words).min(3),
  /** Related topics or agreements to offer next. */
  related: z.array(id).default([]),
});

/** One of the 33 purposes of the Kent and Medway agreement. */
export const purposeSchema = z.strictObject({
  /** `p01` to `p33`, in the order of the statement. */
  id: z.string().regex(/^p\d{2}$/),
  label: words,
  /** Words that speak for it, for matching. */
  vocabulary: z.array(z.string().trim().min(2).max(60)).min(1),
  /** Nearest London area, ours and never agreement scope. */
  london: z.array(id),
  /** Broad purposes need a further necessity statement. */
  broad: z.boolean().default(false),
  source: sourceRefSchema,
});

/** A named place and the area it lies in. */
export const placesSchema = z.strictObject({
  kent: z.array(z.string().trim().min(2)).min(1),
  london: z.array(z.string().trim().min(2)).min(1),
  /** Places and forces that are in neither, e.g. `Manchester`. */
  elsewhere: z.array(z.string().trim().min(2)).min(1),
  /** Names of places that are also ordinary words or names, e.g. `Deal`, `Barking`, `Sandwich`: counted only after a cue such as `in` or `council`. */
  ambiguous: z.array(z.string().trim().min(2)),
});

/**
 * A short or vague word that people write, and what it can stand for. Ours, never scope. Several meanings are asked
 * back when the answer depends on them.
 */
export const abbreviationSchema = z.strictObject({
  /** As written, e.g. `SAR`. */
  short: z.string().trim().min(2).max(20),
  /** An ordinary word such as `panel`: asked about only when little else leads anywhere. */
  vague: z.boolean().default(false),
  meanings: z
    .array(
      z.strictObject({
        id,
        /** What it stands for; a button when there are several. */
        label: words,
        /** What the meaning says to the matching; its label when it is not given. */
        words: words.optional(),
      }),
    )
    .min(1),
});

/** What people type that no agreement covers, so that it is recognised and declined. Ours; never shown. */
export const declineSchema = z.strictObject({
  /** How it is answered. */
  decline: z.enum(['something-else', 'record-request', 'outsider', 'no-match']),
  examples: z.array(words).min(1),
});

/** A change in the law or practice since the documents, or a slip in them: shown apart, never as agreement text. */
export const noteSchema = z.strictObject({
  id,
  kind: z.enum(['recent-law', 'slip']),
  text: words,
  /** How sure we are: found in a public copy, partly found, or from general knowledge. */
  certainty: z.enum(['found', 'partly-found', 'general-knowledge', 'in-the-sources']),
  /** The day this was true as far as we know, e.g. `2026-11-22`. */
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Agreements and topics it belongs beside. */
  about: z.array(id),
  sources: z.array(sourceRefSchema),
});

export const legislationSchema = z.strictObject({
  id,
  title: words,
  provides: words,
  limits: words.nullable(),
  sources: z.array(sourceRefSchema).min(1),
});

export const contentSchema = z.strictObject({
  documents: z.array(documentSchema).min(1),
  agreements: z.array(agreementSchema).min(1),
  topics: z.array(topicSchema),
  questions: z.array(questionSchema).min(1),
  purposes: z.array(purposeSchema),
  rules: z.array(ruleSchema),
  notes: z.array(noteSchema),
  legislation: z.array(legislationSchema),
  places: placesSchema,
  abbreviations: z.array(abbreviationSchema),
  declines: z.array(declineSchema),
});

export type Area = z.infer<typeof areaSchema>;
export type SourceDocument = z.infer<typeof documentSchema>;
export type Agreement = z.infer<typeof agreementSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Purpose = z.infer<typeof purposeSchema>;
export type Places = z.infer<typeof placesSchema>;
/** All content, checked by the schema but not yet cross-checked. */
export type Content = z.infer<typeof contentSchema>;
