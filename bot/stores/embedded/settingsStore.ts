import type { Settings, SettingsStore } from '../ports.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';

/** Before an IG lead has set anything. */
const UNSET: Settings = {
  organisation: '',
  igContact: '',
  dpoContact: '',
  caldicottContact: '',
  frontDoor: '',
  outOfHours: '',
  defaultApprovers: [],
};

interface Saved {
  readonly id: 'settings';
  readonly settings: Settings;
}

export async function openSettingsStore(
  fs: FileSystem,
  folder: string,
): Promise<SettingsStore & { idle(): Promise<void> }> {
  const documents = await openCollection<Saved>(fs, folder, (document) => document.id);
  return {
    // Settings that a later version added are unset in what an earlier one saved.
    read: async () => ({ ...UNSET, ...documents.get('settings')?.settings }),
    save: (settings) => documents.change('settings', () => ({ next: { id: 'settings', settings } })),
    idle: () => documents.idle(),
  };
}
