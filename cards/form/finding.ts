/** What a card says where somebody is found by a part of their name, because a list of all would be too long for it. */
export const findingWords = {
  button: 'Find',
  /** `label` is what the choice asks. */
  box: (label: string): string => `${/[.?!]$/.test(label) ? label : `${label}.`} Type part of a name, then press Find`,
  chosen: 'Chosen now',
  or: 'Or choose this',
  found: (words: string, shown: number, all: number): string =>
    shown < all
      ? `Choose one: the first ${shown} of ${all} that match “${words}”. To see others, type more of the name`
      : `Choose one: ${all === 1 ? 'one matches' : `${all} match`} “${words}”`,
  none: 'Tell us another part of the name, or nothing: nobody here is called that',
  unconfirmed: 'Tell us whom you mean: choose them from the list, then press the button again',
} as const;
