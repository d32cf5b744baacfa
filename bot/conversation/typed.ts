/** Controls but line feed and tab, and marks that turn the direction of what follows: nobody types them to be read. */
const unreadable = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** What somebody typed into several lines, as people can read it. */
export const plain = (text = ''): string => text.replaceAll('\r\n', '\n').replace(unreadable, '').trim();

/** At least a letter or a digit. */
export const hasWords = (text = ''): boolean => /[\p{L}\p{N}]/u.test(text);

/** The beginning, at most `longest` UTF-16 units, without half a character at its end. */
export const cut = (text: string, longest: number): string => text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
