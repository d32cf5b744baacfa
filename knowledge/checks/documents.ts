import type { Check } from '../contentError.ts';
import { dangling, duplicates, ids, type Place } from './report.ts';

/** Documents stand once, and every citation anywhere in the content names one of them. */
export const checkDocuments: Check = (content) => {
  const known = ids(content.documents);
  return [
    ...duplicates(content, ['documents'], content.documents, 'document'),
    ...citations(content, []).flatMap(({ place, document }) => dangling(content, place, document, known, 'document')),
  ];
};

interface Citation {
  readonly place: Place;
  readonly document: string;
}

/** Walks everything: a citation is whatever has both a document and a section. */
function citations(value: unknown, place: Place): Citation[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => citations(item, [...place, index]));
  if (typeof value !== 'object' || value === null) return [];
  if ('section' in value && 'document' in value)
    return [{ place: [...place, 'document'], document: String(value.document) }];
  return Object.entries(value).flatMap(([key, inner]) => citations(inner, [...place, key]));
}
