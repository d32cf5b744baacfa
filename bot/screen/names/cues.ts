/** Who is family: one word with a capital behind it is their name. */
const kin =
  '(?:(?:(?:step|grand|half|foster|god)[ -]?)?(?:mother|father|mum|mam|mom|dad|son|daughter|brother|sister|sibling)|auntie|aunty|aunt|uncle|nana|nan|gran|granny|grandad|granddad|cousin|niece|nephew|husband|wife|hubby|missus|fianc[eé]e?|boyfriend|girlfriend|bf|gf|mate|pal|(?:ex[ -])?(?:partner|friend)|ex)';
const relation = `(?:${kin}|parent|child|neighbour|carer|guardian|baby|toddler|twin|boy|girl|man|woman|lady|gentleman|male|female|teenager|lad|kid|youth|individual|person|someone|somebody|anyone|client|patient|pt|pupil|student|tenant|resident|occupant|landlord|landlady|service user|victim|suspect|perpetrator|perp|offender|defendant|applicant|respondent|complainant|witness|informant|yp|cyp|(?:key|support|social|case|youth|care|outreach) ?worker|sw|teacher|officer|midwife|nurse|solicitor|(?:alleged|registered) keeper|(?:offender|probation|case|care) manager for|godparent)`;
const quote = '["“‘\']?';
const label =
  '(?:(?:full|first|last|middle|maiden|given|family|real|legal|birth|christian|preferred|proper|own)[ -])?(?:sur|fore|nick)?name';

/** Matches when one of these stands right behind where it is asked (`isAt`). */
const behind = (...endings: readonly string[]): RegExp => new RegExp(`(?<=${endings.join('|')})`, 'iuy');

/** Words that stand before a name. */
export const nameCues = {
  /** One word with a capital is enough behind these. */
  certain: behind(
    `\\b(?:${relation}s?|he|she|who|they|whose name) ?,?(?: is| was| are)? ?(?:also )?(?:called|named) ${quote}`,
    `(?:\\b(?:his|her|their|whose|my)|['’]s?) ${label} (?:is|was) ${quote}`,
    `(?:^|[\\n.;,|(•*-] ?|['’]s |\\b(?:${relation}) )${label}s? ?[:=-] ?`,
    `\\b(?:sur|fore|nick)name ${quote}`,
    `\\b(?:known (?:\\p{L}+ ){0,4}as|named (?:by \\p{L}+ )?as|aka|a\\.k\\.a\\.?|alias|goes by(?: the (?:nick)?name(?: of)?)?|nicknamed|answers to) ${quote}`,
    '(?<![\\w.])@',
  ),
  kin: behind(
    '\\b(?:key|support|social|case|youth|care|outreach) ?worker(?: is)?:? ',
    `\\b${relation} ?[:=] ?${quote}`,
    `\\b${kin}(?:,|:)? [(]?${quote}`,
    `\\b${kin} ?[(:=-] ?${quote}`,
  ),
  /** Somebody is spoken to: one word with a capital that stands alone. */
  spoken: behind(
    '\\b(?:spoke|speak|spoken|speaking|talked|talking|disclosed|lives|living) (?:to|with) ',
    '\\baccording to ',
  ),
  /** These need two words with capitals. */
  person: behind(`\\b${relation}s?(?:,|:| -| is| was|, who is)? [(]?${quote}`, '(?:^|\\n)re:? ', '\\bre: '),
  /** Where a month or a place is one. */
  when: behind('\\b(?:in|from|by|since|until|till|during|between|and|to|for|of|on|near|at|around|&) '),
  /** The end of a letter. */
  sign: behind(
    '\\b(?:thanks|thank you|regards|wishes|sincerely|faithfully|cheers),?\\n',
    '\\b(?:from|signed|completed by|referred by|allocated to|dear|hi|hello):? ',
  ),
  /** A capital means nothing here. */
  sentence: behind('(?:^|[.!?:\\n]) ?'),
} as const;

/** Whose name follows “called”, also when it is written small. */
export const whoIsCalled = behind(
  `\\b(?:${relation}s?,?(?: who)?(?: is| are)?|(?:he|she|who|it)(?: is|['’]s)|(?:they|who) are) `,
  "(?:\\b(?:his|her|their|whose)|['’]s?) (?:(?:first|last|full|real|middle) ?)?(?:sur|nick)?",
);

/** What stands behind a name in a list of facts: “Grace Sample, 14 Some Road”. */
export const listAhead = / ?[,(|–-] ?(?:of )?(?:(?!(?:19|20)\d\d\b)\d|d\.?o\.?b\b|nhs\b|born\b|aged?\b|tel\b|mob)/iuy;

/** What only people do or have, right behind a name: “Jo Sample was”, “Jo Sample (14)”. */
export const personAhead =
  /['’]s\b|,? ?\(?(?:aged? |\d{1,2}(?:yrs?|yo)?\)|d\.?o\.?b|born\b)| (?:is|was|has|had|said|says|told|rang|came|lives?|left|went|did|does|wants?|needs?|attends?|denies|claims?|states?|reports?|presents?|moved|\p{L}{3,}ed)\b(?! by)/iuy;

const said =
  '(?:disclosed|denie[sd]|admitted|absconded|cried|is pregnant|was (?:crying|upset|tearful)|lives with|(?:said|says) (?:s?he|that s?he|his|her|mum|dad)|told (?:me|him|his|her|staff|mum|dad|(?:a|the) teacher))';
const theirs =
  '(?:mum|mother|dad|father|parents?|sister|brother|siblings?|nan|gran|family|partner|ex|wife|husband|son|daughter|children|kids|boyfriend|girlfriend|carers?|gp|teacher|bedroom|behaviour|injur|safety|wishes)';
/** The same behind one word: “Kez (14)”, “Kez disclosed”, “Kez’s mum”. */
export const oneAhead = new RegExp(
  `['’]s ${theirs}|,? ?\\(?(?:aged? \\d|\\d{1,2} ?(?:yrs?|yo|[mf])?\\b\\)|d\\.?o\\.?b\\b|born on\\b)| ${said}\\b`,
  'iuy',
);

/** Lookbehind reads backwards from the place and gives up at once, so that a long text costs nothing. */
export function isAt(cue: RegExp, text: string, place: number): boolean {
  cue.lastIndex = place;
  return cue.test(text);
}
