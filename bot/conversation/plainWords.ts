/** Marks that a chat may read as formatting, a tag or a link, and what stands for them in a message. */
const standIns: Readonly<Record<string, string>> = {
  '*': '·',
  _: '-',
  '~': '-',
  '`': '’',
  '[': '(',
  ']': ')',
  '<': '‹',
  '>': '›',
  '|': '/',
  '\\': '/',
  '#': 'no. ',
};

const host = /\b(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\b/gu;

/**
 * Words that somebody typed, as they may stand in a message: one line, with nothing that a chat turns into formatting, a
 * mention or a link, whatever it takes the message for. Addresses stay readable and lead nowhere.
 */
export function plainWords(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/[*_~`[\]<>|\\#]/g, (mark) => standIns[mark] ?? '')
    .replace(/:(?=\/\/)/g, ': ')
    .replace(host, (address) => address.replaceAll('.', '(.)'))
    .trim();
}
