import type { Area } from '../schema.ts';
import type { MatchContext } from './answer.ts';
import type { Sighting } from './places.ts';

/** The area an answer is for, and why no agreement can be named for it. */
export interface Whereabouts {
  readonly area: Area | null;
  readonly declined: 'elsewhere' | 'cross-boundary' | null;
}

/**
 * The asker's side is what we were told, else what the words say. No held agreement covers both ends of a share
 * across a boundary, so a body of another area that takes part is declined; a place that is merely mentioned is not.
 */
export function whereabouts(context: MatchContext, sightings: readonly Sighting[]): Whereabouts {
  const told = asArea(context.answers.area) ?? context.area;
  const own = told ?? said(sightings) ?? areaInWords(sightings);
  if (own === 'elsewhere') return { area: own, declined: 'elsewhere' };
  const others = sightings
    .filter(({ area, isParty, isOwn }) => isParty && !isOwn && area !== own)
    .map(({ area }) => area);
  if (others.includes('elsewhere')) return { area: own, declined: 'elsewhere' };
  const bothSides = own ? others.length > 0 : others.includes('kent') && others.includes('london');
  return { area: own, declined: bothSides ? 'cross-boundary' : null };
}

function asArea(answer: string | undefined): Area | null {
  return answer === 'kent' || answer === 'london' || answer === 'elsewhere' ? answer : null;
}

/** Where the asker says that they are. */
function said(sightings: readonly Sighting[]): Area | null {
  return sightings.find(({ isOwn }) => isOwn)?.area ?? null;
}

/** One of our areas alone, or the only one of the two that takes part; null when the words leave it open. */
function areaInWords(sightings: readonly Sighting[]): 'kent' | 'london' | null {
  return only(sightings) ?? only(sightings.filter(({ isParty }) => isParty));
}

function only(sightings: readonly Sighting[]): 'kent' | 'london' | null {
  const areas = new Set(sightings.map(({ area }) => area));
  if (areas.has('kent') === areas.has('london')) return null;
  return areas.has('kent') ? 'kent' : 'london';
}
