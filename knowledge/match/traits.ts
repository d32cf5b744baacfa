import type { MatchContext } from './answer.ts';
import type { Question } from './question.ts';

/** What a question is about, as far as routing needs to know. */
export interface Traits {
  readonly child: boolean;
  readonly adult: boolean;
  /** Somebody may come to harm: hurt, hit, neglected, threatened, missing. */
  readonly atRisk: boolean;
  readonly domesticAbuse: boolean;
  readonly exploitation: boolean;
  /** The other party is central government, or it is about a programme that has ended. */
  readonly formerProgramme: boolean;
  /** A private or commercial body, or the press, is who asks or would be told: no agreement names any. */
  readonly outsider: boolean;
}

const formerProgramme =
  /\b(mhclg|dclg|ministry|minister|whitehall|government|department|impact study|national (data )?(return|evaluation|study)|(old|former|previous|historic|ended|closed) (\w+ ){0,2}(programme|scheme|families|family|data))\b|\b(programme|scheme) (that |which )?(has |had )?(closed|ended|finished|stopped)\b/;
const domestic =
  /\b(domestic (abuse|violence)|intimate partner|coercive control|honour based|forced marriage|dv|ddvs|idva|refuge|women(s)? aid|perpetrator programme)\b/;
const noChild = /\bno (children|child|kids)\b/;
/** The press, and bodies that act for money. */
const outsiders =
  'journalists?|reporters?|newspapers?|tabloids?|local rag|tv (crew|company|programme)|documentary makers?|podcasts?|marketing|advertis\\w+|recruiters?|recruitment (agency|firm|company)|estate agents?|letting agents?|insurers?|insurance (company|firm)|loss adjusters?|private (detective|investigator)s?|debt collectors?|credit (check|reference|rating) agency';
const asking =
  'asks?|asked|asking|wants?|wanted|would like|requests?|requested|fishing|phoned|rang|rung|emailed|after|can have|could have';
/** Who asks, or to whom something would be given. */
const asksOrIsTold = new RegExp(
  `\\b(${outsiders})\\b( \\w+){0,4} (${asking})\\b|\\b(to|with) (a|an|the|our|his|her|their|some) (\\w+ ){0,2}(${outsiders})\\b|\\b(asked|requested|wanted) by (a|an|the) (\\w+ ){0,2}(${outsiders})\\b`,
);
/** A firm of any kind that trades in what it would be told. */
const tradesInData =
  /\b(company|companies|firm|retailer|supermarket|manufacturer|startup|start up|app)\b.*\b(pay|pays|paying|buy|buying|sell|selling|customers|adverts|promote|promotion|leads|mailing list|target)\b/;

/** What is denied or only guessed at is no trait. */
const leastTrust = 0.2;

/** Reads the traits off the words and their ideas; an answer to “child or adult?” settles that one. */
export function traitsOf({ said, evidence }: Question, context: MatchContext): Traits {
  const ideas = new Set(evidence.filter(({ trust }) => trust > leastTrust).map(({ name }) => name));
  const any = (...names: string[]) => names.some((name) => ideas.has(name));
  const subject = context.answers.subject;
  const harm = any('~violence', '~abuse', '~threat', '~sexual', '~injury');
  return {
    child: subject ? subject === 'child' : any('~child') && !noChild.test(said),
    adult: subject ? subject === 'adult' : any('~adult'),
    atRisk: harm || any('~missing', 'safeguard', 'risk', 'unsaf'),
    domesticAbuse: domestic.test(said) || (any('~partner') && any('~violence', '~abuse', '~threat')),
    exploitation: any('~exploited'),
    formerProgramme: formerProgramme.test(said),
    outsider: asksOrIsTold.test(said) || tradesInData.test(said),
  };
}
