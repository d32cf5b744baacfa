import type { Settings } from './ports.ts';

/** Before an IG lead has set anything. */
export const unsetSettings: Settings = {
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
