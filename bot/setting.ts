/**
 * The kinds of value a setting can have. Messages name what is allowed and never the value: it may be a secret, or a
 * secret put into the wrong variable.
 */
import { z } from 'zod';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const keyForm = 'base64 of 32 random bytes (openssl rand -base64 32)';

const text = z.string({ error: 'required' });
const filled = text.refine((value) => value.trim() !== '', { error: 'is blank', abort: true });

/** Texts people leave standing when they copy an example. */
const isPlaceholder = (value: string) =>
  /^<.*>$|^\{.*\}$|^x{3,}$|^\*+$|change[-_ ]?me|placeholder|your[-_ ]|^(todo|secret|password|example)$/i.test(
    value.trim(),
  );
const unfilled = 'is still a placeholder';

/** Any text, e.g. a folder. */
export const words = filled.refine((value) => !isPlaceholder(value), { error: unfilled });

export const secret = filled
  .refine((value) => !isPlaceholder(value), { error: unfilled, abort: true })
  .refine((value) => value === value.trim() && !/\s/.test(value), { error: 'has a space or a line break in it' });

const guidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** The zero GUID and the ones documentation uses as examples. */
const exampleGuid = /^0{8}-0{4}-0{4}-0{4}-0{11}[01]$|^12345678-1234-1234-1234-/;
const isExample = (value: string) => exampleGuid.test(value) || isPlaceholder(value);

/** A GUID in lower case, e.g. `8f6c1b2e-4d3a-4c5b-9e7f-0a1b2c3d4e5f`. */
export const guid = filled
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => !isExample(value), { error: `${unfilled}; a GUID is needed`, abort: true })
  .refine((value) => guidForm.test(value), { error: 'must be a GUID' });

/** GUIDs separated by commas. */
export const guids = filled
  .transform((value) => [...new Set(value.split(',').map((one) => one.trim().toLowerCase()))])
  .refine((all) => all.every((one) => guidForm.test(one)), { error: 'must be GUIDs separated by commas', abort: true })
  .refine((all) => !all.some(isExample), { error: 'holds a GUID that is still a placeholder' });

/** 32 bytes as base64. A key of equal bytes is a placeholder, not a key. */
export const key = filled
  .refine((value) => /^[A-Za-z0-9+/]{43}=$/.test(value), { error: `must be ${keyForm}`, abort: true })
  .transform((value) => Buffer.from(value, 'base64'))
  .refine((bytes) => new Set(bytes).size > 1, { error: `${unfilled}; ${keyForm} is needed` });

export const whole = (from: number, to: number) =>
  filled
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number);

export const yesNo = filled
  .refine((value) => value === 'true' || value === 'false', { error: 'must be true or false' })
  .transform((value) => value === 'true');

/** An address to listen on: an IP address, or `localhost`. */
export const host = filled.refine((value) => /^(localhost|[0-9.]{7,15}|[0-9a-fA-F:]{2,39})$/.test(value), {
  error: 'must be an IP address to listen on, e.g. 0.0.0.0',
});

export const oneOf = <const V extends readonly string[]>(values: V) =>
  z.enum(values, { error: (issue) => `${issue.input === '' ? 'is blank; ' : ''}must be ${list(values)}` });

const list = (values: readonly string[]) => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
