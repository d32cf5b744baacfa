import { describe, expect, it } from 'vitest';
import { contentSound } from '../../bot/cli/contentSound.ts';
import { ContentError } from '../../knowledge/contentError.ts';
import { runCommand } from '../make/command.ts';

describe('npm run knowledge', () => {
  it('says what the content holds when it is sound', () => {
    const { code, out } = runCommand('knowledge', ['check']);
    expect(code, out).toBe(0);
    expect(out).toMatch(/^The content holds: 21 agreements, \d+ topics, 33 purposes, \d+ questions, \d+ rules\./);
  });

  it.each([
    [['export', 'FILE'], 'knowledge -- export is not built yet.'],
    [['check', '--fast'], 'Use knowledge -- check | export FILE | import FILE.'],
  ])('exits 2 with a sentence: %j', (args, sentence) => {
    const { code, out, err } = runCommand('knowledge', args);
    expect({ code, out, err: err.trim() }).toEqual({ code: 2, out: '', err: sentence });
  });
});

describe('content that does not hold', () => {
  it('is listed problem by problem, and ends a command with exit code 1', async () => {
    const said: unknown[] = [];
    const print = console.error;
    console.error = (line) => said.push(line);
    try {
      const problem = { file: 'agreements/asb.yaml', path: 'name', problem: 'is missing', cure: 'Add it.' };
      const loading = () => Promise.reject(new ContentError('wrong-shape', [problem]));
      expect(await contentSound(loading)).toBeNull();
      expect(said).toEqual(['agreements/asb.yaml: name: is missing. Add it.', 'The content has 1 problem.']);
      expect(process.exitCode).toBe(1);
    } finally {
      console.error = print;
      process.exitCode = undefined;
    }
  });

  it('is not confused with another failure', async () => {
    await expect(contentSound(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  });
});
