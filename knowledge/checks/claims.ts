import type { Problem } from '../contentError.ts';
import { sayPlainly } from '../match/normalise.ts';
import type { Content } from '../schema.ts';
import { type Place, problemAt } from './report.ts';

interface Claimant {
  readonly id: string;
  readonly aliases: readonly string[];
}

/**
 * An alias leads to one agreement, or to one topic. An agreement and a topic may share one: SAR is both a review of a
 * death and a person's request to see their information, and the answer then offers both. Case and hyphens do not
 * make a difference, because they make none to the matching either.
 */
export function claimedTwice(content: Content, part: 'agreements' | 'topics'): Problem[] {
  const owners = new Map<string, string>();
  const claimants: readonly Claimant[] = content[part];
  return claimants.flatMap(({ id, aliases }, index) =>
    aliases.flatMap((alias, at) => claim(content, owners, id, alias, [part, index, 'aliases', at])),
  );
}

function claim(content: Content, owners: Map<string, string>, id: string, alias: string, place: Place): Problem[] {
  const plain = sayPlainly(alias);
  const owner = owners.get(plain) ?? id;
  owners.set(plain, owner);
  if (owner === id) return [];
  const cure = `Keep it in one of ${owner} and ${id}, or make both more exact.`;
  return [problemAt(content, place, `“${alias}” is also an alias of ${owner}`, cure)];
}
