import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Settings } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { offered } from './inputs.ts';
import { type Named, named } from './named.ts';
import { choosing, chosenOf, findButton, unconfirmed } from './narrowed.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** The option that takes an approver away. */
const nobody: Named = { id: 'nobody', name: '', said: '', label: 'Nobody: take away who is set' };
const noAgreement = { id: 'none', label: 'No agreement we hold' };

interface Option {
  readonly id: string;
  readonly label: string;
}

const agreements = (house: House): Option[] => [
  ...[...house.knowledge.current().agreements.values()].map(({ id, shortName }) => ({ id, label: shortName })),
  noAgreement,
];

const whoReviews = { key: 'approver', label: 'Who reviews what is shared under it?' } as const;

const approvers = async (house: House): Promise<Named[]> => named(await house.stores.people.withRole('approver'));

/** What is set, a sentence each. */
async function listed(house: House, { agreementApprovers }: Settings): Promise<string[]> {
  const holders = await approvers(house);
  const titles = new Map(agreements(house).map(({ id, label }) => [id, label]));
  const lines = agreementApprovers.map(({ agreement, approver }) => {
    const who = holders.find(({ id }) => id === approver)?.label ?? 'somebody who is no approver any more';
    return `${titles.get(agreement) ?? agreement}: ${who}.`;
  });
  return lines.length > 0 ? lines : ['Nobody is set for any agreement yet.'];
}

interface Shown {
  readonly typed?: Inputs;
  readonly problems?: Readonly<Partial<Record<'agreement' | 'approver', string>>>;
  readonly banner?: string;
}

async function form(house: House, { typed = {}, problems = {}, banner = '' }: Shown = {}): Promise<Reply> {
  const people = await approvers(house);
  return {
    card: formCard({
      kind: 'routing',
      fields: [
        field('choice', 'agreement', 'Which agreement?', {
          required: true,
          choices: agreements(house),
          value: typed.agreement ?? '',
          problem: problems.agreement ?? '',
        }),
        ...choosing({
          ...whoReviews,
          people,
          besides: [nobody],
          typed,
          required: true,
          problem: problems.approver ?? '',
        }),
      ],
      more: await listed(house, await house.stores.settings.read()),
      banner,
      actions: [
        button('Save', 'routing.save', {}, 'positive'),
        ...findButton([{ people }], 'routing.open'),
        button('Back to settings', 'settings.open'),
      ],
    }),
  };
}

async function save(house: House, typed: Inputs): Promise<Reply> {
  const agreement = offered(agreements(house), typed.agreement);
  const people = await approvers(house);
  const approver = chosenOf([...people, nobody], typed, whoReviews.key);
  const toFind = unconfirmed(typed, { ...whoReviews, people });
  if (toFind) return form(house, { typed, problems: { approver: toFind } });
  if (!agreement || !approver)
    return form(house, { typed, problems: { agreement: 'Tell us which agreement, and who reviews it' } });
  const mine = approver === nobody ? [] : [{ agreement: agreement.id, approver: approver.id }];
  await house.stores.settings.change((settings) => ({
    ...settings,
    agreementApprovers: [...settings.agreementApprovers.filter((one) => one.agreement !== agreement.id), ...mine],
  }));
  const said = approver === nobody ? 'nobody in particular any more' : approver.label;
  return form(house, { banner: `Saved. ${agreement.label}: ${said}. What is submitted from now on goes there.` });
}

const isIgLead = (turn: Turn): boolean => turn.person.roles.includes('ig-lead');

/** An IG lead sets who reviews what is shared under which agreement. */
export const routingActions = {
  'routing.open': async (house, turn, { inputs }) =>
    isIgLead(turn) ? form(house, { typed: inputs }) : { card: noticeCard('not-your-role') },
  'routing.save': async (house, turn, { inputs }) =>
    isIgLead(turn) ? save(house, inputs) : { card: noticeCard('not-your-role') },
} satisfies Handlers;
