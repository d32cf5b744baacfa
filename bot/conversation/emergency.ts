import { button } from '../../cards/button.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { banners } from '../../cards/question/question.ts';
import { typingWords } from '../../cards/question/typing.ts';
import type { Handlers } from './actions.ts';
import { checklistActions } from './checklist.ts';
import { mine, startDraft } from './drafts.ts';
import type { House } from './house.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

async function adviceNow(house: House): Promise<string> {
  const { frontDoor, outOfHours } = await house.stores.settings.read();
  return banners.emergency(frontDoor, outOfHours);
}

/** What to do now, with the organisation’s numbers; in the personal chat also the way to record it afterwards. */
export async function emergencyAdvice(house: House, turn: Turn): Promise<Reply> {
  const isPersonal = turn.place === 'personal';
  return {
    card: noticeCard('emergency', {
      banner: await adviceNow(house),
      more: isPersonal ? [typingWords.recordIt] : [],
      actions: isPersonal
        ? [button('Record an emergency', 'checklist.emergency', { case: house.newId() }, 'positive')]
        : [],
    }),
  };
}

const here = '(?:now|outside|inside|at the (?:door|gate|school|house)|is here|on (?:his|her|their) way)';
const armed = '(?:has|have|got|holding|carrying|with|waving) (?:a |an |the )?(?:knife|gun|weapon|machete|axe|petrol)';
const attacked = '(?:is|are|being|getting) (?:[a-z]+ )?(?:attack|stabb|strangl|beat|threaten|kill|hurt|abduct)[a-z]*';
const urgent = new RegExp(
  `\\b(?:in (?:immediate |serious )?danger(?: right)? now|in immediate danger|(?:${armed}|${attacked})\\b.*\\b${here})\\b`,
  'is',
);

/** How much of a message is looked at. */
const longestRead = 500;

/** What answers a message; where it tells of danger there and then, the advice stands before that. */
export async function advised(house: House, turn: Turn, text: string, reply: Reply): Promise<Reply> {
  if (!urgent.test(text.slice(0, longestRead))) return reply;
  const advice = await adviceNow(house);
  const first = turn.place === 'personal' ? `${advice} ${typingWords.recordIt}` : advice;
  return { ...reply, text: reply.text === undefined ? first : `${first}\n\n${reply.text}` };
}

export const emergencyActions = {
  /** Starts a case and answers its first question, as the two buttons would. */
  'checklist.emergency': async (house, turn, { data }) => {
    const started = await startDraft(house, turn, data.case);
    const draft = await mine(house, turn, data.case);
    if (!draft || draft.answers.danger === 'yes') return started;
    return checklistActions['checklist.answer'](house, turn, {
      verb: 'checklist.answer',
      data: { case: draft.id, question: 'danger', revision: draft.revision },
      inputs: { danger: 'yes' },
    });
  },
} satisfies Handlers;
