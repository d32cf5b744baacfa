import { dirname } from 'node:path';
import { cannotWrite } from '../storeError.ts';
import { openAppendFile } from './appendFile.ts';
import { type FileSystem, writeAll } from './fileSystem.ts';
import { groupCommit } from './groupCommit.ts';
import { readJsonLines } from './jsonLines.ts';

/** A file of one JSON value a line that only grows, until it is written anew with fewer lines that say the same. */
export interface CompactLines<Line> {
  /** Resolves when the line is on the disk and was taken. */
  add(line: Line): Promise<void>;
  /** Writes the file anew, all or nothing. When it rejects, the file says what it said before. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

interface Place<Line> {
  readonly fs: FileSystem;
  readonly path: string;
  /** For messages. */
  readonly name: string;
  /** Says whether a value has a shape that was ever written here. */
  readonly isLine: (value: unknown) => value is Line;
  /** Gets every line: those found, in their order, and each that is added, once it is on the disk. */
  readonly take: (line: Line) => void;
  /** Gets every line that cannot be read; without it such a file is `damaged`. */
  readonly unread?: (text: string) => void;
  /**
   * The fewest lines that say what was taken so far; asked between two writes, so that nothing is missed. Their number is
   * asked at every write, the lines only when the file is written anew.
   */
  readonly fewest: () => { readonly count: number; lines(): Iterable<Line> };
}

/** So many lines may be in the file beyond twice the fewest; below that writing anew is not worth it. */
const spareLines = 4_096;
/** Lines written in one piece, so that a long file holds nobody else up. */
const linesAPiece = 500;

/**
 * Opens such a file. A cut last line was never acknowledged, so it is taken away. It is written anew by itself when
 * most of it says nothing any more; should the disk refuse that, it stays as it is and the next time comes.
 */
export async function openCompactLines<Line>(place: Place<Line>): Promise<CompactLines<Line>> {
  const { fs, path, name, isLine, take, unread, fewest } = place;
  let file = await openAppendFile(fs, path, name);
  let count = 0;
  /** The new file has the name, but it is not sure to keep it, or not open yet: nothing may be added to the old one. */
  let isReplaced = false;
  let nextTry = 0;
  const counted = (line: Line) => {
    count += 1;
    take(line);
  };
  try {
    const rest = await readJsonLines(file.pieces(), name, isLine, counted, unread);
    if (rest > 0) await file.cutTo(file.size - rest);
  } catch (error) {
    await file.close();
    throw error;
  }

  const queue = groupCommit<Line | 'compact', void>(async (jobs) => {
    const added = jobs.filter((job): job is Line => job !== 'compact');
    if (added.length > 0) await append(added);
    if (jobs.length > added.length) await rewrite();
    else if (count > nextTry && count > 2 * fewest().count + spareLines) await rewrite().catch(waitLonger);
    return jobs.map(() => undefined);
  });

  async function append(lines: readonly Line[]): Promise<void> {
    if (isReplaced) await takeOver();
    await file.append(bytesOf(lines));
    for (const line of lines) counted(line);
  }

  /** Written beside the old one, forced to the disk, and only then given its name: a cut leaves one of the two whole. */
  async function rewrite(): Promise<void> {
    const { lines, count: left } = fewest();
    try {
      await writeNew(fs, `${path}.new`, lines());
      await fs.rename(`${path}.new`, path);
    } catch (error) {
      await fs.unlink(`${path}.new`).catch(() => undefined);
      throw cannotWrite(name, error);
    }
    isReplaced = true;
    count = left;
    nextTry = 0;
    await takeOver();
  }

  async function takeOver(): Promise<void> {
    await fs.syncFolder(dirname(path)).catch((error) => {
      throw cannotWrite(name, error);
    });
    const old = file;
    file = await openAppendFile(fs, path, name);
    isReplaced = false;
    await old.close().catch(() => undefined);
  }

  function waitLonger(): void {
    nextTry = count + spareLines;
  }

  return {
    add: (line) => queue.add(line),
    compact: () => queue.add('compact'),
    async close() {
      await queue.idle();
      await file.close();
    },
  };
}

async function writeNew<Line>(fs: FileSystem, path: string, lines: Iterable<Line>): Promise<void> {
  const file = await fs.open(path, 'w', 0o600);
  try {
    let position = 0;
    for (const piece of piecesOf(lines)) {
      const bytes = bytesOf(piece);
      await writeAll(file, bytes, position);
      position += bytes.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

function* piecesOf<Line>(lines: Iterable<Line>): Generator<Line[]> {
  let piece: Line[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < linesAPiece) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

const bytesOf = (lines: readonly unknown[]): Buffer =>
  Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
