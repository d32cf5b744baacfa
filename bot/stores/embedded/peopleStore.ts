import { isDeepStrictEqual } from 'node:util';
import type { PeopleStore, Person } from '../ports.ts';
import { StoreError } from '../storeError.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';
import { personShape } from './shapes.ts';

export async function openPeopleStore(
  fs: FileSystem,
  folder: string,
): Promise<PeopleStore & { idle(): Promise<void> }> {
  const people = await openCollection<Person>(fs, folder, { idOf: (person) => person.id, shape: personShape });
  /** Claimed before the write, so that of two newcomers with one directory id only one is written. */
  const idByDirectory = new Map(people.all().map((person) => [person.directoryId, person.id]));
  const meeting = new Map<string, Promise<Person>>();
  const known = (directoryId: string) => people.get(idByDirectory.get(directoryId) ?? '');

  async function save(person: Person) {
    const holder = idByDirectory.get(person.directoryId);
    if (holder !== undefined && holder !== person.id) {
      throw new StoreError('directory-taken', 'Another person has this directory id.');
    }
    idByDirectory.set(person.directoryId, person.id);
    try {
      await people.change(person.id, (current) => (isDeepStrictEqual(current, person) ? 'leave' : { next: person }));
    } finally {
      if (people.get(person.id)?.directoryId !== person.directoryId) idByDirectory.delete(person.directoryId);
    }
  }

  async function welcome(newcomer: Person): Promise<Person> {
    await save(newcomer);
    return newcomer;
  }

  return {
    byId: async (id) => people.get(id),
    byDirectory: async (directoryId) => known(directoryId),
    async meet(newcomer) {
      const { directoryId } = newcomer;
      const met = known(directoryId);
      if (met !== null) return met;
      const welcomed = meeting.get(directoryId) ?? welcome(newcomer).finally(() => meeting.delete(directoryId));
      meeting.set(directoryId, welcomed);
      return welcomed;
    },
    save,
    async change(id, change) {
      let changed: Person | null = null;
      await people.change(id, (current) => {
        changed = current === null ? null : change(current);
        return changed === null || isDeepStrictEqual(current, changed) ? 'leave' : { next: changed };
      });
      return changed;
    },
    withRole: async (role) => people.all().filter((person) => person.roles.includes(role)),
    all: async () => people.all(),
    idle: () => people.idle(),
  };
}
