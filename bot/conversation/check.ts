import { placeOf } from '../checklist/steps.ts';
import type { Handlers } from './actions.ts';
import { placeCard } from './checklistView.ts';
import { checkOf } from './checkView.ts';
import { caseFor, onCheck } from './drafts.ts';
import { submitDraft } from './submit.ts';

/** What is pressed on check-your-answers. */
export const checkActions = {
  'checklist.check': (house, turn, { data }) =>
    onCheck(house, turn, data, async (draft) => {
      const theCase = caseFor(house, turn, draft);
      // A newer publish may ask something more of a draft that was ready.
      const isReady = placeOf(theCase).kind === 'check';
      return {
        card: isReady
          ? await checkOf(house, turn.person, draft, theCase, { page: data.page })
          : await placeCard(house, turn.person, draft),
      };
    }),
  'checklist.submit': (house, turn, { data }) => onCheck(house, turn, data, (draft) => submitDraft(house, turn, draft)),
} satisfies Handlers;
