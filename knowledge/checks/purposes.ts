import type { Check, Problem } from '../contentError.ts';
import type { Content } from '../schema.ts';
import { dangling, ids, problemAt } from './report.ts';

/** The public statement of the Kent and Medway agreement lists 33 purposes, in this order. */
const purposeCount = 33;

/** All purposes of the statement stand, in order, and their London areas exist. */
export const checkPurposes: Check = (content) => {
  const known = ids(content.agreements);
  return [
    ...checkOrder(content),
    ...content.purposes.flatMap(({ london }, index) =>
      london.flatMap((id, at) => dangling(content, ['purposes', index, 'london', at], id, known, 'agreement')),
    ),
  ];
};

function checkOrder(content: Content): Problem[] {
  const { purposes } = content;
  const count = problemAt(
    content,
    ['purposes'],
    `has ${purposes.length} purposes`,
    `The statement has ${purposeCount}.`,
  );
  const wrong = purposes.flatMap(({ id }, index) => {
    const wanted = `p${String(index + 1).padStart(2, '0')}`;
    return id === wanted
      ? []
      : [problemAt(content, ['purposes', index, 'id'], `is ${id}`, `Here it should be ${wanted}.`)];
  });
  return purposes.length === purposeCount ? wrong : [count, ...wrong];
}
