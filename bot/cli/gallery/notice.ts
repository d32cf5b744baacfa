import { button } from '../../../cards/button.ts';
import {
  dangerSection,
  headWords,
  noticeCard,
  noticeKinds,
  setAsideWords,
  waitingWords,
} from '../../../cards/notice/notice.ts';
import { contactsOf } from '../../conversation/answerView.ts';
import { settings } from './answerPlace.ts';
import { madeUp, type Sample } from './sample.ts';

const steps = [
  button('Start the checklist', 'checklist.start', { case: madeUp.case }, 'positive'),
  button('My drafts', 'register.drafts'),
  button('My records', 'register.mine'),
  button('Pending', 'register.pending'),
  button('Settings', 'settings.open'),
  button('About me', 'profile.open'),
];

/** Every fixed notice, and those that carry more. */
export function noticeSamples(): Sample[] {
  const fixed = noticeKinds.map((kind): Sample => ({ name: kind, card: noticeCard(kind) }));
  const help = [dangerSection(settings.frontDoor, settings.outOfHours), contactsOf(settings)];
  return [
    ...fixed,
    ...Object.entries(setAsideWords).map(
      ([what, more]): Sample => ({ name: `set-aside, of ${what}`, card: noticeCard('set-aside', { more }) }),
    ),
    {
      name: 'welcome, with decisions waiting',
      card: noticeCard('welcome', { banner: waitingWords(3), actions: steps }),
    },
    {
      name: 'daily-head, with the head',
      card: noticeCard('daily-head', { more: [headWords.head(madeUp.head), headWords.proof(madeUp.head)] }),
    },
    {
      name: 'nothing-held, with whom to ask',
      card: noticeCard('nothing-held', {
        sections: help,
        actions: [button('Send this to the IG team', 'escalate.show', { question: madeUp.question })],
      }),
    },
    {
      name: 'discard, asking first',
      card: noticeCard('discard', {
        actions: [
          button('Keep it', 'checklist.resume', { case: madeUp.case }, 'positive'),
          button('Yes, discard it', 'checklist.discard-now', { case: madeUp.case, revision: 1 }, 'destructive'),
        ],
      }),
    },
  ];
}
