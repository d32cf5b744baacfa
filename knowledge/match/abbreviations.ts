import { stem } from './stem.ts';

/**
 * Abbreviations of the field in full. Ours, never scope. One that stands for two things has both readings, so that
 * the answer offers both instead of guessing (SAR: a review, or somebody’s request to see their information).
 */
const inFull: Readonly<Record<string, string>> = {
  abc: 'acceptable behaviour contract',
  anpr: 'number plate camera',
  bcr: 'binding corporate rules',
  bwv: 'body worn video camera',
  cbo: 'criminal behaviour order anti social behaviour',
  cce: 'child criminal exploitation county lines',
  cdr: 'child death review',
  cin: 'child in need',
  cla: 'looked after child',
  cpn: 'community protection notice anti social behaviour',
  cpw: 'community protection warning anti social behaviour',
  csc: 'children social care',
  cse: 'child sexual exploitation',
  ctp: 'counter terrorism police radicalisation',
  da: 'domestic abuse',
  dols: 'mental capacity care home',
  dpia: 'data protection impact assessment',
  dpo: 'data protection officer',
  dsar: 'subject access',
  dv: 'domestic violence abuse',
  dvpo: 'domestic violence abuse',
  ea: 'environment agency waste',
  ehcp: 'education health care plan',
  fgm: 'female genital mutilation',
  foi: 'freedom of information',
  hba: 'honour based abuse',
  hbv: 'honour based abuse violence',
  hv: 'health visitor',
  idva: 'domestic abuse adviser',
  isva: 'sexual violence adviser',
  lac: 'looked after child',
  mca: 'mental capacity',
  ncmp: 'child measurement height weight school',
  nrm: 'national referral mechanism modern slavery',
  ppo: 'prolific priority offender',
  pspo: 'public spaces protection order anti social behaviour',
  rso: 'registered sex offender',
  sar: 'safeguarding adults review subject access',
  scc: 'standard contractual clauses',
  sev: 'sexual entertainment venue licence',
  shpo: 'sexual harm prevention order offender',
  sudi: 'sudden unexpected infant death',
  taf: 'team around family',
  uasc: 'unaccompanied child asylum',
  visor: 'violent sex offender register',
  yro: 'youth rehabilitation order court',
};

/** Stems of the words an abbreviation stands for, e.g. `nrm` -> `national`, `referral`, … */
export const stemsOfAbbreviation: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(inFull).map(([short, full]) => [short, full.split(' ').map(stem)]),
);
