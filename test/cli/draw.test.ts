import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawnPages, stalePages, writePages } from '../../bot/cli/drawn.ts';
import { reviewPage } from '../../bot/cli/reviewPage.ts';
import { TABLE } from '../../bot/records/review.ts';
import { knowledge } from '../make/knowledge.ts';

describe('Drawn pages', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'drawn-'));
    await mkdir(join(root, 'docs/pictures'), { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('are the same bytes each time, and small', async () => {
    const pages = await drawnPages(knowledge);
    expect(await drawnPages(knowledge)).toEqual(pages);
    for (const { text } of pages) expect(text.length).toBeLessThan(600_000);
  });

  it('are up to date once they are written, and stale when one is edited, missing or drawn from other content', async () => {
    const pages = await drawnPages(knowledge);
    expect(await stalePages(root, pages)).toEqual(pages.map(({ path }) => path));
    await writePages(root, pages);
    expect(await stalePages(root, pages)).toEqual([]);
    await writeFile(join(root, 'docs/review.md'), `${reviewPage()}edited\n`);
    expect(await stalePages(root, pages)).toEqual(['docs/review.md']);
    await rm(join(root, 'docs/gallery.html'));
    expect(await stalePages(root, pages)).toEqual(['docs/review.md', 'docs/gallery.html']);
    await writePages(root, pages);
    const [first, ...rest] = knowledge.questions;
    const changed = { ...knowledge, questions: [{ ...first, title: 'Made-up title?' }, ...rest] } as typeof knowledge;
    expect(await stalePages(root, await drawnPages(changed))).toEqual(['docs/pictures/flow.svg', 'docs/gallery.html']);
  });

  it('name no folder of the machine that drew them', async () => {
    for (const { text } of await drawnPages(knowledge)) expect(text).not.toMatch(/file:\/\/|\/(home|root|tmp|Users)\//);
  });

  it('are compared by npm run check', async () => {
    const { scripts } = JSON.parse(await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(scripts.check).toContain('npm run -s draw -- --check');
  });
});

describe('The page of the review table', () => {
  it('has a line for each of its rows', () => {
    const lines = reviewPage().split('\n');
    const after = lines.slice(lines.indexOf('## What may happen then'));
    expect(after.filter((line) => line.startsWith('| '))).toHaveLength(TABLE.length + 2);
    expect(lines).toContain(
      '| open or closed | Waiting for review | any | approver | declines | needed | Declined | stays as it is | open | requester, approver and IG leads who were told that it waits |',
    );
    expect(lines).toContain(
      '| open or closed | Approved | sharing stopped or nothing is to be shared | requester | says that it was shared | needed | stays as it is | already shared | open | approver and IG leads |',
    );
  });
});
