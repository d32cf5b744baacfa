import { StoreError } from '../storeError.ts';

const LINE_FEED = 10;

/**
 * Hands over every line; resolves with the number of bytes after the last whole one. A line that is not what was written
 * goes to `unread`; without that the file is `damaged`.
 */
export async function readJsonLines<Line>(
  pieces: AsyncIterable<Buffer>,
  name: string,
  isLine: (value: unknown) => value is Line,
  take: (line: Line) => void,
  unread: (text: string) => void = () => {
    throw new StoreError('damaged', `A line of ${name} has lost its shape. Put that file back from a backup.`);
  },
): Promise<number> {
  let carry: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    carry = Buffer.concat([carry, piece]);
    for (let end = carry.indexOf(LINE_FEED); end !== -1; end = carry.indexOf(LINE_FEED)) {
      const text = carry.toString('utf8', 0, end);
      const value = parse(text);
      if (isLine(value)) take(value);
      else unread(text);
      carry = carry.subarray(end + 1);
    }
  }
  return carry.length;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
