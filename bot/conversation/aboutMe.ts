import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { OrganisationKind, Person, Profile } from '../stores/ports.ts';
import type { House } from './house.ts';
import { type Named, named } from './named.ts';
import { choosing, findButton } from './narrowed.ts';
import type { Reply } from './reply.ts';

export const kinds: readonly { id: OrganisationKind; label: string }[] = [
  { id: 'council', label: 'Council' },
  { id: 'police', label: 'Police' },
  { id: 'health', label: 'Health' },
  { id: 'school', label: 'School or college' },
  { id: 'probation', label: 'Probation' },
  { id: 'housing', label: 'Housing' },
  { id: 'fire', label: 'Fire and rescue' },
  { id: 'voluntary', label: 'Voluntary or community group' },
  { id: 'central-government', label: 'Central government' },
  { id: 'other', label: 'Other' },
];

export const areas: readonly { id: Profile['area']; label: string }[] = [
  { id: 'kent', label: 'Kent and Medway' },
  { id: 'london', label: 'London' },
  { id: 'elsewhere', label: 'Somewhere else' },
];

/** A checklist to go on with once About me is saved. */
export interface GoOn {
  readonly next?: string | undefined;
  readonly agreement?: string | undefined;
}

interface Shown {
  /** What is not in it stands as it is known. */
  readonly typed: Inputs;
  readonly problems?: Readonly<Record<string, string>>;
}

/** Approvers a person may choose: holders of the role, never themselves. */
export const approverChoices = async (house: House, person: Person): Promise<Named[]> =>
  named((await house.stores.people.withRole('approver')).filter((approver) => approver.id !== person.id));

export const approverChoice = { key: 'approver', label: 'Who reviews your decisions?' } as const;

const typedFrom = (profile: Profile | null, person: Person): Inputs => ({
  organisation: profile?.organisation ?? '',
  kind: profile?.kind ?? '',
  area: profile?.area ?? person.area ?? '',
  'role-title': profile?.roleTitle ?? '',
  approver: profile?.approver ?? '',
});

/** The About me form, filled with what is known. */
export async function aboutMe(house: House, person: Person, goOn: GoOn = {}, shown?: Shown): Promise<Reply> {
  const approvers = await approverChoices(house, person);
  const typed = { ...typedFrom(person.profile, person), ...shown?.typed };
  const at = (key: string) => ({ value: typed[key] ?? '', problem: shown?.problems?.[key] ?? '' });
  const ids = { ...(goOn.next ? { next: goOn.next } : {}), ...(goOn.agreement ? { agreement: goOn.agreement } : {}) };
  const fields = [
    field('text', 'organisation', 'Your organisation', { required: true, ...at('organisation') }),
    field('choice', 'kind', 'What kind of organisation is it?', { required: true, choices: kinds, ...at('kind') }),
    field('choice', 'area', 'Where do you work?', { required: true, choices: areas, ...at('area') }),
    field('text', 'role-title', 'Your role, for example social worker', { required: true, ...at('role-title') }),
    ...(approvers.length > 0
      ? choosing({ ...approverChoice, people: approvers, typed, problem: at('approver').problem })
      : []),
  ];
  const nobody =
    approvers.length > 0 ? [] : ['Nobody holds the approver role yet, so your records wait until somebody does.'];
  const label = goOn.next ? 'Save and go on' : 'Save';
  return {
    card: formCard({
      kind: 'about-me',
      fields,
      more: nobody,
      actions: [
        button(label, 'profile.save', ids, 'positive'),
        ...findButton([{ people: approvers }], 'profile.open', ids),
        ...(person.roles.includes('approver') ? [button('Who covers for me', 'cover.open')] : []),
      ],
    }),
  };
}
