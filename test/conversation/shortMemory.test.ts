import { expect, it } from 'vitest';
import { ShortMemory } from '../../bot/conversation/shortMemory.ts';

const minute = 60_000;

it.each([
  ['two hours', 2 * 60 * minute],
  ['to 1970', Date.parse('2026-11-22T10:00:00Z')],
])(
  'What is held for a while is held no longer because the clock was set back (%s), and not gone at once',
  (_name, by) => {
    let now = Date.parse('2026-11-22T10:00:00Z');
    const memory = new ShortMemory<string>(() => new Date(now), 30);
    memory.keep('a', 'words');
    now += 20 * minute;
    expect(memory.find('a')).toBe('words');
    now -= by;
    expect(memory.find('a')).toBe('words');
    now += 9 * minute;
    expect(memory.find('a')).toBe('words');
    now += minute;
    expect(memory.find('a')).toBeUndefined();
  },
);
