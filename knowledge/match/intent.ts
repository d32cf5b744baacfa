import type { Decline } from './answer.ts';
import type { Question } from './question.ts';

/** Words of greetings and thanks. */
export const greetings: ReadonlySet<string> = new Set(
  `hi hello hey hiya heya howdy yo morning afternoon evening good day thanks thank thankyou ta cheers you very much a lot so
  ok okay great nice lovely cool bye goodbye see later there bot mate all please sorry lol haha yes no yep nope how are
  doing is it going what up whats name your who i am im fine test testing ping`.split(/\s+/),
);

/** Talk about something else that people try on a bot. */
const chat: readonly RegExp[] = [
  /\b(tell (me|us) a (joke|story|poem)|write (me )?a (poem|song|story|essay)|sing (me )?a|meaning of life)\b/,
  /\b((what is|whats|hows|how is) the (weather|time|date|score)|weather (today|tomorrow|forecast)|who (won|will win))\b/,
  /\b(are you (a )?(human|robot|real|ai|chatgpt)|do you (love|like|dream|feel)|favourite (colour|food|film|band|team))\b/,
];

/** The three agencies and their names: processing by them is outside (SF DSA §2.3). */
const intelligence: readonly RegExp[] = [
  /\b(mi ?5|mi ?6|gchq|ukic|spooks?|intelligence (services?|agency|agencies)|secret (intelligence )?services?)\b/,
  /\bsecurity services?\b(?! (guard|company|contract))/,
];

/** The bot is told to look something up: it holds no record of anyone. */
const lookUp: readonly RegExp[] = [
  /(^|\b(please|you|to you) )(please )?(look(ing)? up|lookup|search (for|your|the)|pull up|bring up|run a check on|see (if|whether))\b/,
  /^(is|are|was|were|has|have|does|do|did) (?!(i|we|it|this agreement|there an?y? agreement)\b).{2,60}\b(known to|on (a|the|your|our) (child protection )?(plan|register|list|system|database)|open to|a (criminal )?record|previous convictions|any convictions|in (your|the) (system|database|records))\b/,
  /\b(run|put) (him|her|them|this|that|a (name|plate|check))( \w+){0,3} (through|past|on)\b|\bgot any (previous|form|pre cons|convictions|markers)\b|^(any )?(previous|form|markers|history) (on|for)\b/,
  /^(what is|whats|what are|where does|where is|who lives|who is|when was|give me|show me|i need|i want) .{0,40}\b(address|phone number|mobile number|nhs number|date of birth|dob|case notes|medical records?|criminal record|live|lives|living at|lives at)\b/,
];
/** Verbs that are used to ask about rules as well, unless they are about somebody. */
const find =
  /(^|\b(please|you|to you|and) )(please )?(find( out)?|check|get me|show me|give me|fetch|retrieve|print|tell me|list)\b/;
const aboutSomebody: readonly RegExp[] = [
  /\b(he|she|him|his|her|they|their|mr|mrs|ms|miss|my client|my patient|my neighbours?|known to|named|called|lives at|living at)\b/,
  /\b(address|whereabouts|date of birth|dob|(nhs|phone|mobile) number|criminal record|previous convictions|case (file|notes))\b/,
  /\b(whether|if) (the|this|that|a|our|my) (\w+ ){1,5}(is|are|was|has|have|had|lives)\b/,
  /\b(file on|records? (on|of|for)|history of|details of|(a|any) record)\b/,
];
const aboutRules =
  /\b(agreements?|dsa|isa|which|allowed|(can|may|should|do) (i|we)|consent|policy|guidance|rules?|template|covers?|lawful|legal|legally|law|how to)\b/;

const fits = (forms: readonly RegExp[], said: string): boolean => forms.some((form) => form.test(said));

/** Reasons to name nothing that the words alone give, before any agreement is weighed; null when there is none. */
export function plainDecline({ words, said }: Question): Decline | null {
  if (!words.some(({ plain }) => /\p{L}/u.test(plain))) return 'empty';
  if (words.every(({ plain }) => greetings.has(plain))) return 'small-talk';
  const isAboutRules = aboutRules.test(said);
  if (!isAboutRules && fits(chat, said)) return 'small-talk';
  if (fits(intelligence, said)) return 'separate-regime';
  return !isAboutRules && isRecordRequest(said) ? 'record-request' : null;
}

function isRecordRequest(said: string): boolean {
  return fits(lookUp, said) || (find.test(said) && fits(aboutSomebody, said));
}
