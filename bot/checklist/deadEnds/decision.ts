import { problemAt } from '../../../knowledge/checks/report.ts';
import type { Problem } from '../../../knowledge/contentError.ts';
import type { Content } from '../../../knowledge/schema.ts';
import { outcomes } from '../decision.ts';
import { inputsOf } from './place.ts';

/** Inputs the code itself reads, with the options it knows; null where any will do. */
const relied: Readonly<Record<string, readonly string[] | null>> = {
  danger: ['yes'],
  area: null,
  agreement: null,
  'already-shared': ['yes'],
  decision: outcomes,
  rationale: null,
};

/** What a decision is made of is asked for, under the keys the code knows. */
export function checkDecision(content: Content): Problem[] {
  const inputs = new Map(inputsOf(content).map((placed) => [placed.input.key, placed]));
  return Object.entries(relied).flatMap(([key, wanted]) => {
    const placed = inputs.get(key);
    if (placed === undefined) {
      return [problemAt(content, ['questions'], `nothing is asked under ${key}`, `Ask it under the key ${key}.`)];
    }
    const { options } = placed.input;
    const offered = Array.isArray(options) ? options.map(({ id }) => id) : [];
    const missing = (wanted ?? []).filter((id) => !offered.includes(id));
    const strange = key === 'decision' ? offered.filter((id) => !outcomes.some((each) => each === id)) : [];
    if (missing.length + strange.length === 0) return [];
    const cure = `Offer exactly these where they matter: ${wanted?.join(', ')}.`;
    return [problemAt(content, [...placed.path, 'options'], `${key} offers the wrong options`, cure)];
  });
}
