import { describe, expect, it } from 'vitest';
import { aPerson } from '../../make/record.ts';
import type { Engine } from '../contract.ts';

export function peopleContract(engine: () => Engine) {
  const people = () => engine().stores.people;

  describe('people', () => {
    it('are found by our id, by directory id and by role', async () => {
      const approver = aPerson({ roles: ['approver', 'editor'] });
      const other = aPerson();
      for (const person of [approver, other]) await people().save(structuredClone(person));
      expect(await people().byId(approver.id)).toEqual(approver);
      expect(await people().byDirectory(other.directoryId)).toEqual(other);
      expect(await people().withRole('editor')).toEqual([approver]);
      expect(await people().withRole('ig-lead')).toEqual([]);
      expect(await people().all()).toHaveLength(2);
      expect(await people().byId('nobody')).toBeNull();
      expect(await people().byDirectory('nobody')).toBeNull();
    });

    it('keep both of two changes made at once', async () => {
      const person = aPerson();
      await people().save(person);
      await Promise.all([
        people().change(person.id, (found) => ({ ...found, area: 'kent' })),
        people().change(person.id, (found) => ({ ...found, roles: ['approver'] })),
      ]);
      expect(await people().byId(person.id)).toEqual({ ...person, area: 'kent', roles: ['approver'] });
      await engine().reopen();
      expect(await people().byId(person.id)).toEqual({ ...person, area: 'kent', roles: ['approver'] });
    });

    it('cannot be changed when they are not there', async () => {
      expect(await people().change('nobody', (person) => person)).toBeNull();
    });

    it('are one person when they are met twice at once, and ever after', async () => {
      const newcomers = [1, 2, 3].map(() => aPerson({ directoryId: 'directory-1' }));
      const met = await Promise.all(newcomers.map((newcomer) => people().meet(newcomer)));
      expect(new Set(met.map(({ id }) => id)).size).toBe(1);
      expect(await people().all()).toHaveLength(1);
      expect(await people().meet(aPerson({ directoryId: 'directory-1' }))).toEqual(met[0]);
      await engine().reopen();
      expect(await people().byDirectory('directory-1')).toEqual(met[0]);
    });

    it('cannot share a directory id', async () => {
      await people().save(aPerson({ directoryId: 'directory-1' }));
      const second = people().save(aPerson({ directoryId: 'directory-1' }));
      await expect(second).rejects.toMatchObject({ code: 'directory-taken' });
    });
  });
}
