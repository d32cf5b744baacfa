import { basename } from 'node:path';
import { StoreError } from '../storeError.ts';

/**
 * What the system says of a folder that it does not give back as it should, e.g. because a file stands where a folder
 * was, said in words. Any other error goes up as it is.
 */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isOfSystem(error) ? new StoreError('damaged', words(error), error) : error;
  }
}

/** The name alone: where the data folder stands is nobody's business who reads the message. */
const words = ({ code, path }: NodeJS.ErrnoException): string =>
  `The data folder cannot be used as it is (${code}${path ? ` at ${basename(path)}` : ''}). ` +
  'See that DATA_DIR is the right folder and that this account may read and write it; ' +
  'if something in it is damaged, put it back from a backup.';

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && !(error instanceof StoreError) && 'syscall' in error;
