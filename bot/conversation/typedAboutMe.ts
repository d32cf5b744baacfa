import { typingWords } from '../../cards/question/typing.ts';
import { type Action, readAction } from '../../cards/verbs.ts';
import { readTypedChoice } from '../checklist/typedAnswer.ts';
import { approverChoice, approverChoices, areas, kinds } from './aboutMe.ts';
import type { House } from './house.ts';
import { longestWhole, typedChoice } from './narrowed.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** About me typed in one line, its parts set off by semicolons: presses Save, and goes on with an open checklist. */
export async function typedAboutMe(house: House, turn: Turn, line: string): Promise<Action> {
  const [organisation = '', kind = '', area = '', role = '', approver = ''] = line
    .split(';')
    .map((part) => part.trim());
  const chosen = (options: readonly { id: string; label: string }[], words: string): string => {
    const read = readTypedChoice(options, words);
    return read.kind === 'answer' ? read.value : words;
  };
  const next = await openCase(house, turn);
  return {
    verb: 'profile.save',
    data: next ? { next } : {},
    inputs: {
      organisation,
      kind: chosen(kinds, kind),
      area: chosen(areas, area),
      'role-title': role,
      ...typedChoice(await approverChoices(house, turn.person), approverChoice.key, approver),
    },
  };
}

/** The checklist to go on with: the one shown last, unless it is over; else the one saved last. */
async function openCase(house: House, { person }: Turn): Promise<string | undefined> {
  const shown = house.lastShown.find(person.id);
  if (shown && (await house.stores.drafts.open(shown.case))) return shown.case;
  return (await house.stores.drafts.list({ owner: person.id }))[0]?.id;
}

/** How to fill in About me by typing, where a typed message led to it. */
export async function withAboutMeHint(house: House, turn: Turn, reply: Reply): Promise<Reply> {
  const actions = (reply.card?.card.actions ?? []) as readonly { verb: string; data: unknown }[];
  const isAboutMe = actions.some(({ verb, data }) => readAction(verb, data)?.verb === 'profile.save');
  if (!isAboutMe || reply.text !== undefined) return reply;
  const named = (options: readonly { label: string }[]) => options.map(({ label }) => label);
  const approvers = await approverChoices(house, turn.person);
  const who = approvers.length > longestWhole ? 'many' : named(approvers);
  return { ...reply, text: typingWords.aboutMe(named(kinds), named(areas), who) };
}
