import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { newestManifestSchema } from './manifestSchema.ts';

/** What the placeholders `{{BOT_ID}}` and `{{VERSION}}` of the manifest become. */
export interface Filling {
  /** The bot's app id, a GUID; the app has the same id. */
  readonly botId: string;
  /** E.g. `0.1.0`. */
  readonly version: string;
}

export type AppPackage =
  | { readonly kind: 'built'; readonly zip: Uint8Array; readonly manifestVersion: string; readonly notes: string[] }
  | { readonly kind: 'invalid'; readonly problems: string[] };

/** Sides in pixels that Teams asks for. */
const ICONS = { 'color.png': 192, 'outline.png': 32 } as const;

/** Any fixed time, in local numbers as zip has them, so that the same input gives the same bytes everywhere. */
const ZIP_TIME = new Date(2026, 0, 1);

/** Checks the folder `appPackage/` and makes the zip that Teams takes. Problems name the file and the field. */
export async function buildAppPackage(folder: string, filling: Filling): Promise<AppPackage> {
  const text = fill(readFileSync(join(folder, 'manifest.json'), 'utf8'), filling);
  const icons = Object.keys(ICONS).map((name) => [name, readFileSync(join(folder, name))] as const);
  const { version, schema } = newestManifestSchema();
  const problems = [
    ...(await manifestProblems(text, version, schema)),
    ...icons.flatMap(([name, bytes]) => iconProblems(name, bytes)),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const files = Object.fromEntries([['manifest.json', new TextEncoder().encode(text)] as const, ...icons]);
  return { kind: 'built', zip: zipSync(files, { mtime: ZIP_TIME }), manifestVersion: version, notes: notes(text) };
}

function fill(text: string, { botId, version }: Filling): string {
  return text.replaceAll('{{BOT_ID}}', botId).replaceAll('{{VERSION}}', version);
}

async function manifestProblems(text: string, version: string, schema: object): Promise<string[]> {
  const unfilled = text.match(/\{\{[^}]*\}\}/)?.[0];
  if (unfilled) return [`manifest.json: ${unfilled} is a placeholder nobody fills`];
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    return [`manifest.json is not JSON: ${(error as Error).message}`];
  }
  if ((manifest as { manifestVersion?: unknown }).manifestVersion !== version) {
    return [`manifest.json manifestVersion: must be "${version}", the newest schema installed`];
  }
  const found = await AppManifestUtils.validateAgainstSchema(manifest, schema as Schema);
  return found.map((line) => `manifest.json ${inWords(line)}`);
}

type Manifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
type Schema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>;

/** `/bots/0/botId must match …` becomes `bots[0].botId: must match …`. */
function inWords(line: string): string {
  const at = line.indexOf(' ');
  const steps = line.slice(0, at).split('/').slice(1);
  const field = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
  const words = line.slice(at + 1).replace(/\. Details: \{"pattern".*$/, '');
  return `${field.slice(1) || '(top)'}: ${words}`;
}

function iconProblems(name: string, bytes: Buffer): string[] {
  const side = ICONS[name as keyof typeof ICONS];
  const size = pngSize(bytes);
  if (size === null) return [`${name}: not a PNG`];
  const [width, height] = size;
  return width === side && height === side ? [] : [`${name}: ${width} x ${height} pixels; must be ${side} x ${side}`];
}

/** Width and height stand at fixed places of a PNG's first chunk. */
function pngSize(bytes: Buffer): readonly [number, number] | null {
  const isPng = bytes.length > 24 && bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}

function notes(text: string): string[] {
  return text.includes('example.invalid')
    ? ['The developer addresses are still made up: put your own into appPackage/manifest.json before you publish.']
    : [];
}
