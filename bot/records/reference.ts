/** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V, which people misread; no A or E, so that no words come out. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';
const LENGTH = 6;

const typed = new RegExp(`(?<![A-Z0-9])SR[\\s\\p{Pd}]*((?:[${ALPHABET}][\\s\\p{Pd}]*){${LENGTH}})(?![A-Z0-9])`, 'u');

/**
 * A reference people can read out, e.g. `SR-7K3M-Q9`, from at least eight random bytes. 86 million are possible, so
 * that now and then one is taken; the store says so and another is made.
 */
export function makeReference(random: Uint8Array): string {
  if (random.length < 8) throw new RangeError('A reference needs eight random bytes.');
  let number = random.subarray(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let letters = '';
  while (letters.length < LENGTH) {
    letters += ALPHABET[Number(number % BigInt(ALPHABET.length))];
    number /= BigInt(ALPHABET.length);
  }
  return spell(letters);
}

/** The first reference in something typed, as we spell it, whatever its case, spaces and dashes; null when there is none. */
export function readReference(text: string): string | null {
  const letters = typed.exec(text.normalize('NFKC').toUpperCase())?.[1];
  return letters === undefined ? null : spell(letters.replace(/[\s\p{Pd}]/gu, ''));
}

function spell(letters: string): string {
  return `SR-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
