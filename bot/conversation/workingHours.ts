import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { ReviewPatience } from '../records/reviewPatience.ts';
import type { Weekday, WorkingHours } from '../records/workingHours.ts';
import type { Settings } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { helpCard } from './help.ts';
import type { House } from './house.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

type Hours = WorkingHours & ReviewPatience;

export const dayChoices: readonly { readonly id: Weekday; readonly label: string }[] = [
  { id: 'mon', label: 'Monday' },
  { id: 'tue', label: 'Tuesday' },
  { id: 'wed', label: 'Wednesday' },
  { id: 'thu', label: 'Thursday' },
  { id: 'fri', label: 'Friday' },
  { id: 'sat', label: 'Saturday' },
  { id: 'sun', label: 'Sunday' },
];

export const times = [
  ['opensAt', 'opens-at', 'From what time? For example 09:00'],
  ['closesAt', 'closes-at', 'Until what time? For example 17:00'],
] as const satisfies readonly (readonly [keyof Hours, string, string])[];

/** Each with the one that must come before it. */
export const patience = [
  ['remindHours', 'remind-hours', 'Working hours until I remind the approver', null],
  ['escalateHours', 'escalate-hours', 'Working hours until I tell the IG leads', 'remindHours'],
  ['emergencyRemindHours', 'emergency-remind-hours', 'After an emergency: until I remind the approver', null],
  [
    'emergencyEscalateHours',
    'emergency-escalate-hours',
    'After an emergency: until I tell the IG leads',
    'emergencyRemindHours',
  ],
] as const satisfies readonly (readonly [keyof ReviewPatience, string, string, keyof ReviewPatience | null])[];

const mostHours = 200;

/** `9`, `9:00`, `9.30` and `09:00` as `09:00`; anything else as it was typed. */
function timeIn(typed: string): string {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed.trim()) ?? [];
  const isTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : typed.trim();
}

const isTime = (words: string): boolean => /^\d{2}:\d{2}$/.test(words);

/** What stands after what was typed; what is no whole number counts as 0. */
function read(current: Hours, typed: Inputs): Hours {
  const chosen = (typed['work-days'] ?? current.workDays.join(',')).split(',');
  const numbers = patience.map(([key, input]) => {
    const words = typed[input]?.trim() ?? String(current[key]);
    return [key, /^\d{1,3}$/.test(words) ? Number(words) : 0] as const;
  });
  return {
    workDays: dayChoices.map(({ id }) => id).filter((id) => chosen.includes(id)),
    opensAt: timeIn(typed['opens-at'] ?? current.opensAt),
    closesAt: timeIn(typed['closes-at'] ?? current.closesAt),
    ...(Object.fromEntries(numbers) as Record<keyof ReviewPatience, number>),
  };
}

/** What is wrong, by setting. */
function problemsIn(hours: Hours): Readonly<Partial<Record<keyof Hours, string>>> {
  const found: Partial<Record<keyof Hours, string>> = {};
  if (hours.workDays.length === 0) found.workDays = 'Tell us at least one day';
  for (const [key] of times) if (!isTime(hours[key])) found[key] = 'Tell us a time such as 09:00';
  if (!found.opensAt && !found.closesAt && hours.opensAt >= hours.closesAt)
    found.closesAt = 'Tell us a time later than when work begins';
  for (const [key, , , after] of patience) {
    const least = after && hours[after] <= mostHours ? hours[after] + 1 : 1;
    if (hours[key] < least || hours[key] > mostHours)
      found[key] = `Tell us a whole number of hours from ${least} to ${mostHours}`;
  }
  return found;
}

function form(current: Hours, typed: Inputs = {}): Reply {
  const problems = typed['opens-at'] === undefined ? {} : problemsIn(read(current, typed));
  const at = (key: keyof Hours, value: string) => ({ value, problem: problems[key] ?? '' });
  return {
    card: formCard({
      kind: 'working-hours',
      fields: [
        field('choices', 'work-days', 'On which days do people work?', {
          choices: dayChoices,
          ...at('workDays', typed['work-days'] ?? current.workDays.join(',')),
        }),
        ...times.map(([key, input, label]) => field('text', input, label, at(key, typed[input] ?? current[key]))),
        ...patience.map(([key, input, label]) =>
          field('text', input, label, at(key, typed[input] ?? String(current[key]))),
        ),
      ],
      actions: [button('Save', 'settings.save-hours', {}, 'positive'), button('Other settings', 'settings.open')],
    }),
  };
}

async function save(house: House, turn: Turn, typed: Inputs): Promise<Reply> {
  const current: Settings = await house.stores.settings.read();
  const hours = read(current, typed);
  if (Object.keys(problemsIn(hours)).length > 0) return form(current, typed);
  await house.stores.settings.save({ ...current, ...hours });
  return { card: helpCard(house, turn.person, 'Working hours saved. Reminders follow them from now on.') };
}

const isIgLead = ({ person }: Turn): boolean => person.roles.includes('ig-lead');

/** When people work, and how long a review may wait, as the IG lead sets it. */
export const workingHoursActions = {
  'settings.hours': async (house, turn) =>
    isIgLead(turn) ? form(await house.stores.settings.read()) : { card: noticeCard('not-your-role') },
  'settings.save-hours': async (house, turn, { inputs }) =>
    isIgLead(turn) ? save(house, turn, inputs) : { card: noticeCard('not-your-role') },
} satisfies Handlers;
