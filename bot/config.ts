import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import * as setting from './setting.ts';

/** What the store needs; commands that never meet Teams read only this. */
export interface StoreConfig {
  readonly mode: 'production' | 'local';
  /** Folder of the embedded store, e.g. `/var/lib/sharing-guide`. */
  readonly dataDir: string;
  /** 32 bytes; null in local mode without RECORD_KEY, where `DATA_DIR/local.key` is used. */
  readonly recordKey: Buffer | null;
  /** The key before, while rotating. */
  readonly recordKeyOld: Buffer | null;
}

/** Everything the bot is told from outside, read once at the start. */
export interface Config extends StoreConfig {
  readonly port: number;
  readonly host: string;
  /** Directory (Entra) id of the one tenant this deployment serves, lower case. */
  readonly tenantId: string;
  /** How the bot proves itself to Teams; null in local mode, where nobody proves anything. */
  readonly identity: BotIdentity | null;
  /** Directory ids of the administrators, lower case. */
  readonly adminIds: readonly string[];
  readonly homeArea: 'kent' | 'london' | 'ask';
  readonly accessLogMonths: number;
  readonly publishNeedsSecondEditor: boolean;
  readonly logLevel: (typeof setting.logLevels)[number];
}

export type BotIdentity =
  | { readonly type: 'SingleTenant'; readonly botId: string; readonly password: string }
  | { readonly type: 'UserAssignedMSI'; readonly botId: string };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that cannot be used: every problem at once, each naming its variable; never a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The settings cannot be used:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const storeSettings = {
  /** `local` runs without authentication on this machine only; absent in production. */
  BOT_MODE: setting.oneOf(['local', 'production']).optional(),
  DATA_DIR: setting.words.optional(),
  DATABASE_URL: setting.words.optional(),
  RECORD_KEY: setting.key.optional(),
  RECORD_KEY_OLD: setting.key.optional(),
};

const allSettings = {
  ...storeSettings,
  BOT_ID: setting.guid.optional(),
  BOT_TYPE: setting.oneOf(['SingleTenant', 'UserAssignedMSI']).optional(),
  BOT_TENANT_ID: setting.guid.optional(),
  BOT_PASSWORD: setting.secret.optional(),
  ADMIN_IDS: setting.guids.optional(),
  PORT: setting.whole(0, 65_535).default(3978),
  HOST: setting.host.optional(),
  HOME_AREA: setting.oneOf(['kent', 'london', 'ask']).default('ask'),
  ACCESS_LOG_MONTHS: setting.whole(1, 120).default(24),
  PUBLISH_NEEDS_SECOND_EDITOR: setting.yesNo.default(true),
  LOG_LEVEL: setting.oneOf(setting.logLevels).default('info'),
};

const storeSchema = z.object(storeSettings);
const schema = z.object(allSettings);
type StoreValues = z.infer<typeof storeSchema>;
type Values = z.infer<typeof schema>;

/** `.env` of a folder, if there is one, below the environment: what is set outside wins. */
export function environment(folder: string = process.cwd(), outside: Environment = process.env): Environment {
  try {
    return { ...parseEnv(readFileSync(join(folder, '.env'), 'utf8')), ...outside };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return outside;
    throw new ConfigError(['.env is there but cannot be read']);
  }
}

/**
 * Reads every setting. `production` refuses the mode without authentication, for a host that must never run it.
 * @throws ConfigError
 */
export function readConfig(env: Environment, { production = false } = {}): Config {
  const { values, problems } = parse(schema, env);
  const isLocal = env.BOT_MODE === 'local';
  problems.push(...storeProblems(values, env), ...(isLocal ? localProblems(env) : productionProblems(values, env)));
  if (isLocal && production) problems.push('BOT_MODE: local is not allowed where NODE_ENV is production');
  if (problems.length > 0) throw new ConfigError(problems);
  const all = values as Values;
  return {
    ...storeConfig(all),
    port: all.PORT,
    host: all.HOST ?? (isLocal ? '127.0.0.1' : '0.0.0.0'),
    tenantId: all.BOT_TENANT_ID as string,
    identity: isLocal ? null : identity(all),
    adminIds: all.ADMIN_IDS ?? [],
    homeArea: all.HOME_AREA,
    accessLogMonths: all.ACCESS_LOG_MONTHS,
    publishNeedsSecondEditor: all.PUBLISH_NEEDS_SECOND_EDITOR,
    logLevel: all.LOG_LEVEL,
  };
}

/**
 * Reads what the store alone needs.
 * @throws ConfigError
 */
export function readStoreConfig(env: Environment): StoreConfig {
  const { values, problems } = parse(storeSchema, env);
  problems.push(...storeProblems(values, env));
  if (problems.length > 0) throw new ConfigError(problems);
  return storeConfig(values as StoreValues);
}

/** Whatever parsed, and a line for each setting that did not. */
function parse<S extends z.ZodObject>(shape: S, env: Environment): { values: Partial<z.infer<S>>; problems: string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, one] of Object.entries(shape.shape)) {
    const read = (one as z.ZodType).safeParse(env[name]);
    if (read.success) values[name] = read.data;
    else problems.push(`${name}: ${read.error.issues[0]?.message}`);
  }
  return { values: values as Partial<z.infer<S>>, problems };
}

function storeProblems(values: Partial<StoreValues>, env: Environment): string[] {
  const isLocal = env.BOT_MODE === 'local';
  const problems: string[] = [];
  if (env.DATABASE_URL !== undefined) problems.push('DATABASE_URL: PostgreSQL is not built yet; set DATA_DIR instead');
  else if (env.DATA_DIR === undefined && !isLocal) problems.push('DATA_DIR: required, the folder of the store');
  if (env.RECORD_KEY === undefined && !isLocal) problems.push(`RECORD_KEY: required, ${setting.keyForm}`);
  if (values.RECORD_KEY && values.RECORD_KEY_OLD?.equals(values.RECORD_KEY)) {
    problems.push('RECORD_KEY_OLD: the same as RECORD_KEY; leave it out unless a key is being replaced');
  }
  if (env.RECORD_KEY_OLD !== undefined && env.RECORD_KEY === undefined) {
    problems.push('RECORD_KEY_OLD: means nothing without RECORD_KEY, the new key');
  }
  return problems;
}

function localProblems(env: Environment): string[] {
  const problems: string[] = [];
  for (const name of ['BOT_ID', 'BOT_PASSWORD']) {
    if (env[name] !== undefined)
      problems.push(`${name}: contradicts BOT_MODE=local, which runs without authentication`);
  }
  if (env.BOT_TENANT_ID === undefined) problems.push('BOT_TENANT_ID: required, the tenant id the Playground is told');
  if (env.HOST !== undefined && env.HOST !== '127.0.0.1') problems.push('HOST: only 127.0.0.1 with BOT_MODE=local');
  return problems;
}

function productionProblems(values: Partial<Values>, env: Environment): string[] {
  const problems: string[] = [];
  for (const name of ['BOT_ID', 'BOT_TENANT_ID'] as const) {
    if (env[name] === undefined) problems.push(`${name}: required, a GUID`);
  }
  if (env.BOT_TYPE === undefined) problems.push('BOT_TYPE: required, SingleTenant or UserAssignedMSI');
  if (env.ADMIN_IDS === undefined) problems.push('ADMIN_IDS: required, directory ids (GUIDs) separated by commas');
  if (values.BOT_TYPE === 'SingleTenant' && env.BOT_PASSWORD === undefined) {
    problems.push('BOT_PASSWORD: required with BOT_TYPE=SingleTenant, the client secret');
  }
  if (values.BOT_TYPE === 'UserAssignedMSI' && env.BOT_PASSWORD !== undefined) {
    problems.push('BOT_PASSWORD: forbidden with BOT_TYPE=UserAssignedMSI, which has no secret');
  }
  if (values.BOT_ID !== undefined && values.BOT_ID === values.BOT_TENANT_ID) {
    problems.push('BOT_ID: the same as BOT_TENANT_ID; one of them is a slip');
  }
  return problems;
}

function storeConfig(values: StoreValues): StoreConfig {
  return {
    mode: values.BOT_MODE ?? 'production',
    dataDir: values.DATA_DIR ?? '.data/',
    recordKey: values.RECORD_KEY ?? null,
    recordKeyOld: values.RECORD_KEY_OLD ?? null,
  };
}

function identity({ BOT_ID, BOT_TYPE, BOT_PASSWORD }: Values): BotIdentity {
  const botId = BOT_ID as string;
  return BOT_TYPE === 'UserAssignedMSI'
    ? { type: 'UserAssignedMSI', botId }
    : { type: 'SingleTenant', botId, password: BOT_PASSWORD as string };
}
