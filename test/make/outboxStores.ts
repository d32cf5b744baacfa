import { randomUUID } from 'node:crypto';
import type { FileSystem } from '../../bot/stores/embedded/fileSystem.ts';
import { openEmbedded } from '../../bot/stores/embedded/index.ts';
import type { ConversationReference, PendingNotice, Stores } from '../../bot/stores/ports.ts';
import { aPerson } from './record.ts';
import { aStore } from './store.ts';

/** A notice by the name a test gives it, which is also what it is about. */
export type NamedNotice = Pick<PendingNotice, 'id' | 'to' | 'kind' | 'about'>;

/** A real store as the outbox uses it, that notes how each notice ended. */
export interface OutboxStores {
  readonly stores: Stores;
  /** How each notice ended, by its name. */
  readonly settled: Record<string, string>;
  /** Adds them, in their order. */
  put(...notices: NamedNotice[]): Promise<void>;
  setChat(person: string, chat: ConversationReference | null): Promise<void>;
  /** Closes the store as it is and opens it anew, as after a stop. */
  restart(): Promise<void>;
  clear(): Promise<void>;
}

export async function outboxStores(fs?: FileSystem): Promise<OutboxStores> {
  const place = await aStore();
  const names: string[] = [];
  const open = () =>
    openEmbedded({
      dir: place.dir,
      recordKey: place.recordKey,
      now: () => new Date(),
      newId: () => names.shift() ?? randomUUID(),
      ...(fs && { fs }),
    });
  let inner = await open();
  const settled: Record<string, string> = {};
  const made: OutboxStores = {
    settled,
    stores: watched(inner),
    async put(...notices) {
      for (const { id, ...notice } of notices) {
        names.push(id);
        await inner.outbox.add([notice]);
      }
    },
    async setChat(person, chat) {
      const known = await inner.people.byId(person);
      await inner.people.save({ ...(known ?? aPerson({ id: person, name: `${person} (fictional)` })), chat });
    },
    async restart() {
      await inner.close();
      inner = await open();
      Object.assign(made, { stores: watched(inner) });
    },
    async clear() {
      await inner.close();
      await place.clear();
    },
  };
  return made;

  function watched(stores: Stores): Stores {
    const outbox: Stores['outbox'] = {
      ...stores.outbox,
      settle: async (id, outcome, why) => {
        await stores.outbox.settle(id, outcome, why);
        settled[id] = outcome;
      },
    };
    return { ...stores, outbox };
  }
}
