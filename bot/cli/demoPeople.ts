import type { Person, Role, Settings } from '../stores/ports.ts';
import { unsetSettings } from '../stores/unsetSettings.ts';

/** The one made-up tenant of the demo. All ids here are fixed, so that a second start finds the same people. */
export const DEMO_TENANT = '7d0d0000-0000-4000-8000-000000000001';

/** Somebody the demo makes up. */
export interface DemoPerson {
  /** Our id of them, in the store. */
  readonly id: string;
  /** Id in the made-up directory. */
  readonly directoryId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

const person = (number: number, name: string, roles: readonly Role[] = []): DemoPerson => ({
  id: `7d0d0000-0000-4000-8000-0000000001${number}`,
  directoryId: `7d0d0000-0000-4000-8000-0000000002${number}`,
  name: `${name} (fictional)`,
  roles,
});

/** No roles and no profile: the first use is part of what the demo shows. */
export const PRACTITIONER = person(10, 'Pat Practitioner');
export const APPROVER = person(11, 'Ari Approver', ['approver', 'editor', 'ig-lead']);
/** Administrator as well, through ADMIN_IDS. */
export const IG_LEAD = person(12, 'Ira IG Lead', ['ig-lead', 'editor']);
/** Whose sample records there are to review. They have no window. */
export const COLLEAGUES = [person(13, 'Sam Sample'), person(14, 'Alex Example')] as const;

/** As the store keeps somebody whom the bot has not met. */
export function notYetMet({ id, directoryId, name, roles }: DemoPerson): Person {
  return { id, directoryId, tenant: DEMO_TENANT, name, roles, profile: null, area: null, chat: null };
}

/** The numbers are of the range Ofcom keeps for drama; `.invalid` mail goes nowhere. */
export const DEMO_SETTINGS: Settings = {
  ...unsetSettings,
  organisation: 'Example Borough Council (fictional)',
  igContact: 'Information governance team (fictional), ig@example.invalid, 020 7946 0001',
  dpoContact: 'Data protection officer (fictional), dpo@example.invalid, 020 7946 0002',
  caldicottContact: 'Caldicott Guardian (fictional), caldicott@example.invalid, 020 7946 0003',
  frontDoor: 'Front door (fictional), 020 7946 0004',
  outOfHours: 'Out of hours (fictional), 020 7946 0005',
  defaultApprovers: [APPROVER.id],
  retentionYears: 6,
};
