import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface ManifestSchema {
  /** Version the manifest must name, e.g. `1.30`. */
  readonly version: string;
  /** The JSON schema as Microsoft publishes it. */
  readonly schema: object;
}

/**
 * The newest released manifest schema that `@microsoft/app-manifest` ships: the same one for everybody who ran `npm ci`,
 * with or without a network.
 */
export function newestManifestSchema(): ManifestSchema {
  const home = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'));
  const folder = join(home, 'build', 'json-schemas', 'teams');
  const version = readdirSync(folder).filter(isReleased).sort(byVersion).at(-1);
  if (version === undefined) throw new Error('@microsoft/app-manifest ships no manifest schema');
  const text = readFileSync(join(folder, version, 'MicrosoftTeams.schema.json'), 'utf8');
  return { version: version.slice(1), schema: JSON.parse(text) };
}

const isReleased = (name: string): boolean => /^v\d+\.\d+$/.test(name);

/** v1.9 comes before v1.30. */
function byVersion(one: string, other: string): number {
  const [a = 0, b = 0] = numbers(one);
  const [c = 0, d = 0] = numbers(other);
  return a - c || b - d;
}

const numbers = (name: string): number[] => name.slice(1).split('.').map(Number);
