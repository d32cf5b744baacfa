import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galleryOf } from '../../bot/cli/gallery/gallery.ts';
import { galleryPage } from '../../bot/cli/gallery/page.ts';
import { onPage } from '../../bot/cli/gallery/sample.ts';
import { noticeKinds } from '../../cards/notice/notice.ts';
import { readAction } from '../../cards/verbs.ts';
import { knowledge } from '../make/knowledge.ts';
import { buttons } from '../make/speaker.ts';

const groups = galleryOf(knowledge);
const samples = groups.flatMap(({ card, samples: list }) => list.map((sample) => ({ ...sample, folder: card })));
const namesOf = (card: string) => samples.filter(({ folder }) => folder === card).map(({ name }) => name);

describe('The gallery', () => {
  it('has samples of every card there is', async () => {
    const entries = await readdir(resolve(import.meta.dirname, '../../cards'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'parts').map(({ name }) => name);
    expect(groups.map(({ card }) => card).sort()).toEqual(folders.sort());
    for (const { samples: list } of onPage(groups)) expect(list.length).toBeGreaterThan(0);
  });

  it('has every question of the checklist, every agreement, every topic and every notice', () => {
    for (const { id } of knowledge.questions) expect(namesOf('question').join()).toContain(`${id}, everything`);
    for (const id of knowledge.agreements.keys()) expect(namesOf('answer')).toContain(`${id}, opened`);
    for (const id of knowledge.topics.keys()) expect(namesOf('topic')).toContain(id);
    for (const kind of noticeKinds) expect(namesOf('notice')).toContain(kind);
  });

  it('names every sample once', () => {
    const names = samples.map(({ folder, name }) => `${folder}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows buttons as the bot would make them', () => {
    for (const { name, card } of samples)
      for (const { verb, data } of buttons(card)) expect(readAction(verb, data), `${name}: ${verb}`).not.toBeNull();
  });
});

describe('Its page', () => {
  it('holds each card as data that nothing can break out of', () => {
    const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '</script><b>' }] };
    const page = galleryPage(
      [{ card: 'list', samples: [{ name: 'a "made-up" one', card: { card, text: '' } }] }],
      'x.js',
    );
    const [, name, json] = /data-name="([^"]*)">(.*)<\/script>/.exec(page) ?? [];
    expect(name).toBe('a &quot;made-up&quot; one');
    expect(json).not.toContain('<');
    expect(JSON.parse(json ?? '')).toEqual(card);
  });

  it('leaves out what other clients read instead', () => {
    expect(galleryPage(onPage(groups), 'x.js')).not.toMatch(/fallback/);
  });
});
