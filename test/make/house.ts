import { randomBytes, randomUUID } from 'node:crypto';
import type { House } from '../../bot/conversation/house.ts';
import { LastShown } from '../../bot/conversation/lastShown.ts';
import { Members } from '../../bot/conversation/membership.ts';
import { OpenQuestions } from '../../bot/conversation/openQuestions.ts';
import { TakenOut } from '../../bot/conversation/takenOut.ts';
import { liveKnowledge, loadContent } from '../../bot/liveKnowledge.ts';
import { makeReference } from '../../bot/records/reference.ts';
import type { Role, Stores } from '../../bot/stores/ports.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { failingFileSystem } from './fileSystem.ts';
import { heldFileSystem } from './heldFileSystem.ts';
import { aStore, type StorePlace } from './store.ts';

/** Directory id of the administrator of a house under test. */
export const adminId = '00000000-0000-4000-8000-0000000000ad';
export const tenant = '00000000-0000-4000-8000-00000000000f';

/** A house on the real content and a real store in a folder, with a clock that the test moves. */
export interface HouseUnderTest extends House {
  readonly place: StorePlace;
  /** The real disk below the store, until it is told to refuse. */
  readonly disk: ReturnType<typeof failingFileSystem>;
  /** Makes that disk as slow as the test wants. */
  readonly pace: Pick<ReturnType<typeof heldFileSystem>, 'hold' | 'release'>;
  clock: Date;
  readonly logged: { readonly level: string; readonly fields: object; readonly message: string }[];
  nudges: number;
  /** Opened anew by `restart`. */
  stores: Stores;
  /** Closes the store and opens it anew, as a restart of the bot does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

let shipped: Promise<Knowledge> | undefined;

export async function aHouse(
  settings: Partial<Pick<House, 'homeArea' | 'publishNeedsSecondEditor' | 'patienceMs' | 'refreshOnView'>> = {},
): Promise<HouseUnderTest> {
  shipped ??= loadContent();
  const place = await aStore();
  const logged: HouseUnderTest['logged'] = [];
  const note = (level: string) => (fields: object, message: string) => {
    logged.push({ level, fields, message });
  };
  const log = { info: note('info'), warn: note('warn'), error: note('error') };
  const disk = failingFileSystem();
  const { fs, ...pace } = heldFileSystem(disk.fs);
  const stores = await place.open(fs);
  const house: HouseUnderTest = {
    place,
    disk,
    pace,
    clock: new Date('2026-11-22T10:00:00Z'),
    logged,
    nudges: 0,
    stores,
    knowledge: await liveKnowledge(await shipped, stores.revisions, log),
    openQuestions: new OpenQuestions(() => house.clock),
    takenOut: new TakenOut(() => house.clock),
    members: new Members(() => house.clock),
    lastShown: new LastShown(() => house.clock),
    heardFrom: new Set(),
    patienceMs: 1_500,
    refreshOnView: false,
    adminIds: [adminId],
    tenant,
    homeArea: 'ask',
    publishNeedsSecondEditor: true,
    ...settings,
    now: () => house.clock,
    newId: randomUUID,
    newReference: () => makeReference(randomBytes(16)),
    nudge: () => {
      house.nudges += 1;
    },
    log,
    restart: async () => {
      await house.stores.close();
      house.stores = await place.open(fs);
      const knowledge = await liveKnowledge(await (shipped as Promise<Knowledge>), house.stores.revisions, log);
      Object.assign(house, { knowledge, openQuestions: new OpenQuestions(() => house.clock) });
      Object.assign(house, { lastShown: new LastShown(() => house.clock), heardFrom: new Set() });
      Object.assign(house, { takenOut: new TakenOut(() => house.clock) });
    },
    close: async () => {
      pace.release();
      await house.stores.close();
      await place.clear();
    },
  };
  house.members.connect(async () => 'member');
  return house;
}

/** Gives roles the way an administrator's grant ends up in the store. */
export async function giveRoles(house: House, directoryId: string, roles: readonly Role[]): Promise<void> {
  const person = await house.stores.people.byDirectory(directoryId);
  if (!person) throw new Error('They have not said hello yet.');
  await house.stores.people.change(person.id, (current) => ({ ...current, roles }));
}
