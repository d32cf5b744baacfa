import { StoreError } from '../storeError.ts';
import { openAppendFile } from './appendFile.ts';
import type { FileSystem } from './fileSystem.ts';
import { groupCommit } from './groupCommit.ts';

/** An append-only file of one JSON value a line. */
export interface JsonLines<Line> {
  /** Resolves when the line is on the disk. */
  add(line: Line): Promise<void>;
  close(): Promise<void>;
}

const LINE_FEED = 10;

/**
 * Opens such a file, handing every line to `take`. A cut last line was never acknowledged, so it is taken away.
 * `isLine` says whether a value has the shape that is written here.
 */
export async function openJsonLines<Line>(
  place: { fs: FileSystem; path: string; name: string },
  isLine: (value: unknown) => value is Line,
  take: (line: Line) => void,
): Promise<JsonLines<Line>> {
  const file = await openAppendFile(place.fs, place.path, place.name);
  const rest = await readJsonLines(file.pieces(), place.name, isLine, take);
  if (rest > 0) await file.cutTo(file.size - rest);

  const queue = groupCommit<Line, void>(async (lines) => {
    await file.append(Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
    return lines.map(() => undefined);
  });
  return {
    add: (line) => queue.add(line),
    async close() {
      await queue.idle();
      await file.close();
    },
  };
}

/** Hands over every line; resolves with the number of bytes after the last whole one. */
export async function readJsonLines<Line>(
  pieces: AsyncIterable<Buffer>,
  name: string,
  isLine: (value: unknown) => value is Line,
  take: (line: Line) => void,
): Promise<number> {
  let carry: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    carry = Buffer.concat([carry, piece]);
    for (let end = carry.indexOf(LINE_FEED); end !== -1; end = carry.indexOf(LINE_FEED)) {
      take(readLine(carry.toString('utf8', 0, end), isLine, name));
      carry = carry.subarray(end + 1);
    }
  }
  return carry.length;
}

function readLine<Line>(text: string, isLine: (value: unknown) => value is Line, name: string): Line {
  const value = parse(text);
  if (!isLine(value)) throw new StoreError('damaged', `A line of ${name} has lost its shape.`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
