import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Settings } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { offered } from './inputs.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** The option that takes an approver away. */
const nobody = { id: 'nobody', label: 'Nobody: take away who is set' };
const noAgreement = { id: 'none', label: 'No agreement we hold' };

interface Option {
  readonly id: string;
  readonly label: string;
}

const agreements = (house: House): Option[] => [
  ...[...house.knowledge.current().agreements.values()].map(({ id, shortName }) => ({ id, label: shortName })),
  noAgreement,
];

const approvers = async (house: House): Promise<Option[]> =>
  (await house.stores.people.withRole('approver')).map(({ id, name }) => ({ id, label: name }));

/** What is set, a sentence each. */
async function listed(house: House, { agreementApprovers }: Settings): Promise<string[]> {
  const holders = await approvers(house);
  const named = new Map(agreements(house).map(({ id, label }) => [id, label]));
  const lines = agreementApprovers.map(({ agreement, approver }) => {
    const who = holders.find(({ id }) => id === approver)?.label ?? 'somebody who is no approver any more';
    return `${named.get(agreement) ?? agreement}: ${who}.`;
  });
  return lines.length > 0 ? lines : ['Nobody is set for any agreement yet.'];
}

async function form(house: House, typed: Inputs = {}, problem = '', banner = ''): Promise<Reply> {
  const choices = [...(await approvers(house)), nobody];
  return {
    card: formCard({
      kind: 'routing',
      fields: [
        field('choice', 'agreement', 'Which agreement?', {
          required: true,
          choices: agreements(house),
          value: typed.agreement ?? '',
          problem,
        }),
        field('choice', 'approver', 'Who reviews what is shared under it?', {
          required: true,
          choices,
          value: typed.approver ?? '',
        }),
      ],
      more: await listed(house, await house.stores.settings.read()),
      banner,
      actions: [button('Save', 'routing.save', {}, 'positive'), button('Back to settings', 'settings.open')],
    }),
  };
}

async function save(house: House, typed: Inputs): Promise<Reply> {
  const agreement = offered(agreements(house), typed.agreement);
  const approver = offered([...(await approvers(house)), nobody], typed.approver);
  if (!agreement || !approver) return form(house, typed, 'Tell us which agreement, and who reviews it');
  const mine = approver === nobody ? [] : [{ agreement: agreement.id, approver: approver.id }];
  await house.stores.settings.change((settings) => ({
    ...settings,
    agreementApprovers: [...settings.agreementApprovers.filter((one) => one.agreement !== agreement.id), ...mine],
  }));
  const said = approver === nobody ? 'nobody in particular any more' : approver.label;
  return form(house, {}, '', `Saved. ${agreement.label}: ${said}. What is submitted from now on goes there.`);
}

const isIgLead = (turn: Turn): boolean => turn.person.roles.includes('ig-lead');

/** An IG lead sets who reviews what is shared under which agreement. */
export const routingActions = {
  'routing.open': async (house, turn) => (isIgLead(turn) ? form(house) : { card: noticeCard('not-your-role') }),
  'routing.save': async (house, turn, { inputs }) =>
    isIgLead(turn) ? save(house, inputs) : { card: noticeCard('not-your-role') },
} satisfies Handlers;
