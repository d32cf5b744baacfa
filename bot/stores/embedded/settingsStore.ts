import type { Settings, SettingsStore } from '../ports.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';
import { settingsShape } from './shapes.ts';

/** Before an IG lead has set anything. */
const UNSET: Settings = {
  organisation: '',
  igContact: '',
  dpoContact: '',
  caldicottContact: '',
  frontDoor: '',
  outOfHours: '',
  defaultApprovers: [],
  agreementApprovers: [],
  draftDays: 28,
  draftWarningDays: 7,
  workDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  opensAt: '09:00',
  closesAt: '17:00',
  remindHours: 8,
  escalateHours: 16,
  emergencyRemindHours: 1,
  emergencyEscalateHours: 4,
  retentionYears: null,
  retentionAsked: null,
};

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
  const whole = (saved: Saved | null): Settings => ({ ...UNSET, ...saved?.settings });
  const change = (next: (settings: Settings) => Settings) =>
    documents.change('settings', (saved) => ({ next: { id: 'settings', settings: next(whole(saved)) } }));
  return {
    read: async () => whole(documents.get('settings')),
    save: (settings) => change(() => settings),
    change,
    idle: () => documents.idle(),
  };
}
