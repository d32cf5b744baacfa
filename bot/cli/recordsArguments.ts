import { parseArgs } from 'node:util';
import { readReference } from '../records/reference.ts';

/** What was asked for on the command line. */
export type RecordsRequest =
  | { readonly command: 'init' }
  | { readonly command: 'list' }
  | { readonly command: 'rekey' }
  | { readonly command: 'dispose' }
  | { readonly command: 'show'; readonly reference: string }
  | { readonly command: 'verify'; readonly kept: { readonly sequence: number; readonly hash: string } | null }
  | { readonly command: 'sample'; readonly count: number }
  | { readonly command: 'wrong'; readonly problem: string };

/** Agreed on, and to come. */
const NOT_BUILT = ['export', 'backup', 'restore', 'migrate'];
const USAGE = 'Use records -- init | list | show REF | verify [--head SEQ:HASH] | sample --count N | rekey | dispose.';
const MOST_SAMPLES = 1_000_000;

/** Reads what stands after `npm run records --`. Anything unknown is refused, never ignored. */
export function recordsRequest(args: readonly string[]): RecordsRequest {
  const [command = '', ...rest] = args;
  switch (command) {
    case 'init':
    case 'list':
    case 'rekey':
    case 'dispose':
      return request(rest, {}, 0, () => ({ command }));
    case 'show':
      return request(rest, {}, 1, (_values, [typed = '']) => {
        const reference = readReference(typed);
        return reference === null ? wrong('show needs a reference such as SR-7K3M-Q9.') : { command, reference };
      });
    case 'verify':
      return request(rest, { head: { type: 'string' } }, 0, ({ head }) => verifyRequest(head));
    case 'sample':
      return request(rest, { count: { type: 'string' } }, 0, ({ count }) => sampleRequest(count));
    default:
      return wrong(NOT_BUILT.includes(command) ? `records -- ${command} is not built yet.` : USAGE);
  }
}

function request(
  args: string[],
  options: Record<string, { type: 'string' }>,
  words: number,
  read: (values: Record<string, string | undefined>, words: string[]) => RecordsRequest,
): RecordsRequest {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return positionals.length === words ? read(values, positionals) : wrong(USAGE);
  } catch {
    return wrong(`An option is not known, not built yet, or has no value. ${USAGE}`);
  }
}

function verifyRequest(head: string | undefined): RecordsRequest {
  if (head === undefined) return { command: 'verify', kept: null };
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(head.trim()) ?? [];
  if (sequence === undefined || hash === undefined) return wrong('--head needs a number and a hash, as SEQ:HASH.');
  return { command: 'verify', kept: { sequence: Number(sequence), hash: hash.toLowerCase() } };
}

function sampleRequest(count: string | undefined): RecordsRequest {
  const number = /^\d{1,7}$/.test(count ?? '') ? Number(count) : 0;
  if (number < 1 || number > MOST_SAMPLES)
    return wrong(`sample needs --count with a number from 1 to ${MOST_SAMPLES}.`);
  return { command: 'sample', count: number };
}

const wrong = (problem: string): RecordsRequest => ({ command: 'wrong', problem });
