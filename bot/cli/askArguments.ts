import { parseArgs } from 'node:util';
import type { MatchContext } from '../../knowledge/match/answer.ts';

/** What was asked for on the command line. */
export type AskRequest =
  | { readonly kind: 'ask'; readonly question: string; readonly context: MatchContext; readonly asJson: boolean }
  | { readonly kind: 'wrong'; readonly problem: string };

const usage = 'Use ask -- "question" [--area kent|london] [--answer KEY=VALUE]… [--json].';
const areas = ['kent', 'london', 'elsewhere'] as const;
const keys = ['area', 'other-party', 'subject'];

/** Reads what stands after `npm run ask --`. Anything unknown is refused, never ignored. */
export function askRequest(args: readonly string[]): AskRequest {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { area: { type: 'string' }, answer: { type: 'string', multiple: true }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const question = positionals.join(' ').trim();
    if (positionals.length === 0) return wrong(`There is no question. ${usage}`);
    return withContext(question, values.area, values.answer ?? [], values.json ?? false);
  } catch {
    return wrong(`An option is not known, or has no value. ${usage}`);
  }
}

function withContext(
  question: string,
  area: string | undefined,
  answers: readonly string[],
  asJson: boolean,
): AskRequest {
  const known = areas.find((one) => one === area);
  if (area !== undefined && !known) return wrong(`--area is kent or london, not ${area}.`);
  const pairs = answers.map((answer) => /^([^=]+)=(.+)$/.exec(answer));
  const bad = answers.find((_, at) => !keys.includes(pairs[at]?.[1] ?? ''));
  if (bad !== undefined) return wrong(`--answer ${bad}: write KEY=VALUE with a key of ${keys.join(', ')}.`);
  const given = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  if (given.area !== undefined && !areas.some((one) => one === given.area)) {
    return wrong(`--answer area=${given.area}: the area is ${areas.join(', ')}.`);
  }
  return { kind: 'ask', question, context: { area: known ?? null, answers: given }, asJson };
}

function wrong(problem: string): AskRequest {
  return { kind: 'wrong', problem };
}
