/** The shape of the checklist: conditions, questions and rules. */
import { z } from 'zod';
import { factSchema, id, sourceRefSchema, words } from './factSchema.ts';

/**
 * Conditions over the facts of a case. A fact is an answer by its key, or one of: `area`, `agreement` (an agreement id,
 * or `none`), `agreement-held` (`text`, `statement`, `listed`, or `none`), `sharer-kind`. `is` holds when the fact
 * equals one of the values or, for a list, contains one. A fact nobody has told, or that was left empty, is not known
 * and equals nothing.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; is: string[] }
  | { fact: string; known: boolean };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ fact: id, is: z.array(id).min(1) }),
    z.strictObject({ fact: id, known: z.boolean() }),
  ]),
);

const optionSchema = z.strictObject({
  id,
  label: words.max(120),
  /** Offered only when this holds, e.g. consent is not offered where the agreement rules it out. */
  when: conditionSchema.optional(),
});

export const inputSchema = z.strictObject({
  /** Key the answer is stored under, unique over all questions, e.g. `information-origin`. */
  key: id,
  /** What stands over the field; a question or an instruction. */
  label: words.max(200),
  /** `choice` = one, `choices` = several, `text` = words, `date` = a calendar day. */
  kind: z.enum(['choice', 'choices', 'text', 'date']),
  required: z.boolean(),
  /** Shown after "Tell us", e.g. `whose information it is`. */
  problem: words.max(120),
  /** Fixed options, or where they come from. */
  options: z
    .union([z.array(optionSchema).min(2), z.enum(['areas', 'agreements', 'purposes', 'agreement-data'])])
    .optional(),
  /** Longest text kept, in characters; default 600. */
  maxLength: z.number().int().positive().max(2000).default(600),
  /** Asked only when this holds; may ask about earlier cards, never about its own. */
  when: conditionSchema.optional(),
});

/**
 * One card of the checklist: a start question (before the ten), one of the ten, or a follow-up. A card is drawn once,
 * from the answers of the cards before it, so conditions only look back. What depends on the same card's answers is a
 * follow-up: a card of its own right after it (`<question>-more`), without a number, shown under the number before it.
 * A card without a visible input is passed over, so a follow-up often needs no condition of its own.
 */
export const questionSchema = z.strictObject({
  id,
  /** 1 to 10 for the ten, rising; null for the start questions and for follow-ups. */
  number: z.number().int().min(1).max(10).nullable(),
  /** Short name for lists and check-your-answers, e.g. `Lawful basis`. */
  name: words.max(40),
  /** The question as asked. */
  title: words.max(160),
  /** Why we ask, one or two sentences. */
  why: words,
  /** Help with sources. */
  help: z.array(factSchema),
  /** What a good answer contains. */
  goodAnswer: words.nullable(),
  /** A clearly fictional example. */
  example: words.nullable(),
  inputs: z.array(inputSchema).min(1),
  when: conditionSchema.optional(),
});

export const effectSchema = z.enum(['block', 'warn', 'reason', 'inform', 'escalate']);

/** A rule of the checklist: when it holds, it says so; what it stops is its own. */
export const ruleSchema = z.strictObject({
  /** Id of the domain brief, e.g. `R34`, `R23a`, `X1`. */
  id: z.string().regex(/^[RX]\d{1,2}[a-z]?$/),
  when: conditionSchema,
  effect: effectSchema,
  /** What it stops while it holds: `share` = share and share in part; `submit` = any submission. */
  stops: z.enum(['share', 'submit']).optional(),
  /** The answer that holds the reason; a `reason` rule stops `share` while it is empty. */
  reasonKey: id.optional(),
  text: words,
  /** Question to go to, to put it right. */
  question: id,
  sources: z.array(sourceRefSchema),
});

export type Input = z.infer<typeof inputSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Effect = z.infer<typeof effectSchema>;
export type Rule = z.infer<typeof ruleSchema>;
