import { z } from 'zod';

const id = z.string().max(500);
const words = z.string().nullish();
const account = z.looseObject({ id: id.min(1), name: words, aadObjectId: words });

/**
 * The parts of an activity that the bot reads. Everything else is left alone; what is read has the type it claims,
 * so that no `null` or list surprises the code behind.
 */
const incomingSchema = z.object({
  /** E.g. `message`, `invoke`, `conversationUpdate`, `installationUpdate`. */
  type: z.string().min(1).max(100),
  id: id.nullish(),
  timestamp: words,
  channelId: words,
  serviceUrl: words,
  deliveryMode: words,
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z
    .object({ id: id.min(1), tenantId: words, conversationType: words, isGroup: z.boolean().nullish() })
    .nullish(),
  channelData: z
    .object({ tenant: z.object({ id: words }).nullish() })
    .nullish()
    .catch(null),
  text: words,
  textFormat: words,
  entities: z.array(z.unknown()).nullish().catch(null),
  value: z.unknown().optional(),
  /** Name of an invoke, e.g. `adaptiveCard/action`. */
  name: words,
  /** Of an installationUpdate: `add`, `remove`. */
  action: words,
  /** The activity that carried the pressed button. */
  replyToId: id.nullish(),
  membersAdded: z.array(account).nullish().catch(null),
});

export type Incoming = z.infer<typeof incomingSchema>;

/** Reads an activity; null when it is not one. */
export function readIncoming(body: unknown): Incoming | null {
  const read = incomingSchema.safeParse(body);
  return read.success ? read.data : null;
}

/** An incoming activity that passed every guard: what must be there is there. */
export interface Admitted extends Incoming {
  readonly serviceUrl: string;
  readonly from: NonNullable<Incoming['from']> & { readonly aadObjectId: string };
  readonly recipient: NonNullable<Incoming['recipient']>;
  readonly conversation: NonNullable<Incoming['conversation']>;
}

/**
 * A value of unknown shape as an object, empty when it is none. `value: null` is what some clients send; `typeof null`
 * is 'object' (PLATFORM 3.2: it crashes teams-ai's selector).
 */
export const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
