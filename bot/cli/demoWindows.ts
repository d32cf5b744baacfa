import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { WindowPorts } from './demoOptions.ts';
import { APPROVER, COLLEAGUES, DEMO_TENANT, type DemoPerson, IG_LEAD, PRACTITIONER } from './demoPeople.ts';

/** One Agents Playground window: a person's side of the chat with the bot. */
export interface DemoWindow {
  readonly role: 'practitioner' | 'approver' | 'ig-lead';
  readonly person: DemoPerson;
  readonly port: number;
  readonly address: string;
}

export function demoWindows([practitioner, approver, igLead]: WindowPorts): readonly DemoWindow[] {
  return [
    demoWindow('practitioner', PRACTITIONER, practitioner),
    demoWindow('approver', APPROVER, approver),
    demoWindow('ig-lead', IG_LEAD, igLead),
  ];
}

const demoWindow = (role: DemoWindow['role'], person: DemoPerson, port: number): DemoWindow => ({
  role,
  person,
  port,
  address: `http://127.0.0.1:${port}`,
});

/** Writes the window's settings into a folder of its own; returns the environment that its process needs. */
export function prepareWindow(window: DemoWindow, folder: string): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, '.m365agentsplayground.yml');
  writeFileSync(path, stringify(windowSettings(window)));
  return {
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: path,
    M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    TEAMSAPPTESTER_BROWSER: 'none',
  };
}

export function windowArguments({ port, address }: DemoWindow, botPort: number): string[] {
  const endpoint = `http://127.0.0.1:${botPort}/api/messages`;
  const service = `${address}/_connector`;
  return ['start', '--port', `${port}`, '--app-endpoint', endpoint, '--service-url', service].concat([
    '--channel-id',
    'msteams',
    '--disable-telemetry',
  ]);
}

/**
 * What the Playground reads. Its schema (0.1.1) wants exactly five other users, and the guards of the bot want GUIDs
 * where a directory has them. Anything else makes it exit without a word.
 */
export function windowSettings({ role, person }: DemoWindow) {
  const others = [PRACTITIONER, APPROVER, IG_LEAD, ...COLLEAGUES].filter((one) => one.id !== person.id);
  return {
    version: '0.1.1',
    tenantId: DEMO_TENANT,
    bot: { id: '28:sharing-guide', name: 'Sharing Guide' },
    currentUser: user(person),
    users: [...others.map(user), user(ONLOOKER)],
    personalChat: { id: `a:personal-${role}` },
    groupChat: { id: `19:group-${role}@thread.v2`, name: 'Group chat (fictional)' },
    team: {
      id: `19:team-${role}@thread.tacv2`,
      name: 'Team (fictional)',
      aadGroupId: '7d0d0000-0000-4000-8000-000000000301',
      channels: [{ id: `19:channel-${role}@thread.tacv2`, name: 'Casework' }],
    },
  };
}

/** Makes up the number; says nothing. */
const ONLOOKER: DemoPerson = {
  id: '7d0d0000-0000-4000-8000-000000000115',
  directoryId: '7d0d0000-0000-4000-8000-000000000215',
  name: 'Oli Onlooker (fictional)',
  roles: [],
};

function user({ directoryId, name }: DemoPerson) {
  const [givenName = name, ...surname] = name.split(' ');
  const mail = `${givenName.toLowerCase()}@example.invalid`;
  return {
    id: `29:${directoryId}`,
    name,
    userPrincipleName: mail,
    aadObjectId: directoryId,
    givenName,
    surname: surname.join(' '),
    email: mail,
  };
}
