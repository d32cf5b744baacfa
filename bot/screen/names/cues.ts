const relation =
  '(?:(?:(?:step|grand|half)-?)?(?:mother|father|mum|mam|dad|son|daughter|brother|sister|sibling|parent|child)|auntie|aunt|uncle|nana|nan|gran|granny|grandad|granddad|cousin|niece|nephew|husband|wife|(?:ex[ -])?partner|boyfriend|girlfriend|fianc[eé]e?|friend|neighbour|carer|baby|toddler|twin|boy|girl|man|woman|lady|male|female|teenager|lad|kid|youth|individual|person|someone|somebody|anyone|client|patient|pupil|student|tenant|resident|landlord|landlady|service user|victim|suspect|perpetrator|offender|defendant|witness|informant|(?:key|support|social) ?worker|teacher)';
const quote = '["“‘\']?';
const label = '(?:(?:full|first|last|middle|maiden|given|family)[ -])?(?:sur|fore|nick)?name';

/** Matches when one of these stands right behind where it is asked (`isBehind`). */
const behind = (...endings: readonly string[]): RegExp => new RegExp(`(?<=${endings.join('|')})`, 'iy');

/** Words that stand before a name. */
export const nameCues = {
  /** One word with a capital is enough behind these. */
  certain: behind(
    `\\b(?:${relation}|he|she|who|they|whose name) ?,?(?: is| was| are)? ?(?:also )?(?:called|named) ${quote}`,
    `\\b(?:his|her|their|whose|my) ${label} (?:is|was) ${quote}`,
    `(?:^|[\\n.;,|(•*-] ?|['’]s )${label}s? ?[:=-] ?`,
    `\\b(?:sur|fore|nick)name ${quote}`,
    `\\b(?:known as|aka|a\\.k\\.a\\.?|alias|goes by|nicknamed) ${quote}`,
    '(?<![\\w.])@',
  ),
  /** These need two words with capitals. */
  person: behind(`\\b${relation}s?(?:,|:| -| is| was|, who is)? [(]?${quote}`),
  /** A capital means nothing here. */
  sentence: behind('(?:^|[.!?:\\n]) ?'),
} as const;

/** Lookbehind reads backwards from the place and gives up at once, so that a long text costs nothing. */
export function isBehind(cue: RegExp, text: string, place: number): boolean {
  cue.lastIndex = place;
  return cue.test(text);
}
