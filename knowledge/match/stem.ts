/** Endings taken off in this order, each at most once: the ending, what replaces it, and the least that must remain. */
const endings: readonly (readonly [ending: string, instead: string, least: number])[] = [
  ['sses', 'ss', 2],
  ['ies', 'y', 2],
  ['xes', 'x', 2],
  ['ches', 'ch', 2],
  ['shes', 'sh', 2],
  ['s', '', 3],
];

const derived: readonly (readonly [ending: string, instead: string, least: number])[] = [
  ['isation', 'is', 3],
  ['ising', 'is', 3],
  ['ised', 'is', 3],
  ['iser', 'is', 3],
  ['ation', '', 4],
  ['ating', '', 4],
  ['ated', '', 4],
  ['ator', '', 4],
  ['ition', 'it', 3],
  ['ility', 'l', 3],
  ['ment', '', 4],
  ['ness', '', 4],
  ['ity', '', 4],
  ['ing', '', 3],
  ['ion', '', 4],
  ['ive', '', 4],
  ['ed', '', 3],
  ['er', '', 4],
  ['or', '', 4],
  ['ly', '', 4],
  ['ate', '', 4],
  ['ence', '', 4],
  ['ance', '', 4],
];

/**
 * Light stemming: `exploited`, `exploiting` and `exploitation` become one. Deliberately rough, for both sides of the
 * comparison pass through it; the least remaining letters keep short words apart (`red`, `king`).
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const british = word.replace(/iz(e|ed|es|er|ing|ation|ations)$/, 'is$1');
  const plural = /(ss|us|is)$/.test(british) ? british : takeOff(british, endings);
  return tidy(plural, takeOff(plural, derived));
}

/** Gives back an `e` that a short root needs (`moved`, `move`), takes it from longer ones, and undoubles (`stabbed`). */
function tidy(word: string, root: string): string {
  if (root !== word && /^[^aeiou][aeiou][^aeiouwxy]$/.test(root)) return `${root}e`;
  const bare = root.length > 4 ? root.replace(/e$/, '') : root;
  return bare.replace(/([^aeiouls])\1$/, '$1').replace(/y$/, 'i');
}

function takeOff(word: string, table: typeof endings): string {
  for (const [ending, instead, least] of table) {
    if (word.endsWith(ending) && word.length - ending.length >= least) {
      return word.slice(0, -ending.length) + instead;
    }
  }
  return word;
}
