import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../bot/stores/embedded/fileSystem.ts';
import { openJournal } from '../../bot/stores/embedded/journal.ts';
import { type Call, failingFileSystem, watchedFileSystem } from '../make/fileSystem.ts';

interface Page {
  readonly id: string;
  readonly text: string;
}

let dir: string;
let path: string;
const isDocument = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value;
const open = (fs: FileSystem = nodeFileSystem) => openJournal<Page>({ fs, path, name: 'the pages', isDocument });
type Pages = Awaited<ReturnType<typeof open>>;
const put = (pages: Pages, id: string, text: string) => pages.change(id, () => ({ next: { id, text } }));
const gone = (pages: Pages, id: string) => pages.change(id, () => ({ next: null }));
const onDisk = () => readFile(path, 'utf8');

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'journal-'));
  path = join(dir, 'pages');
  await writeFile(path, '');
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(dir, { recursive: true, force: true });
});

describe('A journal', () => {
  it('holds what was put last, whatever was put and taken away in whatever order, also after it is opened again', async () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.string()));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 4 }), async (rounds) => {
        await writeFile(path, '');
        const known = new Map<string, string>();
        for (const steps of rounds) {
          const pages = await open();
          await Promise.all(
            steps.map(([id, text]) => {
              if (text === null) known.delete(id);
              else known.set(id, text);
              return text === null ? gone(pages, id) : put(pages, id, text);
            }),
          );
          expect(new Map(pages.all().map(({ id, text }) => [id, text]))).toEqual(known);
          await pages.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('changes a document as one step, however many change it at once', async () => {
    const pages = await open();
    const longer = () => pages.change('a', (current) => ({ next: { id: 'a', text: `${current?.text ?? ''}x` } }));
    await Promise.all(Array.from({ length: 20 }, longer));
    expect(pages.get('a')?.text).toBe('x'.repeat(20));
    await pages.close();
  });

  it('shares one fsync among those who save at once', async () => {
    const calls: Call[] = [];
    const pages = await open(watchedFileSystem((call) => calls.push(call)));
    await Promise.all(Array.from({ length: 100 }, (_, at) => put(pages, `p${at}`, 'text')));
    expect(calls.filter(({ op }) => op === 'sync').length).toBeLessThan(5);
    await pages.close();
  });

  it('forgets former texts and what has gone within an hour', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const pages = await open();
    await put(pages, 'a', 'former');
    await put(pages, 'b', 'discarded');
    await put(pages, 'a', 'present');
    await gone(pages, 'b');
    expect(await onDisk()).toContain('former');
    vi.advanceTimersByTime(3_600_000);
    await put(pages, 'c', 'later');
    await vi.waitFor(async () => expect(await onDisk()).not.toMatch(/former|discarded/));
    expect(await onDisk()).toContain('present');
    await pages.close();
  });

  it('forgets them when it is closed, too', async () => {
    const pages = await open();
    await put(pages, 'a', 'former');
    await put(pages, 'a', 'present');
    await pages.close();
    expect(await onDisk()).not.toContain('former');
  });

  it('opens with what it can read, and keeps a damaged line as it is, beside it', async () => {
    const pages = await open();
    await put(pages, 'a', 'first');
    await put(pages, 'b', 'second');
    await pages.close();
    const [first, second] = (await onDisk()).split('\n');
    const damaged = [first?.slice(5), '{"put":{"id":7}}'];
    await writeFile(path, [...damaged, second, ''].join('\n'));
    const again = await open();
    expect(again.all()).toEqual([{ id: 'b', text: 'second' }]);
    await again.close();
    expect(await readFile(`${path}.damaged`, 'utf8')).toBe(`${damaged.join('\n')}\n`);
    expect(await onDisk()).toBe(`${second}\n`);
  });

  it('says so when the disk refuses, and what was refused is never found', async () => {
    const disk = failingFileSystem();
    const pages = await open(disk.fs);
    await put(pages, 'a', 'good');
    disk.refuse = ({ op }) => (op === 'sync' ? 'ENOSPC' : null);
    await expect(put(pages, 'a', 'refused')).rejects.toMatchObject({ code: 'cannot-write' });
    expect(pages.get('a')?.text).toBe('good');
    disk.refuse = () => null;
    await put(pages, 'b', 'good too');
    await pages.close();
    expect((await open()).all().map(({ text }) => text)).toEqual(['good', 'good too']);
  });
});
