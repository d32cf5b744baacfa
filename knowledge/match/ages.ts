const inWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
};

/** Whether somebody's age at this word makes a child or an adult of them: `14 year old`, `aged 9`, `82yo`, `woman of 50`. */
export function ageAt(plain: readonly string[], index: number): 'child' | 'adult' | null {
  const word = plain[index] ?? '';
  if (!mayCount(word)) return null;
  const joined = /^(\d{1,3})(yo|yr|yrs|yearold)$/.exec(word);
  const years = joined ? Number(joined[1]) : yearsAt(plain, index);
  if (years === null || years > 120) return null;
  return years < 18 ? 'child' : 'adult';
}

/** Begins with a digit, or is a number in words: all others are passed over at once. */
function mayCount(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 48 && first <= 57) || inWords[word] !== undefined;
}

function yearsAt(plain: readonly string[], index: number): number | null {
  const word = plain[index] ?? '';
  const number = /^\d{1,3}$/.test(word) ? Number(word) : inWords[word];
  if (number === undefined) return null;
  const [before, after, afterThat] = [plain[index - 1] ?? '', plain[index + 1] ?? '', plain[index + 2] ?? ''];
  const counted = /^(yo|yr|yrs)$/.test(after) || (/^years?$/.test(after) && /^olds?$/.test(afterThat));
  const named =
    /^(aged|age)$/.test(before) ||
    (before === 'of' && /^(boy|girl|woman|man|lad|child|person)$/.test(plain[index - 2] ?? ''));
  return counted || named ? number : null;
}
