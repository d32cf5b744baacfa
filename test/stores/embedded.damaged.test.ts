import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice, Stores } from '../../bot/stores/ports.ts';
import { cuttingFileSystem } from '../make/fileSystem.ts';
import { aDraft, aPerson, aQuestion } from '../make/record.ts';
import { aStore, type StorePlace } from '../make/store.ts';

const now = new Date('2026-11-22T10:00:00Z');
const owner = aPerson();
const lead = aPerson({ roles: ['ig-lead'] });
const change = { target: 'agreement:asb', field: 'alias', before: null, after: 'Zanzibar' } as const;
const proposal = {
  id: 'proposal-1',
  base: 0,
  change,
  why: 'Zanzibar',
  proposedBy: owner.id,
  at: now.toISOString(),
  state: 'open',
  check: { tried: 1, changed: [] },
} as const;
const draft = aDraft({ owner: owner.id, answers: { who: 'Zanzibar' } });
const question = aQuestion({ asker: owner.id, until: '2027-01-01T00:00:00Z' });

let place: StorePlace;
/** Folder and name of the files that the last opening set aside. */
let aside: string[];

const open = (fs?: Parameters<StorePlace['open']>[0]): Promise<Stores> => {
  aside = [];
  return place.open(fs, { onSetAside: (file) => aside.push(file) });
};

beforeEach(async () => {
  place = await aStore();
  const stores = await open();
  for (const person of [owner, lead]) await stores.people.save(person);
  await stores.settings.save(await stores.settings.read());
  await stores.drafts.save(draft, 0);
  await stores.questions.add(aQuestion({ asker: owner.id, until: '2027-01-01T00:00:00Z' }));
  await stores.questions.add(question);
  await stores.proposals.save(proposal);
  const revision = { number: 1, change, why: 'w', proposedBy: owner.id, publishedBy: lead.id, at: now.toISOString() };
  await stores.revisions.publish(revision);
  stores.counts.add('mas', 'right', now);
  await stores.close();
});
afterEach(() => place.clear());

const files = {
  questions: `${question.id}.json`,
  proposals: 'proposal-1.json',
  people: `${owner.id}.json`,
  settings: 'settings.json',
  revisions: '1.json',
  counts: '2026-11.json',
} as const;
type Folder = keyof typeof files;
const pathOf = (folder: Folder) => join(place.dir, folder, files[folder]);
const asideOf = (folder: Folder) => join(place.dir, folder, 'damaged', files[folder]);

/** Ways to damage a file; each tells what the file then holds. */
const ways = {
  'no JSON': (text: string) => text.slice(0, -3),
  empty: () => '',
  'nothing but null': () => 'null',
  'another shape': () => '{"id":"x","Zanzibar":1}',
  'a field that has another type': (text: string) =>
    JSON.stringify({ ...JSON.parse(text), at: 7, savedAt: 7, roles: 7, settings: 7, counts: 7, directoryId: 7 }),
} as const;

async function damage(folder: Folder, way: (text: string) => string): Promise<string> {
  const text = way(await readFile(pathOf(folder), 'utf8'));
  await writeFile(pathOf(folder), text);
  return text;
}

const told = async ({ outbox }: Stores): Promise<Notice[]> =>
  (await outbox.pending()).map(({ to, kind, about }) => ({ to, kind, about }));

describe.each(Object.entries(ways))('A file that has become %s', (name, way) => {
  it.each(['questions', 'proposals', 'counts'] as const)(
    'in %s is moved beside whole, said once to one who can act, and stops nothing',
    async (folder) => {
      const text = await damage(folder, way);
      const stores = await open();
      expect(await readFile(asideOf(folder), 'utf8')).toBe(text);
      expect(await readdir(join(place.dir, folder))).not.toContain(files[folder]);
      expect(aside).toEqual([`${folder}/${files[folder]}`]);
      const keepsOwner = name === 'a field that has another type';
      const whom = keepsOwner ? { to: owner.id, about: `my-${folder}` } : { to: lead.id, about: folder };
      expect(await told(stores)).toEqual(folder === 'counts' ? [] : [{ kind: 'set-aside', ...whom }]);
      expect(await stores.drafts.ofOwner(owner.id)).toHaveLength(1);
      await stores.questions.list({}, now);
      await stores.proposals.save(proposal);
      await stores.drafts.save(aDraft(), 0);
      await stores.close();
      const again = await open();
      expect(aside).toEqual([]);
      expect(await told(again)).toHaveLength(folder === 'counts' ? 0 : 1);
      await again.close();
    },
  );

  it.each(['people', 'settings', 'revisions'] as const)(
    'in %s stops the start, in a sentence that names it and the cure and quotes nothing; it opens once it is put back',
    async (folder) => {
      const whole = await readFile(pathOf(folder), 'utf8');
      const text = await damage(folder, way);
      const error = await open().catch((caught) => caught);
      expect(error).toMatchObject({ name: 'StoreError', code: 'damaged' });
      expect(error.message).toMatch(
        new RegExp(`The file ${folder}/\\S+\\.json is not what was written.*from a backup`),
      );
      expect(`${error} ${error.stack}`).not.toContain('Zanzibar');
      expect(await readFile(pathOf(folder), 'utf8')).toBe(text);
      await writeFile(pathOf(folder), whole);
      await (await open()).close();
    },
  );
});

describe('A file whose sealed part does not open', () => {
  const broken = (text: string) => {
    const { sealed, ...rest } = JSON.parse(text);
    return JSON.stringify({ ...rest, sealed: `AAAA${sealed.slice(4)}` });
  };

  it('is moved beside, and its owner is told', async () => {
    const folder = 'questions';
    const text = await damage(folder, broken);
    const stores = await open();
    expect(await readFile(asideOf(folder), 'utf8')).toBe(text);
    expect(await told(stores)).toEqual([{ to: owner.id, kind: 'set-aside', about: `my-${folder}` }]);
    await stores.close();
  });

  it('is moved beside also when it is the key that is damaged', async () => {
    const keys = join(place.dir, 'keys');
    const lines = (await readFile(keys, 'utf8')).split('\n');
    const changed = lines.map((line) =>
      line.includes(`question:${question.id}`) ? line.replace('"key":"', '"key":"AAAA') : line,
    );
    await writeFile(keys, changed.join('\n'));
    const stores = await open();
    expect(aside).toEqual([`questions/${files.questions}`]);
    await stores.close();
  });
});

it('Several of one folder are one notice, and a second one of the same name leaves the first whole', async () => {
  const first = await damage('questions', ways.empty);
  const [other = ''] = (await readdir(join(place.dir, 'questions'))).filter((name) => name !== files.questions);
  await writeFile(join(place.dir, 'questions', other), 'null');
  const stores = await open();
  expect(await told(stores)).toEqual([{ to: lead.id, kind: 'set-aside', about: 'questions' }]);
  await stores.questions.add(question);
  await stores.close();
  const second = await damage('questions', ways['no JSON']);
  await (await open()).close();
  expect(await readFile(asideOf('questions'), 'utf8')).toBe(first);
  expect(await readFile(join(place.dir, 'questions', 'damaged', `2-${files.questions}`), 'utf8')).toBe(second);
});

it('Whenever the power is cut while it is moved, the file is in one of the two places, whole, and somebody is told', async () => {
  const text = await damage('questions', ways['no JSON']);
  for (let cutAt = 1; ; cutAt += 1) {
    const disk = cuttingFileSystem(cutAt);
    const stores = await open(disk.fs).catch(() => null);
    await stores?.close().catch(() => undefined);
    const isCut = disk.isCut();
    disk.lose();
    const places = [pathOf('questions'), asideOf('questions')];
    const found = await Promise.all(places.map((path) => readFile(path, 'utf8').catch(() => null)));
    expect(
      found.filter((content) => content !== null),
      `cut at ${cutAt}`,
    ).toContain(text);
    if (!isCut) break;
  }
  const stores = await open();
  expect(await told(stores)).not.toHaveLength(0);
  expect(await readFile(asideOf('questions'), 'utf8')).toBe(text);
  await stores.close();
});

it('A line of the drafts that cannot be read is set aside, and who can act is told', async () => {
  const path = join(place.dir, 'drafts');
  const whole = await readFile(path, 'utf8');
  const other = JSON.stringify({ put: { id: 'x', owner: owner.id, revision: 'one' } });
  await writeFile(path, `${whole}Zanzibar\n${other}\n`);
  const stores = await open();
  expect(aside).toEqual(['drafts', 'drafts']);
  expect(await told(stores)).toEqual([
    { to: lead.id, kind: 'set-aside', about: 'drafts' },
    { to: owner.id, kind: 'set-aside', about: 'my-drafts' },
  ]);
  expect(await readFile(`${path}.damaged`, 'utf8')).toBe(`Zanzibar\n${other}\n`);
  expect(await stores.drafts.ofOwner(owner.id)).toHaveLength(1);
  await stores.close();
});
