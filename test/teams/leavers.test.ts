import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { againId } from '../../bot/records/submit.ts';
import { ids, press } from '../make/activity.ts';
import { type BotUnderTest, startBotUnderTest } from '../make/botUnderTest.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aDraft } from '../make/record.ts';
import { aSpeaker, type Speaker, told } from '../make/speaker.ts';
import { aSubmittedRecord, type Submitted } from '../make/submittedRecord.ts';

let house: HouseUnderTest;
let bot: BotUnderTest;
let at: Submitted;
let sam: Speaker;

beforeAll(async () => {
  house = await aHouse();
  Object.assign(house, { now: () => new Date() });
  at = await aSubmittedRecord(house);
  sam = await aSpeaker(house, 'Sam Colleague');
  bot = await startBotUnderTest({ house });
}, 60_000);
afterAll(async () => {
  await bot?.close();
  await house?.close();
});

/** Presses over HTTP, with a signed token, and gives the card that answers. */
async function pressed({ directoryId }: Speaker, verb: string, data: object): Promise<string> {
  const from = { id: `29:${directoryId}`, name: '', aadObjectId: directoryId };
  const conversation = { id: `chat-${directoryId}`, conversationType: 'personal', tenantId: ids.tenant };
  const answer = await bot.say(press(bot.connector.url, verb, data, { from, conversation }));
  expect(answer.json?.type).toBe('application/vnd.microsoft.card.adaptive');
  return JSON.stringify(answer.json?.value);
}

describe('Over HTTP, what a requester who has left had begun', () => {
  it('is handed over by an IG lead alone, and goes on with a colleague, while the IG leads hear of the record', async () => {
    house.members.connect(async () => 'member');
    const { case: id, reference, revision } = await at.record();
    expect(await pressed(at.ari, 'review.return', { case: id, revision, in_reason: 'Made up: say more.' })).toContain(
      reference,
    );
    const again = aDraft({ owner: await at.pat.id(), id: againId(id, 1), resubmits: id });
    await house.stores.drafts.save(again, 0);
    const hands = { person: await at.pat.id(), in_colleague: await sam.id() };
    expect(await pressed(at.ari, 'leavers.hand-over', hands)).toContain('another role');
    expect(await house.stores.drafts.ofOwner(await sam.id())).toEqual([]);
    expect(await pressed(at.ira, 'leavers.hand-over', hands)).toContain(
      'Handed over from Pat Practitioner: one draft.',
    );
    expect((await told(house, sam))[0]?.text).toContain(`It was to go on from ${reference}`);
    const [mine] = await house.stores.drafts.ofOwner(await sam.id());
    expect(await pressed(sam, 'checklist.resume', { case: mine?.id })).toContain('checklist.answer');
    expect(await pressed(at.ira, 'leavers.records', { person: await at.pat.id() })).toContain(reference);
    expect(await pressed(sam, 'leavers.records', { person: await at.pat.id() })).not.toContain(reference);
  });
});
