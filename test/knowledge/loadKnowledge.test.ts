import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Check, ContentError } from '../../knowledge/contentError.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { loadCompiled, writeCompiled } from '../../knowledge/loadCompiled.ts';
import { loadKnowledge } from '../../knowledge/loadKnowledge.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { makeAgreement, makeContent, makeTopic } from '../make/content.ts';
import { type ContentFolder, makeContentFolder } from '../make/contentFolder.ts';

const sound = makeContent();
let folder: ContentFolder;
beforeEach(async () => {
  folder = await makeContentFolder(sound);
});
afterEach(() => folder.dispose());

const load = (...checks: Check[]) => loadKnowledge(folder.path, checks);

async function refusal(loading: Promise<Knowledge>): Promise<ContentError> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ContentError) return error;
  throw new Error(`it was not refused: ${String(error)}`);
}

const agreement = (changes: object) => stringify({ ...makeAgreement({ id: 'asb' }), ...changes });

describe('loading the content folder', () => {
  it('gives every piece by its id, the questions in order, and an index that answers', async () => {
    const knowledge = await load();
    expect(knowledge.revision).toBe(0);
    expect([...knowledge.agreements.keys()].sort()).toEqual(['asb', 'kmisa', 'mas']);
    expect([...knowledge.topics.keys()]).toEqual(['plain-email']);
    expect(knowledge.questions.map(({ number }) => number)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(matchQuestion(knowledge, 'graffiti', { area: 'london', answers: {} }).ranked[0]?.label).toBe('asb');
  });

  it('takes the revision it is told', async () => {
    expect((await loadKnowledge(folder.path, [], { revision: 7 })).revision).toBe(7);
  });

  it('fills in what the schema lets an author leave out', async () => {
    const { vocabulary: _v, strands: _s, ...short } = makeAgreement({ id: 'asb', aliases: ['ASB'] });
    await folder.write('agreements/asb.yaml', stringify(short));
    expect((await load()).agreements.get('asb')).toMatchObject({ vocabulary: [], strands: [] });
  });

  it('says which file is missing', async () => {
    await folder.remove('places.yaml');
    const error = await refusal(load());
    expect(error.code).toBe('cannot-read');
    expect(error.message).toMatch(/^places\.yaml: cannot be read .*Put the file in its place\.$/);
  });

  it('says that a folder is missing', async () => {
    const error = await refusal(loadKnowledge(join(folder.path, 'nowhere'), []));
    expect(error.code).toBe('cannot-read');
    expect(error.problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['agreements', 'topics', 'rules.yaml']),
    );
  });

  it('says where YAML is broken', async () => {
    await folder.write('topics/email.yaml', '- id: [unclosed\n  label: email\n');
    const error = await refusal(load());
    expect(error.code).toBe('not-readable-as-text');
    expect(error.message).toMatch(/topics\/email\.yaml: is not YAML .*line 2.*Correct the YAML/s);
  });

  const breakages: readonly [name: string, changes: object, line: string | RegExp][] = [
    ['a field is missing', { summary: undefined }, 'agreements/asb.yaml: summary: is missing. Add it (object).'],
    [
      'a fact has no source',
      { covers: [{ text: 'It covers this.', sources: [] }] },
      'agreements/asb.yaml: covers[0].sources: is too short: at least 1 needed. Write more, or add to the list.',
    ],
    [
      'an alias is a number',
      { aliases: ['ASB', 7] },
      'agreements/asb.yaml: aliases[1]: is a number, not string. Write it as string.',
    ],
    [
      'a name is too long for a button',
      { shortName: 'x'.repeat(41) },
      'agreements/asb.yaml: shortName: is too long: at most 40 allowed. Say it in fewer words.',
    ],
    [
      'a value is none of those allowed',
      { held: 'all' },
      'agreements/asb.yaml: held: is "all". Use one of: text, statement, listed.',
    ],
    [
      'a field has a wrong name',
      { alias: ['ASB'] },
      'agreements/asb.yaml: has alias, which the schema does not know. Correct the spelling, or take it out.',
    ],
    [
      'words would be read as a template',
      { name: 'Costs \u0024{much}' },
      /^agreements\/asb\.yaml: name: does not fit \(must not contain/,
    ],
    ['it is not an object', [], /^agreements\/asb\.yaml: .*is missing/],
  ];
  it.each(breakages)('names file, place and cure when %s', async (_name, changes, line) => {
    await folder.write('agreements/asb.yaml', Array.isArray(changes) ? '[]' : agreement(changes));
    const error = await refusal(load());
    expect(error.code).toBe('wrong-shape');
    const lines = error.message.split('\n');
    if (typeof line === 'string') expect(lines).toEqual([line]);
    else expect(error.message).toMatch(/agreements\/asb\.yaml/);
    if (line instanceof RegExp && !Array.isArray(changes)) expect(lines[0]).toMatch(line);
  });

  const conditions: readonly [when: unknown, line: RegExp][] = [
    [{ all: [{ fact: 'danger', is: ['Yes!'] }] }, /^rules\.yaml: \[0\]\.when\.all\[0\]\.is\[0\]: does not fit/],
    [
      { any: [{ not: { fact: 'danger', is: 'yes' } }] },
      /^rules\.yaml: \[0\]\.when\.any\[0\]\.not\.is: is a string, not array/,
    ],
    [
      { fact: 'danger', iz: ['yes'] },
      /^rules\.yaml: \[0\]\.when\.is: is missing.*\n.* has iz, which the schema does not know/,
    ],
    ['danger', /^rules\.yaml: \[0\]\.when: is a string, not object/],
  ];
  it.each(conditions)('points into the shape that the condition %j nearly has', async (when, line) => {
    await folder.write('rules.yaml', stringify([{ ...sound.rules[0], when }]));
    expect((await refusal(load())).message).toMatch(line);
  });

  it('names the values a word could have had, where there could have been a list', async () => {
    const [first, ...rest] = sound.questions;
    const questions = [{ ...first, inputs: [{ ...first?.inputs[0], options: 'area' }] }, ...rest];
    await folder.write('questions.yaml', stringify(questions));
    expect((await refusal(load())).message).toBe(
      'questions.yaml: [0].inputs[0].options: is "area". Use one of: areas, agreements, purposes, agreement-data.',
    );
  });

  it('wants a file to be named after what is in it', async () => {
    await folder.write('agreements/nuisance.yaml', agreement({ id: 'nuisances', aliases: ['nuisance'] }));
    await folder.write('topics/emails.yaml', stringify([makeTopic({ id: 'another', aliases: ['another'] })]));
    const error = await refusal(load());
    expect(error.problems.map(({ file, path }) => `${file} ${path}`)).toEqual([
      'agreements/nuisance.yaml id',
      'topics/emails.yaml [0].label',
    ]);
  });

  it('lists the problems of every file at once', async () => {
    await folder.write('agreements/asb.yaml', agreement({ held: 'all', name: '' }));
    await folder.write('purposes.yaml', stringify([{ id: 'p1' }]));
    await folder.remove('places.yaml');
    const files = (await refusal(load())).problems.map(({ file }) => file);
    expect(new Set(files)).toEqual(new Set(['places.yaml', 'agreements/asb.yaml', 'purposes.yaml']));
    expect(files.filter((file) => file === 'agreements/asb.yaml')).toHaveLength(2);
  });

  it('refuses well-shaped content that does not hold, by its own checks and those it is handed', async () => {
    await folder.write('agreements/asb.yaml', agreement({ aliases: ['MAS'] }));
    const own: Check = () => [
      { file: 'rules.yaml', path: '[0]', problem: 'leads nowhere', cure: 'Lead it somewhere.' },
    ];
    const error = await refusal(load(own));
    expect(error.code).toBe('does-not-hold');
    expect(error.problems.map(({ file }) => file)).toEqual(['agreements/mas.yaml', 'rules.yaml']);
  });
});

describe('the compiled content', () => {
  const compiled = () => join(folder.path, 'build', 'knowledge.json');

  it('is the same knowledge in one file', async () => {
    const fromYaml = await load();
    await writeCompiled(fromYaml.content, compiled());
    const fromJson = await loadCompiled(compiled());
    expect(fromJson.content).toEqual(fromYaml.content);
    expect(fromJson.revision).toBe(0);
  });

  it('is JSON that other programs can read', async () => {
    const { content } = await load();
    await writeCompiled(content, compiled());
    expect(JSON.parse(await readFile(compiled(), 'utf8')).content).toEqual(content);
  });

  it('is refused when it is missing, cut short, or changed by hand after the build', async () => {
    expect((await refusal(loadCompiled(compiled()))).code).toBe('cannot-read');
    await writeCompiled((await load()).content, compiled());
    const text = await readFile(compiled(), 'utf8');
    for (const other of ['', text.slice(0, -20), text.replace('"held":"listed"', '"held":"lost"'), `${text} `]) {
      await writeFile(compiled(), other);
      const error = await refusal(loadCompiled(compiled()));
      expect(error.code).toBe('not-as-built');
      expect(error.message).toContain('knowledge.json: is not as the build made it. Change the content folder instead');
    }
  });
});
