import { afterEach, beforeEach, describe } from 'vitest';
import type { Stores } from '../../bot/stores/ports.ts';
import { countsContract } from './contract/counts.ts';
import { draftsContract } from './contract/drafts.ts';
import { outboxContract } from './contract/outbox.ts';
import { peopleContract } from './contract/people.ts';
import { questionsContract } from './contract/questions.ts';
import { recordsContract } from './contract/records.ts';
import { smallContract } from './contract/small.ts';

/** One engine under test, on a place of its own. */
export interface Engine {
  readonly stores: Stores;
  /** Closes and opens again, as a restart does. */
  reopen(): Promise<void>;
  /** Closes and clears away. */
  end(): Promise<void>;
}

/** What every store engine must do; run against each. */
export function storeContract(name: string, start: () => Promise<Engine>) {
  describe(`${name} keeps the store contract`, () => {
    let engine: Engine;
    beforeEach(async () => {
      engine = await start();
    });
    afterEach(() => engine.end());

    for (const contract of [
      recordsContract,
      draftsContract,
      peopleContract,
      smallContract,
      outboxContract,
      questionsContract,
      countsContract,
    ]) {
      contract(() => engine);
    }
  });
}
