/**
 * What must hold of a stored document so that the bot can work with it: no more, for later versions add to it, and
 * earlier ones did not have all of it.
 */
import { z } from 'zod';

const text = z.string();
const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)));
const optional = (shape: z.ZodType) => shape.nullable().optional();

export const questionShape = z.looseObject({
  id: text,
  asker: text,
  at: instant,
  until: instant,
  offered: z.array(text),
  leadsTold: z.array(text),
  state: z.enum(['waiting', 'answered', 'delivered', 'withdrawn']),
  sealed: text.nullable(),
  answered: optional(z.looseObject({ by: text, at: instant })),
});

const change = z.looseObject({ target: text, field: text, before: text.nullable(), after: text.nullable() });

export const proposalShape = z.looseObject({
  id: text,
  base: z.number(),
  change,
  why: text,
  proposedBy: text,
  at: instant,
  state: z.enum(['open', 'published', 'turned-down', 'withdrawn']),
  check: z.looseObject({ tried: z.number(), changed: z.array(z.looseObject({ question: text })) }),
});

export const revisionShape = z.looseObject({
  number: z.number().int().min(1),
  change,
  why: text,
  proposedBy: text,
  publishedBy: text,
  at: instant,
});

export const personShape = z.looseObject({
  id: text,
  directoryId: text,
  tenant: text,
  name: text,
  roles: z.array(text),
  profile: optional(z.looseObject({ organisation: text, kind: text, area: text, roleTitle: text })),
  area: optional(text),
  chat: optional(z.looseObject({ serviceUrl: text, conversationId: text, tenantId: text, botId: text, userId: text })),
});

export const settingsShape = z.looseObject({ id: z.literal('settings'), settings: z.looseObject({}) });

export const countsShape = z.looseObject({
  id: text,
  counts: z.array(z.looseObject({ label: text, what: text, month: text, count: z.number() })),
});
