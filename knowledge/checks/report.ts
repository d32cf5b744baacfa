import type { Problem } from '../contentError.ts';
import { locate } from '../contentFiles.ts';
import type { Content } from '../schema.ts';

/** A place in the content, e.g. `['agreements', 0, 'aliases', 3]`. */
export type Place = readonly (string | number)[];

/** One problem at a place of the content. */
export function problemAt(content: Content, place: Place, problem: string, cure: string): Problem {
  return { ...locate(content, place), problem, cure };
}

/** A problem for each id of a list that stood in it before. `kind` is what the list holds, e.g. `agreement`. */
export function duplicates(content: Content, place: Place, items: readonly { id: string }[], kind: string): Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      problemAt(
        content,
        [...place, index, 'id'],
        `${id} is the id of an earlier ${kind} too`,
        'Give it an id of its own.',
      ),
    ];
  });
}

/** A problem when `id` is not known. `kind` is what it should name, e.g. `agreement`. */
export function dangling(
  content: Content,
  place: Place,
  id: string,
  known: ReadonlySet<string>,
  kind: string,
): Problem[] {
  if (known.has(id)) return [];
  return [
    problemAt(content, place, `there is no ${kind} ${id}`, `Correct the spelling${didYouMean(id, known)}, or add it.`),
  ];
}

/** ` (did you mean breach-reporting?)`; empty when nothing is near. */
export function didYouMean(id: string, known: ReadonlySet<string>): string {
  const near = [...known].filter((one) => one.includes(id) || id.includes(one) || one.slice(0, 4) === id.slice(0, 4));
  return near.length === 0 ? '' : ` (did you mean ${near.sort().slice(0, 3).join(', ')}?)`;
}

export function ids(items: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}
