import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { screen } from '../screen/screen.ts';
import { Refusal } from './jsonLines.ts';
import { type Sentence, screenFigures } from './screenFigures.ts';
import { readArguments, readSentences, readTexts } from './screenInput.ts';
import { figuresText, screenedText } from './screenText.ts';

const corpus = fileURLToPath(new URL('../../test/screen/corpus', import.meta.url));
/** The day on which the sentences were written: some speak of days to come. */
const writtenOn = new Date('2026-11-22');

try {
  const { file, asJson } = readArguments(process.argv.slice(2));
  console.log(file === null ? await measure(asJson) : await screenFile(file, asJson));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function screenFile(file: string, asJson: boolean): Promise<string> {
  const today = new Date();
  const texts = readTexts(await readText(file), file);
  const items = texts.map(({ id, text }) => ({ id, found: screen(text, today) }));
  return asJson ? JSON.stringify({ items }) : screenedText(items);
}

async function measure(asJson: boolean): Promise<string> {
  const figures = screenFigures(await ownSentences(), writtenOn);
  return asJson ? JSON.stringify(figures) : figuresText(figures);
}

async function ownSentences(): Promise<Sentence[]> {
  const names = await readdir(corpus).catch((error: Error) => {
    throw new Refusal(`The project’s own sentences cannot be read: ${error.message}`);
  });
  const files = names.filter((name) => name.endsWith('.jsonl')).sort();
  const read = files.map(async (name) => readSentences(await readText(join(corpus, name)), name));
  return (await Promise.all(read)).flat();
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => {
    throw new Refusal(`${file} cannot be read: ${error.message}`);
  });
}
