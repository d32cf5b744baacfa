import type { Inputs } from '../../cards/verbs.ts';
import type { Profile } from '../stores/ports.ts';
import { aboutMe, approverChoice, approverChoices, areas, type GoOn, kinds } from './aboutMe.ts';
import type { Handlers } from './actions.ts';
import { startDraft } from './drafts.ts';
import { helpCard } from './help.ts';
import type { House } from './house.ts';
import { offered } from './inputs.ts';
import type { Named } from './named.ts';
import { unconfirmed } from './narrowed.ts';
import type { Reply } from './reply.ts';
import { screenedText } from './screened.ts';
import type { Turn } from './turn.ts';

/** Reads the form: a profile, or what is wrong with it. */
function readProfile(
  typed: Inputs,
  approvers: readonly Named[],
): { profile: Profile } | { problems: Record<string, string> } {
  const organisation = typed.organisation?.trim() ?? '';
  const roleTitle = typed['role-title']?.trim() ?? '';
  const kind = offered(kinds, typed.kind);
  const area = offered(areas, typed.area);
  const approver = offered(approvers, typed.approver);
  const toFind = unconfirmed(typed, { ...approverChoice, people: approvers });
  const problems = {
    ...(organisation && organisation.length <= 120
      ? {}
      : { organisation: 'Tell us your organisation, in at most 120 characters' }),
    ...(kind ? {} : { kind: 'Tell us what kind of organisation it is' }),
    ...(area ? {} : { area: 'Tell us where you work' }),
    ...(roleTitle && roleTitle.length <= 80 ? {} : { 'role-title': 'Tell us your role, in at most 80 characters' }),
    ...(typed.approver && !approver ? { approver: 'Tell us who reviews your decisions, from the list' } : {}),
    ...(toFind ? { approver: toFind } : {}),
  };
  if (!kind || !area || Object.keys(problems).length > 0) return { problems };
  return { profile: { organisation, kind: kind.id, area: area.id, roleTitle, approver: approver?.id ?? null } };
}

function withoutIdentifiers(turn: Turn, inputs: Inputs): Inputs {
  const words = (key: string) => (inputs[key] === undefined ? {} : { [key]: screenedText(inputs[key], turn.at) });
  return { ...inputs, ...words('organisation'), ...words('role-title') };
}

async function save(house: House, turn: Turn, goOn: GoOn, inputs: Inputs): Promise<Reply> {
  const typed = withoutIdentifiers(turn, inputs);
  const read = readProfile(typed, await approverChoices(house, turn.person));
  if ('problems' in read) return aboutMe(house, turn.person, goOn, { typed, problems: read.problems });
  const person = await house.stores.people.change(turn.person.id, (current) => ({ ...current, profile: read.profile }));
  if (goOn.next && person) return startDraft(house, { ...turn, person }, goOn.next, goOn.agreement);
  return { card: helpCard(house, person ?? turn.person, 'Saved. You can ask me a question now, or type “start”.') };
}

export const profileActions = {
  'profile.open': (house, turn, { data, inputs }) =>
    aboutMe(house, turn.person, data, { typed: withoutIdentifiers(turn, inputs) }),
  'profile.save': (house, turn, { data, inputs }) => save(house, turn, data, inputs),
} satisfies Handlers;
