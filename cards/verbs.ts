/**
 * Every verb a card can send, with the exact data it may carry. Card data is attacker input: it holds ids and a
 * revision, never state or authority. What a person typed or ticked comes beside it, under keys that start `in_`.
 */
import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const revision = z.coerce.number().int().min(0).max(1_000_000_000);
const item = z.coerce.number().int().min(-1).max(1000);
const page = z.coerce.number().int().min(0).max(1000);
/** Of a notice: our own random id, or its place in the ledger, e.g. `12.0`. */
const noticeId = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
const label = z.string().regex(/^[a-z0-9:-]{1,80}$/);

/** Data of each verb, without the inputs. */
export const verbs = {
  /** Ask: an answer to a question back. `question` is the opaque id of an open question. No data may be called `key`: the
   * Playground's page fails on it. */
  'ask.answer': z.strictObject({ question: id, fact: label, option: label }),
  /** Ask: show one agreement or topic; with a question, as an answer to it. */
  'ask.show': z.strictObject({ label, question: id.optional() }),
  /** Ask: a page of everything we hold on it, counted from 1. */
  'ask.details': z.strictObject({ label, page, question: id.optional() }),
  /** Ask: the other answers offered. */
  'ask.others': z.strictObject({ question: id }),
  /** Ask: whether an answer was right. */
  'ask.right': z.strictObject({ question: id, label, right: z.enum(['yes', 'no']) }),
  /** Ask: none of these. */
  'ask.none': z.strictObject({ question: id }),
  /** Checklist: start a case; `case` is made by the server and creates once. */
  'checklist.start': z.strictObject({ case: id, agreement: label.optional() }),
  'checklist.resume': z.strictObject({ case: id }),
  /** An emergency: a case that starts with somebody in danger; `case` creates once. */
  'checklist.emergency': z.strictObject({ case: id }),
  'checklist.answer': z.strictObject({ case: id, question: label, revision }),
  /** What was typed as a message becomes the answer to `input`; `said` is the opaque id of the open question. */
  'checklist.use': z.strictObject({ case: id, question: label, revision, input: label, said: id }),
  'checklist.back': z.strictObject({ case: id, question: label, revision }),
  'checklist.leave': z.strictObject({ case: id, question: label, revision }),
  'checklist.change': z.strictObject({ case: id, question: label, revision }),
  /** What looked like an identifier in an answer: take it out, or it is not about a person. `input` and `kind` name it. */
  'checklist.take-out': z.strictObject({ case: id, question: label, revision, input: label, kind: label }),
  'checklist.not-personal': z.strictObject({ case: id, question: label, revision, input: label, kind: label }),
  'checklist.submit': z.strictObject({ case: id, revision }),
  /** Check-your-answers: a page of it, counted from 1. */
  'checklist.check': z.strictObject({ case: id, page, revision }),
  /** Starts a case under an id made by the server, with what stays the same of a draft or record of one's own. */
  'checklist.copy': z.strictObject({ case: id, from: id }),
  /** The rest of a record of one's own that is due, e.g. after an emergency. `case` is the record's. */
  'checklist.complete': z.strictObject({ case: id }),
  /** Keeps a draft that was about to go. */
  'checklist.keep': z.strictObject({ case: id }),
  /** Asks first. */
  'checklist.discard': z.strictObject({ case: id, revision }),
  'checklist.discard-now': z.strictObject({ case: id, revision }),
  /** Review. `revision` is the record's. */
  'review.open': z.strictObject({ case: id }),
  /** A page of the record, counted from 1; 0 is what else can be done. */
  'review.page': z.strictObject({ case: id, page }),
  /** The record as a message that can be copied. */
  'review.summary': z.strictObject({ case: id }),
  'review.approve': z.strictObject({ case: id, revision }),
  'review.decline': z.strictObject({ case: id, revision }),
  'review.return': z.strictObject({ case: id, revision }),
  'review.ask-lead': z.strictObject({ case: id, revision }),
  'review.advise': z.strictObject({ case: id, revision }),
  'review.revoke': z.strictObject({ case: id, revision }),
  /** Asks for the new approver, then gives the record to them. */
  'review.approvers': z.strictObject({ case: id }),
  'review.reassign': z.strictObject({ case: id, revision }),
  /** For who made it. `sharing` asks what was shared, `shared` keeps it. */
  'review.withdraw': z.strictObject({ case: id, revision }),
  'review.sharing': z.strictObject({ case: id }),
  'review.shared': z.strictObject({ case: id, revision }),
  /** Nobody has looked at it: tells the IG leads. */
  'review.escalate': z.strictObject({ case: id, revision }),
  'review.stop': z.strictObject({ case: id, revision }),
  'review.close': z.strictObject({ case: id, revision }),
  /** Asks what is wrong and what is right, then adds that to the record. */
  'review.correction': z.strictObject({ case: id }),
  'review.correct': z.strictObject({ case: id, revision }),
  /** For IG leads: one asks to dispose of a closed record, another agrees or keeps it. */
  'review.ask-disposal': z.strictObject({ case: id, revision }),
  'review.dispose': z.strictObject({ case: id, revision }),
  'review.keep': z.strictObject({ case: id, revision }),
  /** Register: a page, counted from 1, of a person's own records and drafts, and of what waits for them. */
  'register.mine': z.strictObject({ page: page.optional() }),
  'register.drafts': z.strictObject({ page: page.optional() }),
  'register.pending': z.strictObject({ page: page.optional() }),
  /** The daily list of what waits for a person. */
  'digest.show': z.strictObject({ page: page.optional() }),
  'digest.on': z.strictObject({}),
  'digest.off': z.strictObject({}),
  /** About me. `next` is a case to go on with. A form is also opened to find somebody, with what was typed so far. */
  'profile.open': z.strictObject({ next: id.optional(), agreement: label.optional() }),
  'profile.save': z.strictObject({ next: id.optional(), agreement: label.optional() }),
  /** For approvers: who covers for them. `cover` is the id of one that was named. */
  'cover.open': z.strictObject({}),
  'cover.save': z.strictObject({}),
  'cover.stop': z.strictObject({ cover: id }),
  'settings.open': z.strictObject({}),
  'settings.save': z.strictObject({}),
  'settings.hours': z.strictObject({}),
  'settings.save-hours': z.strictObject({}),
  /** For IG leads: who reviews what is shared under which agreement. */
  'routing.open': z.strictObject({}),
  'routing.save': z.strictObject({}),
  /** For IG leads: hands over what somebody who has left leaves behind. `person` is our id. */
  'leavers.list': z.strictObject({}),
  'leavers.open': z.strictObject({ person: id }),
  'leavers.hand-over': z.strictObject({ person: id }),
  'leavers.records': z.strictObject({ person: id, page: page.optional() }),
  /** Administer. */
  'knowledge.open': z.strictObject({ target: label, field: label.optional(), page: page.optional() }),
  /** `item` counts the texts of a field from 0; -1 adds one. `base` is the knowledge revision the card showed. */
  'knowledge.edit': z.strictObject({ target: label, field: label, item, base: revision }),
  'knowledge.propose': z.strictObject({ proposal: id, target: label, field: label, item, base: revision }),
  'knowledge.publish': z.strictObject({ proposal: id }),
  'knowledge.turn-down': z.strictObject({ proposal: id }),
  /** A question for the IG team. `question` is the opaque id of an open question; `asked` is made by the server and
   * creates once, for its owner. */
  'escalate.show': z.strictObject({ question: id }),
  'escalate.send': z.strictObject({ asked: id, question: id }),
  'escalate.leave': z.strictObject({ question: id }),
  'escalate.mine': z.strictObject({ asked: id }),
  'escalate.withdraw': z.strictObject({ asked: id }),
  /** For IG leads. */
  'escalate.open': z.strictObject({ asked: id }),
  'escalate.answer': z.strictObject({ asked: id }),
  'escalate.waiting': z.strictObject({}),
  /** On a delivered answer, which stays as it is: ask again; start a case with the agreement it names. */
  'escalate.again': z.strictObject({}),
  'escalate.start': z.strictObject({ case: id, agreement: label }),
  /** For IG leads: what people were not told. */
  'not-notified.list': z.strictObject({}),
  'not-notified.open': z.strictObject({ notice: noticeId }),
  'not-notified.again': z.strictObject({ notice: noticeId }),
  'not-notified.again-all': z.strictObject({}),
  'not-notified.settle': z.strictObject({ notice: noticeId }),
  'roles.open': z.strictObject({}),
  'roles.change': z.strictObject({}),
} as const;

export type Verb = keyof typeof verbs;

/** A verb with its checked data and what was typed beside it. */
export type Action = {
  [V in Verb]: { readonly verb: V; readonly data: z.infer<(typeof verbs)[V]>; readonly inputs: Inputs };
}[Verb];

/** Typed and ticked values by input key (without the `in_`). A multiple choice arrives joined by commas. */
export type Inputs = Readonly<Record<string, string>>;

const inputKey = /^in_[a-z0-9-]{1,64}$/;
const inputValue = z.string().max(20_000);

/**
 * Reads what a card sent. Returns null for an unknown verb, data of another shape, an unknown key or a value that is
 * not a string.
 */
export function readAction(verb: string, data: unknown): Action | null {
  if (!Object.hasOwn(verbs, verb) || typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const rest: Record<string, unknown> = {};
  const inputs: Record<string, string> = {};
  for (const [key, value] of Object.entries(data)) {
    if (!inputKey.test(key)) rest[key] = value;
    else {
      const words = inputValue.safeParse(value ?? '');
      if (!words.success) return null;
      inputs[key.slice(3)] = words.data;
    }
  }
  const checked = verbs[verb as Verb].safeParse(rest);
  return checked.success ? ({ verb, data: checked.data, inputs } as Action) : null;
}

/** Sent by a client that shows a record's card, by itself: nobody pressed anything, so it is no verb of a button. */
export const refreshVerb = 'record.refresh';

const refreshData = z.strictObject({ case: id });

/** Which record a card asks for anew; null for data of another shape. */
export const readRefresh = (data: unknown): z.infer<typeof refreshData> | null =>
  refreshData.safeParse(data).data ?? null;
