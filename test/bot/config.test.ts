import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, environment, readConfig, readStoreConfig } from '../../bot/config.ts';
import { localKey } from '../../bot/localKey.ts';
import { ids } from '../make/activity.ts';

const key = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=';
const otherKey = 'ASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8=';
const production = {
  BOT_ID: ids.bot,
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: ids.tenant,
  BOT_PASSWORD: 'S3cret~of.the-test',
  ADMIN_IDS: ids.alice,
  RECORD_KEY: key,
  DATA_DIR: '/srv/sharing-guide',
};
const local = { BOT_MODE: 'local', BOT_TENANT_ID: ids.tenant };
type Env = Record<string, string | undefined>;

function problemsOf(env: Env, options?: { production: boolean }): readonly string[] {
  try {
    readConfig(env, options);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
const without = (name: keyof typeof production): Env => ({ ...production, [name]: undefined });

describe('in production', () => {
  it('seven settings are enough; the rest has defaults', () => {
    expect(readConfig(production)).toEqual({
      mode: 'production',
      dataDir: '/srv/sharing-guide',
      recordKey: Buffer.from(key, 'base64'),
      recordKeyOld: null,
      port: 3978,
      host: '0.0.0.0',
      tenantId: ids.tenant,
      identity: { type: 'SingleTenant', botId: ids.bot, password: 'S3cret~of.the-test' },
      adminIds: [ids.alice],
      homeArea: 'ask',
      accessLogMonths: 24,
      publishNeedsSecondEditor: true,
      logLevel: 'info',
    });
  });

  it('a managed identity needs no password', () => {
    const env = { ...without('BOT_PASSWORD'), BOT_TYPE: 'UserAssignedMSI' };
    expect(readConfig(env).identity).toEqual({ type: 'UserAssignedMSI', botId: ids.bot });
  });

  it('every setting can be set', () => {
    const more = {
      PORT: '8080',
      HOST: '::',
      HOME_AREA: 'kent',
      ACCESS_LOG_MONTHS: '12',
      PUBLISH_NEEDS_SECOND_EDITOR: 'false',
      LOG_LEVEL: 'warn',
      RECORD_KEY_OLD: otherKey,
      ADMIN_IDS: ` ${ids.alice.toUpperCase()} , ${ids.bob},${ids.alice}`,
    };
    expect(readConfig({ ...production, ...more })).toMatchObject({
      port: 8080,
      host: '::',
      homeArea: 'kent',
      accessLogMonths: 12,
      publishNeedsSecondEditor: false,
      logLevel: 'warn',
      recordKeyOld: Buffer.from(otherKey, 'base64'),
      adminIds: [ids.alice, ids.bob],
    });
  });

  for (const name of Object.keys(production) as (keyof typeof production)[]) {
    it(`${name} is required`, () => {
      expect(problemsOf(without(name))).toEqual([expect.stringMatching(new RegExp(`^${name}: required`))]);
    });
    it(`${name} may not be blank`, () => {
      for (const blank of ['', '   ']) {
        expect(problemsOf({ ...production, [name]: blank })).toEqual([expect.stringContaining(`${name}: `)]);
      }
    });
  }

  it('says everything that is wrong at once', () => {
    const named = problemsOf({}).map((problem) => problem.split(':')[0]);
    expect(named.sort()).toEqual(['ADMIN_IDS', 'BOT_ID', 'BOT_TENANT_ID', 'BOT_TYPE', 'DATA_DIR', 'RECORD_KEY']);
  });
});

describe('refused, naming the setting and what is allowed:', () => {
  const bad: readonly [string, Env, string][] = [
    ['a bot id that is no GUID', { BOT_ID: 'sharing-guide' }, 'BOT_ID: must be a GUID'],
    ['a bot id of one space', { BOT_ID: ' ' }, 'BOT_ID: is blank'],
    [
      'the zero GUID',
      { BOT_ID: '00000000-0000-0000-0000-000000000000' },
      'BOT_ID: is still a placeholder; a GUID is needed',
    ],
    [
      'an example GUID',
      { BOT_TENANT_ID: '12345678-1234-1234-1234-123456789012' },
      'BOT_TENANT_ID: is still a placeholder; a GUID is needed',
    ],
    ['a placeholder', { BOT_ID: '<your-bot-id>' }, 'BOT_ID: is still a placeholder; a GUID is needed'],
    ['the same id twice', { BOT_TENANT_ID: ids.bot }, 'BOT_ID: the same as BOT_TENANT_ID; one of them is a slip'],
    [
      'a type that the SDK would take for MultiTenant',
      { BOT_TYPE: 'MultiTenant' },
      'BOT_TYPE: must be SingleTenant or UserAssignedMSI',
    ],
    ['a type in other letters', { BOT_TYPE: 'singletenant' }, 'BOT_TYPE: must be SingleTenant or UserAssignedMSI'],
    [
      'a password beside a managed identity',
      { BOT_TYPE: 'UserAssignedMSI' },
      'BOT_PASSWORD: forbidden with BOT_TYPE=UserAssignedMSI, which has no secret',
    ],
    ['a placeholder for a password', { BOT_PASSWORD: 'changeme' }, 'BOT_PASSWORD: is still a placeholder'],
    [
      'a password with a line break',
      { BOT_PASSWORD: 'S3cret~of\nthe-test' },
      'BOT_PASSWORD: has a space or a line break in it',
    ],
    [
      'an administrator who is no GUID',
      { ADMIN_IDS: `${ids.alice},alice@example.invalid` },
      'ADMIN_IDS: must be GUIDs separated by commas',
    ],
    ['a comma too many', { ADMIN_IDS: `${ids.alice},` }, 'ADMIN_IDS: must be GUIDs separated by commas'],
    [
      'the zero GUID as administrator',
      { ADMIN_IDS: '00000000-0000-0000-0000-000000000000' },
      'ADMIN_IDS: holds a GUID that is still a placeholder',
    ],
    [
      'a key that is too short',
      { RECORD_KEY: 'c2hvcnQ=' },
      'RECORD_KEY: must be base64 of 32 random bytes (openssl rand -base64 32)',
    ],
    [
      'a key in hex',
      { RECORD_KEY: 'ab'.repeat(32) },
      'RECORD_KEY: must be base64 of 32 random bytes (openssl rand -base64 32)',
    ],
    [
      'a key of zeros',
      { RECORD_KEY: `${'A'.repeat(43)}=` },
      'RECORD_KEY: is still a placeholder; base64 of 32 random bytes (openssl rand -base64 32) is needed',
    ],
    [
      'the same key as old and new',
      { RECORD_KEY_OLD: key },
      'RECORD_KEY_OLD: the same as RECORD_KEY; leave it out unless a key is being replaced',
    ],
    [
      'PostgreSQL',
      { DATABASE_URL: 'postgres://bot@db/bot' },
      'DATABASE_URL: PostgreSQL is not built yet; set DATA_DIR instead',
    ],
    ['a port that is none', { PORT: '3978/tcp' }, 'PORT: must be a whole number from 0 to 65535'],
    ['a port out of range', { PORT: '65536' }, 'PORT: must be a whole number from 0 to 65535'],
    ['a blank port', { PORT: '' }, 'PORT: is blank'],
    [
      'a host that is no address',
      { HOST: 'http://bot.example' },
      'HOST: must be an IP address to listen on, e.g. 0.0.0.0',
    ],
    ['another area', { HOME_AREA: 'essex' }, 'HOME_AREA: must be kent, london or ask'],
    ['half a month', { ACCESS_LOG_MONTHS: '0.5' }, 'ACCESS_LOG_MONTHS: must be a whole number from 1 to 120'],
    ['another yes', { PUBLISH_NEEDS_SECOND_EDITOR: 'yes' }, 'PUBLISH_NEEDS_SECOND_EDITOR: must be true or false'],
    ['another level', { LOG_LEVEL: 'verbose' }, 'LOG_LEVEL: must be fatal, error, warn, info, debug, trace or silent'],
    ['another mode', { BOT_MODE: 'test' }, 'BOT_MODE: must be local or production'],
  ];
  for (const [what, env, problem] of bad) {
    it(what, () => expect(problemsOf({ ...production, ...env })).toEqual([problem]));
  }

  it('never with the value: it may be a secret in the wrong place', () => {
    const secret = 'S3cret~of.the-test';
    for (const name of [
      'BOT_ID',
      'BOT_TYPE',
      'BOT_TENANT_ID',
      'ADMIN_IDS',
      'RECORD_KEY',
      'PORT',
      'HOST',
      'LOG_LEVEL',
      'BOT_MODE',
    ]) {
      expect(problemsOf({ ...production, [name]: secret }).join()).not.toContain(secret);
    }
  });
});

describe('in local mode', () => {
  it('only the tenant is needed', () => {
    expect(readConfig(local)).toMatchObject({
      mode: 'local',
      host: '127.0.0.1',
      dataDir: '.data/',
      identity: null,
      recordKey: null,
      adminIds: [],
    });
  });

  const bad: readonly [string, Env, string][] = [
    [
      'a bot id contradicts it',
      { BOT_ID: ids.bot },
      'BOT_ID: contradicts BOT_MODE=local, which runs without authentication',
    ],
    ['so does a blank one', { BOT_ID: '' }, 'BOT_ID: contradicts BOT_MODE=local, which runs without authentication'],
    [
      'a password contradicts it',
      { BOT_PASSWORD: 'S3cret~of.the-test' },
      'BOT_PASSWORD: contradicts BOT_MODE=local, which runs without authentication',
    ],
    ['it opens no door to the network', { HOST: '0.0.0.0' }, 'HOST: only 127.0.0.1 with BOT_MODE=local'],
    [
      'it needs the tenant that the Playground names',
      { BOT_TENANT_ID: undefined },
      'BOT_TENANT_ID: required, the tenant id the Playground is told',
    ],
  ];
  for (const [what, env, problem] of bad) {
    it(what, () => expect(problemsOf({ ...local, ...env })).toContain(problem));
  }
  it('does not run where NODE_ENV says production', () => {
    expect(problemsOf(local, { production: true })).toEqual([
      'BOT_MODE: local is not allowed where NODE_ENV is production',
    ]);
  });
});

describe('the store alone', () => {
  it('needs folder and key, whatever is wrong with the rest', () => {
    const env = { DATA_DIR: '/srv/x', RECORD_KEY: key, BOT_ID: 'nonsense' };
    expect(readStoreConfig(env)).toEqual({
      mode: 'production',
      dataDir: '/srv/x',
      recordKey: Buffer.from(key, 'base64'),
      recordKeyOld: null,
    });
  });
  it('says what it misses', () => {
    expect(() => readStoreConfig({})).toThrow(/DATA_DIR: required.*RECORD_KEY: required/s);
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('.env is read, and what is set outside wins', () => {
    writeFileSync(join(folder, '.env'), '# a comment\nPORT=1\nHOST="127.0.0.1"\n');
    expect(environment(folder, { PORT: '2' })).toEqual({ PORT: '2', HOST: '127.0.0.1' });
    expect(environment(join(folder, 'none'), { PORT: '2' })).toEqual({ PORT: '2' });
  });

  it('.env.sample names every setting and, filled in, is accepted', () => {
    const sample = parseEnv(readFileSync('.env.sample', 'utf8'));
    const commented = [...readFileSync('.env.sample', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(
      ([, name]) => name ?? '',
    );
    const named = [...Object.keys(sample), ...commented].sort();
    expect(named).toEqual(
      [
        ...Object.keys(production),
        ...['BOT_MODE', 'RECORD_KEY_OLD', 'DATABASE_URL', 'PORT', 'HOST', 'HOME_AREA'],
        ...['ACCESS_LOG_MONTHS', 'PUBLISH_NEEDS_SECOND_EDITOR', 'LOG_LEVEL'],
      ].sort(),
    );
    expect(problemsOf({ ...sample, ...production })).toEqual([]);
    // As it stands it is a form, not a configuration.
    expect(problemsOf(sample)).not.toEqual([]);
  });

  it('the key of local mode is made once, for its owner alone', async () => {
    const data = join(folder, 'data');
    const first = await localKey(data);
    expect(first).toMatchObject({ made: true });
    expect(first.key).toHaveLength(32);
    expect(statSync(join(data, 'local.key')).mode & 0o777).toBe(0o600);
    expect(await localKey(data)).toEqual({ key: first.key, made: false });
  });

  it('a store that lost its local key is not given another', async () => {
    writeFileSync(join(folder, 'ledger'), '');
    await expect(localKey(folder)).rejects.toThrow('holds files but no local.key');
  });

  it('a damaged local key is named', async () => {
    writeFileSync(join(folder, 'local.key'), 'half\n');
    chmodSync(join(folder, 'local.key'), 0o600);
    await expect(localKey(folder)).rejects.toThrow('local.key is damaged');
  });
});
