import type { Check } from '../contentError.ts';
import { sayPlainly } from '../match/normalise.ts';
import { problemAt } from './report.ts';

/** A place lies in one area, and a name marked ambiguous is one of the places. */
export const checkPlaces: Check = (content) => {
  const areaOf = new Map<string, string>();
  const twice = (['kent', 'london', 'elsewhere'] as const).flatMap((area) =>
    content.places[area].flatMap((name, index) => {
      const plain = sayPlainly(name);
      const other = areaOf.get(plain);
      areaOf.set(plain, area);
      if (other === undefined) return [];
      return [problemAt(content, ['places', area, index], `${name} stands under ${other} too`, 'Keep it once.')];
    }),
  );
  const unplaced = content.places.ambiguous.flatMap((name, index) => {
    if (areaOf.has(sayPlainly(name))) return [];
    const cure = 'List it under kent, london or elsewhere as well.';
    return [problemAt(content, ['places', 'ambiguous', index], `${name} lies in no area`, cure)];
  });
  return [...twice, ...unplaced];
};
