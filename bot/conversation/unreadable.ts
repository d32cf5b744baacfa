import { StoreError } from '../stores/storeError.ts';
import type { House } from './house.ts';

/** What a store gives, or null where that is damaged: so that one damaged thing does not take others with it. */
export async function unlessDamaged<T>(house: House, id: string, opening: Promise<T>): Promise<T | null> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'damaged')) throw error;
    house.log.error({ id, code: error.code, why: error.message }, 'something saved could not be read');
    return null;
  }
}
