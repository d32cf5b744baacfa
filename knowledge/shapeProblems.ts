import type { z } from 'zod';
import type { Problem } from './contentError.ts';
import { pathWords } from './contentFiles.ts';

type Issue = z.core.$ZodIssue;

/** The schema's complaints about one file, in words an editor can act on. `path` starts inside the file. */
export function shapeProblems(file: string, issues: readonly Issue[], value: unknown): Problem[] {
  return issues.flatMap((issue) => problemsOf(file, issue, value));
}

function problemsOf(file: string, issue: Issue, value: unknown): Problem[] {
  if (issue.code === 'invalid_union') return unionProblems(file, issue, value);
  const { problem, cure } = inWords(issue, at(value, issue.path));
  return [{ file, path: pathWords(issue.path), problem, cure }];
}

/** Of several allowed shapes, the complaints of the one that was nearly met. */
function unionProblems(file: string, issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): Problem[] {
  const [nearest] = [...issue.errors].sort((a, b) => farFrom(a) - farFrom(b) || deepest(b) - deepest(a));
  const nested = (nearest ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  if (nested.length > 0) return shapeProblems(file, nested as Issue[], value);
  const path = pathWords(issue.path);
  return [
    { file, path, problem: 'is none of the allowed shapes', cure: 'Write it as one of the shapes of the schema.' },
  ];
}

/** How unlike a shape the value is: another kind of thing altogether, or with fields that the shape does not know. */
function farFrom(issues: readonly Issue[]): number {
  const isOther = issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  return unknown.length + (isOther ? 10 : 0);
}

/** How far into the value its complaints lie: the deeper, the more of it was met. */
function deepest(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function inWords(issue: Issue, value: unknown): { problem: string; cure: string } {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return { problem: 'is missing', cure: `Add it (${issue.expected}).` };
      return { problem: `is ${kindOf(value)}, not ${issue.expected}`, cure: `Write it as ${issue.expected}.` };
    case 'unrecognized_keys':
      return {
        problem: `has ${issue.keys.join(', ')}, which the schema does not know`,
        cure: 'Correct the spelling, or take it out.',
      };
    case 'invalid_value':
      return { problem: `is ${JSON.stringify(value)}`, cure: `Use one of: ${issue.values.map(String).join(', ')}.` };
    case 'too_small':
      return { problem: `is too short: at least ${issue.minimum} needed`, cure: 'Write more, or add to the list.' };
    case 'too_big':
      return { problem: `is too long: at most ${issue.maximum} allowed`, cure: 'Say it in fewer words.' };
    default:
      return { problem: `does not fit (${issue.message})`, cure: 'Write it in the form the schema asks for.' };
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);
}
