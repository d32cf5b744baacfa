import type { Settings, SettingsStore } from '../ports.ts';
import { unsetSettings } from '../unsetSettings.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';
import { settingsShape } from './shapes.ts';

interface Saved {
  readonly id: 'settings';
  readonly settings: Settings;
}

export async function openSettingsStore(
  fs: FileSystem,
  folder: string,
): Promise<SettingsStore & { idle(): Promise<void> }> {
  const documents = await openCollection<Saved>(fs, folder, { idOf: (document) => document.id, shape: settingsShape });
  // Settings that a later version added are unset in what an earlier one saved.
  const whole = (saved: Saved | null): Settings => ({ ...unsetSettings, ...saved?.settings });
  const change = (next: (settings: Settings) => Settings) =>
    documents.change('settings', (saved) => ({ next: { id: 'settings', settings: next(whole(saved)) } }));
  return {
    read: async () => whole(documents.get('settings')),
    save: (settings) => change(() => settings),
    change,
    idle: () => documents.idle(),
  };
}
