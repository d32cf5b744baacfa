import type { Person } from '../stores/ports.ts';
import { cut } from './typed.ts';

/** A person as a list offers them. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Their role and organisation, as far as they told; empty when they did not. */
  readonly said: string;
  /** What the list shows; no two of a list show the same. */
  readonly label: string;
}

const longestName = 60;
const longestDetail = 40;

const whole = (text: string, longest: number): string =>
  text.length > longest ? `${cut(text, longest - 1).trim()}…` : text;

/** A name as a card shows it; what somebody is called in their directory may be as long as they like. */
export const shortName = ({ name }: Pick<Person, 'name'>): string => whole(name, longestName);

const saidOf = ({ profile }: Person): string =>
  profile ? [profile.roleTitle, profile.organisation].map((text) => whole(text, longestDetail)).join(', ') : '';

const counted = (labels: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label.toLowerCase(), (counts.get(label.toLowerCase()) ?? 0) + 1);
  return counts;
};

/** Labels in which those who share one say more of themselves. */
function apart(labels: readonly string[], more: (at: number) => string): string[] {
  const counts = counted(labels);
  return labels.map((label, at) => ((counts.get(label.toLowerCase()) ?? 0) > 1 ? `${label}${more(at)}` : label));
}

/**
 * People by name. Those of one name are told apart by role and organisation; where these are the same too, by the end of
 * the account’s id, which an administrator can look up.
 */
export function named(people: readonly Person[]): Named[] {
  const names = people.map(shortName);
  const said = people.map(saidOf);
  const bySide = apart(names, (at) => `, ${said[at] || 'has not filled in About me'}`);
  const labels = apart(bySide, (at) => `, account ending ${people[at]?.directoryId.slice(-6)}`);
  return people.map(({ id, name }, at) => ({ id, name, said: said[at] ?? '', label: labels[at] ?? name }));
}
