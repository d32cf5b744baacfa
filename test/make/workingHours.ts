import type { WorkingHours } from '../../bot/records/workingHours.ts';

/** Nine to five, Monday to Friday. */
export const nineToFive: WorkingHours = {
  workDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  opensAt: '09:00',
  closesAt: '17:00',
};
