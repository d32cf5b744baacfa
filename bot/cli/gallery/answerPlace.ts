import type { AnswerPlace } from '../../conversation/answerView.ts';
import type { Settings } from '../../stores/ports.ts';
import { unsetSettings } from '../../stores/unsetSettings.ts';
import { madeUp } from './sample.ts';

export const settings: Settings = {
  ...unsetSettings,
  organisation: madeUp.organisation,
  igContact: 'Information governance team, ig@example.invalid',
  dpoContact: 'Data protection officer, dpo@example.invalid',
  caldicottContact: 'Caldicott Guardian, caldicott@example.invalid',
  frontDoor: 'Children’s front door, 020 7946 0000',
  outOfHours: 'Emergency duty team, 020 7946 0999',
};

/** The personal chat of somebody who asked. */
export const answerPlace: AnswerPlace = {
  today: madeUp.today,
  settings,
  newCase: madeUp.case,
  question: madeUp.question,
};
