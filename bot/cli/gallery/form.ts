import { button } from '../../../cards/button.ts';
import { type Field, field } from '../../../cards/field.ts';
import { findingWords } from '../../../cards/form/finding.ts';
import { formCard } from '../../../cards/form/form.ts';
import { leaverWords } from '../../../cards/notice/leaver.ts';
import { areas, kinds } from '../../conversation/aboutMe.ts';
import { texts } from '../../conversation/settings.ts';
import { dayChoices, patience, times } from '../../conversation/workingHours.ts';
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
        actions: [
          button('Save', 'settings.save', {}, 'positive'),
          button('Working hours and reminders', 'settings.hours'),
        ],
      }),
    },
    {
      name: 'working hours, sent back',
      card: formCard({
        kind: 'working-hours',
        fields: [
          field('choices', 'work-days', 'On which days do people work?', { choices: dayChoices, value: 'mon,tue' }),
          ...times.map(([key, input, label]) =>
            field('text', input, label, { value: settings[key], problem: 'Tell us a time such as 09:00' }),
          ),
          ...patience.map(([key, input, label]) => field('text', input, label, { value: String(settings[key]) })),
        ],
        actions: [button('Save', 'settings.save-hours', {}, 'positive'), button('Other settings', 'settings.open')],
      }),
    },
    {
      name: 'who covers for me, among very many approvers',
      card: formCard({
        kind: 'cover',
        fields: [
          field('text', 'find-by', findingWords.box('Who covers for you?'), { required: true }),
          field('choice', 'by', findingWords.found('sam', 4, 4), { choices: people.slice(0, 4) }),
        ],
        actions: [button('Save', 'cover.save', {}, 'positive'), button(findingWords.button, 'cover.open')],
      }),
    },
    {
      name: 'who covers for me',
      card: formCard({
        kind: 'cover',
        fields: [
          field('choice', 'by', 'Who covers for you?', { required: true, choices: people.slice(0, 3) }),
          field('date', 'from', 'First day', { required: true, value: '2031-01-31' }),
          field('date', 'to', 'Last day', {
            required: true,
            problem: 'Tell us a last day that is not before the first',
          }),
        ],
        more: ['Sam Sample 4 (made up) covers for you from Monday 6 January 2031 to Friday 10 January 2031.'],
        actions: [
          button('Save', 'cover.save', {}, 'positive'),
          button('Stop: Sam Sample 4 (made up)', 'cover.stop', { cover: madeUp.case }),
        ],
      }),
    },
    {
      name: 'handing over from somebody who has left',
      card: formCard({
        kind: 'leaver',
        fields: [
          field('choice', 'approver', 'Who reviews what waits with them? Without a name the IG leads do', {
            choices: people.slice(0, 3),
          }),
          field('choice', 'colleague', 'Who goes on with their drafts? Without a name they stay as they are', {
            choices: people,
          }),
        ],
        more: [leaverWords.name('Sam Sample 1 (made up)', { drafts: 2, reviews: 1, records: 1 }), leaverWords.records],
        banner: leaverWords.handed('Sam Sample 1 (made up)', { drafts: 1, reviews: 1 }, { drafts: 2, reviews: 3 }),
        actions: [
          button('They have left: hand over', 'leavers.hand-over', { person: madeUp.case }, 'destructive'),
          button('Open SR-MADE-UP', 'review.open', { case: madeUp.case }),
          button('Back to the list', 'leavers.list'),
        ],
      }),
    },
    {
      name: 'approvers by agreement',
      card: formCard({
        kind: 'routing',
        fields: [
          field('choice', 'agreement', 'Which agreement?', { required: true, choices: people }),
          field('choice', 'approver', 'Who reviews what is shared under it?', { required: true, choices: people }),
        ],
        more: ['MAS: Sam Sample 1 (made up).', 'No agreement we hold: Sam Sample 2 (made up).'],
        banner: 'Saved. MAS: Sam Sample 1 (made up). What is submitted from now on goes there.',
        actions: [button('Save', 'routing.save', {}, 'positive'), button('Back to settings', 'settings.open')],
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
