import { join } from 'node:path';
import type { Notice, OutboxStore, PeopleStore } from '../ports.ts';
import { cannotWrite } from '../storeError.ts';
import type { FileSystem } from './fileSystem.ts';

/** Folders whose documents the bot can do without, one at a time. */
export type Spare = 'drafts' | 'questions' | 'proposals' | 'counts';

/** A file that is not what was written. */
export interface Damaged {
  readonly folder: Spare;
  /** E.g. `6f1c….json`; null where what was read has moved it already: a line of the drafts. */
  readonly file: string | null;
  /** Our id of whose it was, as far as the file still says; whoever that is may not exist. */
  readonly owner: unknown;
}

interface Room {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly people: Pick<PeopleStore, 'byId' | 'withRole'>;
  readonly outbox: Pick<OutboxStore, 'add'>;
  /** Told of each, e.g. `questions/6f1c….json`, or `drafts` for a line of them. */
  readonly onSetAside?: ((file: string) => void) | undefined;
}

/** Where such files are kept, whole, below their folder. */
const ASIDE = 'damaged';

/**
 * Moves files that cannot be read out of the way, byte for byte, so that one of them stops nobody. Whose it was is told,
 * else the IG leads are. First told, then moved: a stop in between tells again.
 */
export async function setAside(room: Room, found: readonly Damaged[]): Promise<void> {
  const notices = await Promise.all(found.map((one) => noticesOf(room, one)));
  const once = new Map(notices.flat().map((notice) => [JSON.stringify(notice), notice]));
  if (once.size > 0) await room.outbox.add([...once.values()]);
  for (const { folder, file } of found) {
    if (file !== null) await move(room, folder, file);
    room.onSetAside?.(file === null ? folder : `${folder}/${file}`);
  }
}

/** Nobody misses a count. */
async function noticesOf({ people }: Room, { folder, owner }: Damaged): Promise<Notice[]> {
  if (folder === 'counts') return [];
  const person = typeof owner === 'string' ? await people.byId(owner) : null;
  if (person) return [{ to: person.id, kind: 'set-aside', about: `my-${folder}` }];
  return (await people.withRole('ig-lead')).map(({ id }) => ({ to: id, kind: 'set-aside', about: folder }));
}

/** A file that was set aside before under the same name stays too. */
async function move({ fs, dir }: Room, folder: Spare, file: string): Promise<void> {
  const from = join(dir, folder);
  const to = join(from, ASIDE);
  try {
    await fs.mkdir(to, { recursive: true, mode: 0o700 });
    const taken = new Set(await fs.readdir(to));
    let name = file;
    for (let count = 2; taken.has(name); count += 1) name = `${count}-${file}`;
    await fs.rename(join(from, file), join(to, name));
    await fs.syncFolder(to);
    await fs.syncFolder(from);
  } catch (error) {
    throw cannotWrite('a damaged file in another place', error);
  }
}
