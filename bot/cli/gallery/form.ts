import { button } from '../../../cards/button.ts';
import { type Field, field } from '../../../cards/field.ts';
import { formCard } from '../../../cards/form/form.ts';
import { areas, kinds } from '../../conversation/aboutMe.ts';
import { texts } from '../../conversation/settings.ts';
import { settings } from './answerPlace.ts';
import { madeUp, type Sample } from './sample.ts';

const people = Array.from({ length: 9 }, (_, at) => ({ id: `person-${at}`, label: `Sam Sample ${at + 1} (made up)` }));

const proposal = { proposal: madeUp.case, target: 'agreement:mas', field: 'summary', item: 0, base: 0 };

/** About me as it is asked, or sent back with a problem at every input. */
function aboutMe(value: string, problem: string): Field[] {
  return [
    field('text', 'organisation', 'Your organisation', { required: true, value, problem }),
    field('choice', 'kind', 'What kind of organisation is it?', { required: true, choices: kinds, problem }),
    field('choice', 'area', 'Where do you work?', { required: true, choices: areas, value: 'kent', problem }),
    field('text', 'role-title', 'Your role, for example social worker', { required: true, value, problem }),
    field('choice', 'approver', 'Who reviews your decisions?', { choices: people.slice(0, 3), problem }),
  ];
}

/** The forms, empty, filled and sent back. */
export function formSamples(): Sample[] {
  const save = [button('Save and go on', 'profile.save', { next: madeUp.case }, 'positive')];
  return [
    {
      name: 'about me, new',
      card: formCard({
        kind: 'about-me',
        fields: aboutMe('', '').slice(0, 4),
        actions: save,
        more: ['Nobody holds the approver role yet, so your records wait until somebody does.'],
      }),
    },
    {
      name: 'about me, sent back',
      card: formCard({
        kind: 'about-me',
        fields: aboutMe(madeUp.organisation, 'Tell us this in at most 120 characters'),
        actions: save,
      }),
    },
    {
      name: 'settings',
      card: formCard({
        kind: 'settings',
        fields: [
          ...texts.map(([key, label]) => field('text', key.toLowerCase(), label, { value: settings[key] })),
          field('choices', 'default-approvers', 'Approvers for people who have not chosen one', { choices: people }),
        ],
        actions: [button('Save', 'settings.save', {}, 'positive')],
      }),
    },
    {
      name: 'roles, saved',
      card: formCard({
        kind: 'roles',
        fields: [
          field('choice', 'person', 'Who?', { required: true, choices: people }),
          field('choice', 'doing', 'Give or take away?', {
            required: true,
            choices: [
              { id: 'give', label: 'Give' },
              { id: 'take', label: 'Take away' },
            ],
            value: 'give',
          }),
        ],
        more: people.slice(0, 3).map(({ label }) => `${label}: Approver, IG lead`),
        banner: 'Saved. Sam Sample 1 (made up): Approver.',
        actions: [button('Save', 'roles.change', {}, 'positive')],
      }),
    },
    {
      name: 'a change to the knowledge, sent back',
      card: formCard({
        kind: 'knowledge',
        fields: [
          field('text', 'text', 'Summary', {
            value: madeUp.longWords,
            multiline: true,
            problem: 'Tell us the new text',
          }),
          field('text', 'why', 'Why?', { required: true, multiline: true }),
        ],
        more: ['You are changing: a made-up agreement.'],
        actions: [button('Check and propose', 'knowledge.propose', proposal, 'positive')],
      }),
    },
  ];
}
