import { describe, expect, it } from 'vitest';
import { askRequest } from '../../bot/cli/askArguments.ts';
import { runCommand } from '../make/command.ts';

describe('the arguments of ask', () => {
  it('are a question, an area, answers and a format', () => {
    expect(askRequest(['noisy neighbours', '--area', 'kent', '--answer', 'subject=child', '--json'])).toEqual({
      kind: 'ask',
      question: 'noisy neighbours',
      context: { area: 'kent', answers: { subject: 'child' } },
      asJson: true,
    });
    expect(askRequest(['noisy', 'neighbours'])).toMatchObject({ question: 'noisy neighbours', asJson: false });
    expect(askRequest([''])).toMatchObject({ kind: 'ask', question: '' });
  });

  it.each([
    [[], /no question/],
    [['q', '--area', 'essex'], /kent or london, not essex/],
    [['q', '--area'], /has no value/],
    [['q', '--bands'], /not known/],
    [['q', '--answer', 'area'], /KEY=VALUE/],
    [['q', '--answer', 'colour=red'], /KEY=VALUE/],
    [['q', '--answer', 'area=mars'], /the area is/],
    [['q', '--json=yes'], /not known|has no value/],
  ])('are refused with a sentence: %j', (args, problem) => {
    expect(askRequest(args)).toMatchObject({ kind: 'wrong', problem: expect.stringMatching(problem) });
  });
});

describe('npm run ask', () => {
  it('prints the answer with its source as plain text', () => {
    const { code, out } = runCommand('ask', ['Health visitor wants to tell MASH about bruising', '--area', 'london']);
    expect(code).toBe(0);
    expect(out).toContain('MAS DSA §');
    expect(out).toContain('“MASH”');
  });

  it('asks back in one JSON object', () => {
    const asked = JSON.parse(runCommand('ask', ['gang matrix', '--area', 'london', '--json']).out);
    expect(asked).toEqual({
      ranked: ['gangs-syv'],
      band: expect.any(String),
      declined: null,
      asks: {
        key: 'other-party',
        options: expect.arrayContaining([{ id: 'council-council', label: 'Another council' }]),
      },
      text: expect.stringContaining('--answer other-party=council-council'),
    });
  });

  it('exits 2 with a sentence on bad use', () => {
    const { code, out, err } = runCommand('ask', ['q', '--area', 'essex']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim()).toBe('--area is kent or london, not essex.');
  });
});
