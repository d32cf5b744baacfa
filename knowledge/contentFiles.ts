/** Where each piece of content lives below the content folder; problems name these files. */
import type { Content } from './schema.ts';

/** The parts that are one file holding one list (or, for places, one object). */
export const singleFiles = [
  'documents',
  'purposes',
  'notes',
  'legislation',
  'places',
  'abbreviations',
  'declines',
  'questions',
  'rules',
] as const;

export function agreementFile(id: string): string {
  return `agreements/${id}.yaml`;
}

export function topicFile(label: string): string {
  return `topics/${label}.yaml`;
}

/** File and path of a place in the content, e.g. `['agreements', 0, 'aliases', 3]` -> `agreements/asb.yaml`, `aliases[3]`. */
export function locate(content: Content, path: readonly PropertyKey[]): { file: string; path: string } {
  const [part, index, ...rest] = path;
  if (part === 'agreements' && typeof index === 'number') {
    return { file: agreementFile(content.agreements[index]?.id ?? String(index)), path: pathWords(rest) };
  }
  if (part === 'topics' && typeof index === 'number') return locateTopic(content, index, rest);
  return { file: `${String(part)}.yaml`, path: pathWords(path.slice(1)) };
}

function locateTopic(content: Content, index: number, rest: readonly PropertyKey[]): { file: string; path: string } {
  const label = content.topics[index]?.label;
  const inFile = content.topics.slice(0, index).filter((topic) => topic.label === label).length;
  return { file: topicFile(label ?? String(index)), path: pathWords([inFile, ...rest]) };
}

/** A path as people write it: `['answer', 0, 'text']` -> `answer[0].text`. */
export function pathWords(path: readonly PropertyKey[]): string {
  return path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words}[${step}]`;
    return words ? `${words}.${String(step)}` : String(step);
  }, '');
}
