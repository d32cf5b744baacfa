import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import type { Speaker } from '../make/speaker.ts';
import { aSubmittedRecord, type Submitted } from '../make/submittedRecord.ts';

let house: HouseUnderTest;
let there: Submitted;
beforeEach(async () => {
  house = await aHouse();
  there = await aSubmittedRecord(house);
});
afterEach(() => house.close());

const words = { in_reason: 'Made-up words.', in_wrong: 'Made-up words.', in_right: 'Other words.' };
const shared = { in_what: 'A', in_on: '2026-11-20', 'in_to-role': 'B', 'in_to-organisation': 'C', in_how: 'D' };

/** Sends what only somebody else’s card holds; gives what the card then says first. */
async function refused(who: Speaker, verb: string): Promise<string> {
  const { case: id, revision } = await there.record();
  const asksFirst = ['review.correction', 'review.sharing', 'review.approvers', 'checklist.complete'].includes(verb);
  await who.send(verb, asksFirst ? { case: id } : { case: id, revision, ...words, ...shared });
  expect(who.card.text).toContain('Nothing has changed.');
  expect(await there.events()).toEqual(['submitted']);
  return who.card.text;
}

const maker = 'Only the person who made this record';
const lead = 'Only an IG lead can';

describe('What is not somebody’s to do is refused in words about just that', () => {
  it.each([
    ['review.correction', `${maker}, or an IG lead, can correct it`],
    ['review.correct', `${maker}, or an IG lead, can correct it`],
    ['review.sharing', `${maker} can say that it was shared`],
    ['review.shared', `${maker} can say that it was shared`],
    ['review.withdraw', `${maker} can withdraw it; once they have left, an IG lead can`],
    ['review.stop', `${maker} can say that it is not shared`],
    ['review.close', `${maker} can close it`],
    ['review.escalate', `${maker} can tell the IG leads that it waits`],
    ['checklist.complete', `${maker} can hand it in again`],
    ['review.advise', `${lead} advise on this record`],
    ['review.approvers', `${lead} give this record to another approver`],
    ['review.reassign', `${lead} give this record to another approver`],
    ['review.ask-disposal', `${lead} ask to dispose of a record`],
    ['review.keep', `${lead} say whether a record is kept`],
    ['review.dispose', `${lead} say whether a record is kept`],
  ])('to its approver: %s', async (verb, sentence) => {
    expect(await refused(there.ari, verb)).toContain(sentence);
  });

  it.each([
    ['review.approve', 'Only whoever has this record to review can decide on it'],
    ['review.decline', 'Only whoever has this record to review can decide on it'],
    ['review.return', 'Only whoever has this record to review can decide on it'],
    ['review.ask-lead', 'Only its approver can ask the IG lead'],
    ['review.withdraw', `${maker} can withdraw it; once they have left, an IG lead can`],
    ['review.close', 'That cannot be done to the record as it stands now'],
  ])('to an IG lead whom it does not wait for: %s', async (verb, sentence) => {
    expect(await refused(there.ira, verb)).toContain(sentence);
  });

  it.each(['review.approve', 'review.advise', 'review.approvers', 'review.revoke', 'review.dispose'])(
    'to the person who made it: %s',
    async (verb) => {
      expect(await refused(there.pat, verb)).toContain(
        'This is your own record, so that is for somebody else to decide',
      );
    },
  );

  it('and what they typed comes back, to be copied', async () => {
    for (const verb of ['review.correct', 'review.advise', 'review.withdraw', 'review.reassign']) {
      await refused(there.ari, verb);
      expect(JSON.stringify(there.ari.card.card), verb).toContain('Made-up words.');
    }
  });
});
