import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeReference, readReference } from '../../bot/records/reference.ts';

describe('a reference', () => {
  it('has no letters that people misread', () => {
    const letters = Array.from({ length: 2000 }, () => makeReference(randomBytes(8)).slice(3)).join('');
    expect(letters).not.toMatch(/[01258ABEILOSUVZ]/);
    expect(new Set(letters.replaceAll('-', '')).size).toBe(21);
  });

  it('has the form SR-XXXX-XX', () => {
    expect(makeReference(randomBytes(8))).toMatch(/^SR-[3-9A-Z]{4}-[3-9A-Z]{2}$/);
    expect(makeReference(new Uint8Array(8))).toBe('SR-3333-33');
  });

  it('is seldom the same twice', () => {
    const made = new Set(Array.from({ length: 2000 }, () => makeReference(randomBytes(8))));
    expect(made.size).toBeGreaterThan(1990);
  });

  it('cannot be made from too little chance', () => {
    expect(() => makeReference(new Uint8Array(7))).toThrow(RangeError);
  });

  it.each([
    'SR-7K3M-Q9',
    'sr-7k3m-q9',
    'SR7K3MQ9',
    'sr 7k3m q9',
    '  Sr – 7K3M—Q9 ',
    'SR - 7 K 3 M - Q 9',
    'show SR-7K3M-Q9 please',
    'What became of sr7k3mq9?',
    'ＳＲ－７Ｋ３Ｍ－Ｑ９',
    '(SR‑7K3M‑Q9)',
  ])('is known in %j', (text) => {
    expect(readReference(text)).toBe('SR-7K3M-Q9');
  });

  it.each(['', '7K3M-Q9', 'SR-7K3M-Q', 'SR-7K3M-Q99', 'SR-7K3M-O0', 'USR-7K3M-Q9', 'SR-7K3MQ9X', 'share'])(
    'is not seen in %j',
    (text) => {
      expect(readReference(text)).toBeNull();
    },
  );
});
