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
  /** The other party is a private or commercial body of a kind that no agreement names. */
  readonly outsider: boolean;
}

const formerProgramme =
  /\b(mhclg|dclg|ministry|minister|whitehall|government|department|impact study|national (data )?(return|evaluation|study)|(old|former|previous|historic|ended|closed) (\w+ ){0,2}(programme|scheme|families|family|data))\b|\b(programme|scheme) (that |which )?(has |had )?(closed|ended|finished|stopped)\b/;
const domestic =
  /\b(domestic (abuse|violence)|intimate partner|coercive control|honour based|forced marriage|dv|ddvs|idva)\b/;
const noChild = /\bno (children|child|kids)\b/;
const outsider =
  /\b(journalists?|reporters?|newspapers?|tabloids?|marketing|advertis\w+|recruiters?|recruitment (agency|firm|company)|estate agents?|insurers?|insurance (firm|company)|private (detective|investigator)s?|debt collectors?|credit (check|reference|rating))\b/;

/** Reads the traits off the words and their ideas; an answer to “child or adult?” settles that one. */
export function traitsOf({ said, evidence }: Question, context: MatchContext): Traits {
  const ideas = new Set(evidence.map(({ name }) => name));
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
    outsider: outsider.test(said),
  };
}
