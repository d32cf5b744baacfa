import { problemAt } from '../../../knowledge/checks/report.ts';
import type { Problem } from '../../../knowledge/contentError.ts';
import type { Condition, Content } from '../../../knowledge/schema.ts';
import type { Reasoner } from '../satisfiable.ts';
import { inputsOf, type PlacedInput, present } from './place.ts';

/** Nobody is asked to choose where there is nothing to choose. */
export function checkOptions(content: Content, reasoner: Reasoner): Problem[] {
  return inputsOf(content).flatMap((placed) =>
    withoutOptions(content, placed).flatMap(({ who, when }) => {
      if (!reasoner.canHold([...present(placed.question.when, placed.input.when), ...when])) return [];
      const cure = 'Give it an option that is always offered, or a condition that leaves this case out.';
      return [problemAt(content, [...placed.path, 'options'], `offers nothing to choose ${who}`, cure)];
    }),
  );
}

interface Bare {
  readonly who: string;
  readonly when: readonly Condition[];
}

/** The circumstances in which an input would have no options. */
function withoutOptions({ agreements, purposes }: Content, { input: { options } }: PlacedInput): readonly Bare[] {
  if (Array.isArray(options)) {
    if (options.some(({ when }) => when === undefined)) return [];
    return [{ who: 'for some answers', when: options.flatMap(({ when }) => (when ? [{ not: when }] : [])) }];
  }
  if (options === 'purposes') return purposes.length > 0 ? [] : [{ who: 'because there are no purposes', when: [] }];
  if (options !== 'agreement-data') return [];
  const bare = agreements.filter(({ data, status }) => data.length === 0 && status !== 'legacy').map(({ id }) => id);
  return bare.map((id) => ({ who: `under ${id}`, when: [{ fact: 'agreement', is: [id] }] }));
}
