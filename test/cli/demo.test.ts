import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { describe, expect, test } from 'vitest';
import { demoOptions } from '../../bot/cli/demoOptions.ts';
import { APPROVER, COLLEAGUES, DEMO_SETTINGS, IG_LEAD, PRACTITIONER } from '../../bot/cli/demoPeople.ts';
import { demoWindows, windowArguments, windowSettings } from '../../bot/cli/demoWindows.ts';
import { takenPorts } from '../../bot/cli/takenPorts.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const windows = demoWindows([56150, 56151, 56152]);

function demo(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'bot/cli/demo.ts', ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: run.status, said: run.stdout + run.stderr };
}

/** Null where this machine has no such address. */
function listening(host: string): Promise<{ port: number; server: Server } | null> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(null));
    server.listen(0, host, () => resolve({ port: (server.address() as { port: number }).port, server }));
  });
}

describe('what stands behind npm run demo --', () => {
  test('nothing means the usual ports', () => {
    expect(demoOptions([], undefined)).toEqual({ kind: 'run', botPort: 3978, windowPorts: [56150, 56151, 56152] });
  });

  test('PORT is the bot’s, --ports the windows’', () => {
    const read = { kind: 'run', botPort: 4000, windowPorts: [1, 2, 3] };
    expect(demoOptions(['--ports', '1,2,3'], '4000')).toEqual(read);
    expect(demoOptions(['--ports=1,2,3'], '4000')).toEqual(read);
  });

  for (const [args, port] of [
    [['--ports'], undefined],
    [['--ports', '1,2'], undefined],
    [['--ports', '1,2,3,4'], undefined],
    [['--ports', '1,2,x'], undefined],
    [['--ports', '1,2,65536'], undefined],
    [['--ports', '1,2,2'], undefined],
    [['--ports', '1,2,3978'], undefined],
    [[], 'http'],
    [['--port', '1'], undefined],
    [['practitioner'], undefined],
  ] as const) {
    test(`"${args.join(' ')}" with PORT ${port} is a slip and gets a sentence`, () => {
      expect(demoOptions(args, port)).toMatchObject({ kind: 'wrong', problem: expect.stringMatching(/\.$/) });
    });
  }
});

describe('the demo at the terminal', () => {
  test('an unknown option exits 2, --help exits 0', () => {
    const slip = demo(['--frobnicate']);
    expect(slip.code).toBe(2);
    expect(slip.said).toContain('--frobnicate');
    expect(demo(['--help'])).toMatchObject({ code: 0, said: expect.stringContaining('--ports A,B,C') });
  });

  test('a taken port stops it with its number', async () => {
    const held = await listening('127.0.0.1');
    const stopped = demo(['--ports', `56150,56151,${held?.port}`], { PORT: '3978' });
    held?.server.close();
    expect(stopped.code).toBe(1);
    expect(stopped.said).toMatch(new RegExp(`${held?.port} (is|are) taken`));
  });
});

test('a port is taken whichever address its holder listens on', async () => {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
    const held = await listening(host);
    if (held === null) continue;
    expect(await takenPorts([held.port])).toEqual([held.port]);
    await new Promise((resolve) => held.server.close(resolve));
    expect(await takenPorts([held.port])).toEqual([]);
  }
});

describe('the windows', () => {
  test('each is one person, with exactly five others, all with ids that the bot’s guards let in', () => {
    for (const window of windows) {
      const { tenantId, currentUser, users } = windowSettings(window);
      const everybody = [currentUser, ...users];
      expect(users).toHaveLength(5);
      expect(new Set(everybody.map(({ id }) => id)).size).toBe(6);
      for (const { aadObjectId } of everybody) expect(aadObjectId).toMatch(guid);
      expect(tenantId).toMatch(guid);
      expect(currentUser.aadObjectId).toBe(window.person.directoryId);
    }
  });

  test('no two share a conversation', () => {
    const all = windows.flatMap((window) => {
      const { personalChat, groupChat, team } = windowSettings(window);
      return [personalChat.id, groupChat.id, team.id, ...team.channels.map(({ id }) => id)];
    });
    expect(new Set(all).size).toBe(all.length);
  });

  test('answer on this machine and report nothing home', () => {
    for (const window of windows) {
      const args = windowArguments(window, 3978);
      expect(args).toContain(`http://127.0.0.1:${window.port}/_connector`);
      expect(args).toContain('--disable-telemetry');
    }
  });
});

describe('the people', () => {
  test('say in their names that they are made up', () => {
    for (const { name } of [PRACTITIONER, APPROVER, IG_LEAD, ...COLLEAGUES]) expect(name).toMatch(/ \(fictional\)$/);
  });

  test('hold the roles that the demo shows', () => {
    expect(PRACTITIONER.roles).toEqual([]);
    expect(APPROVER.roles).toEqual(['approver', 'editor', 'ig-lead']);
    expect(IG_LEAD.roles).toEqual(['ig-lead', 'editor']);
    expect(DEMO_SETTINGS.defaultApprovers).toEqual([APPROVER.id]);
  });

  test('have contacts that reach nobody', () => {
    const { defaultApprovers: _ids, ...contacts } = DEMO_SETTINGS;
    const words = JSON.stringify(contacts);
    for (const number of words.match(/0\d[\d ]{8,}/g) ?? []) expect(number).toMatch(/^020 7946 0\d{3}/);
    for (const mail of words.match(/@[\w.]+/g) ?? []) expect(mail).toMatch(/\.invalid$/);
  });
});
