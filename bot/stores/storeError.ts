import type { StoreErrorCode, StoreFailure } from './ports.ts';

/** The one error a store throws. */
export class StoreError extends Error implements StoreFailure {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** `cannot-write` with what was to be written and the system's own code, e.g. `ENOSPC`. */
export function cannotWrite(what: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return new StoreError('cannot-write', `The disk refused to write ${what} (${code}).`, cause);
}
