import type { Check, Problem } from '../contentError.ts';
import type { Agreement, Content } from '../schema.ts';
import { claimedTwice } from './claims.ts';
import { dangling, duplicates, ids, problemAt } from './report.ts';

/** Agreements stand once, claim their own aliases, and lead only to what is there. */
export const checkAgreements: Check = (content) => [
  ...duplicates(content, ['agreements'], content.agreements, 'agreement'),
  ...claimedTwice(content, 'agreements'),
  ...content.agreements.flatMap((agreement, index) => checkOne(content, agreement, index)),
];

function checkOne(content: Content, agreement: Agreement, index: number): Problem[] {
  const place = ['agreements', index];
  return [
    ...checkHeld(content, agreement, index),
    ...duplicates(content, [...place, 'strands'], agreement.strands, 'strand'),
    ...duplicates(content, [...place, 'data'], agreement.data, 'group of data'),
    ...checkConfusedWith(content, agreement, index),
    ...checkInstead(content, agreement, index),
  ];
}

/** A document is named exactly when its text or a statement about it is held. */
function checkHeld(content: Content, { held, document }: Agreement, index: number): Problem[] {
  const place = ['agreements', index, 'document'];
  if (held === 'listed') {
    const cure = 'Set document to null, or held to text or statement.';
    return document === null ? [] : [problemAt(content, place, 'is set, though the agreement is only listed', cure)];
  }
  if (document !== null) return dangling(content, place, document, ids(content.documents), 'document');
  return [problemAt(content, place, `is empty, though we hold its ${held}`, 'Name the document that holds it.')];
}

function checkConfusedWith(content: Content, agreement: Agreement, index: number): Problem[] {
  const known = ids(content.agreements);
  return agreement.confusedWith.flatMap(({ agreement: other }, at) => {
    const place = ['agreements', index, 'confusedWith', at, 'agreement'];
    if (other === agreement.id) return [problemAt(content, place, 'is this agreement itself', 'Name another one.')];
    return dangling(content, place, other, known, 'agreement');
  });
}

function checkInstead(content: Content, agreement: Agreement, index: number): Problem[] {
  const known = new Set([...ids(content.agreements), ...ids(content.topics)]);
  return agreement.situations.notCovered.flatMap(({ instead }, at) => {
    const place = ['agreements', index, 'situations', 'notCovered', at, 'instead'];
    if (instead === null) return [];
    if (instead === agreement.id) {
      const cure = 'Name the better answer, or null, or move the situation to covered.';
      return [problemAt(content, place, 'is this agreement itself', cure)];
    }
    return dangling(content, place, instead, known, 'agreement or topic');
  });
}
