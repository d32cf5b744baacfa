import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rendered } from '../../cards/render.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, type Speaker } from '../make/speaker.ts';
import { aSubmittedRecord, type Submitted, shareAnswers } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const words = 'Made-up words of some length';
const ids = async () => ({ case: (await at.record()).case });
const shows = ({ card }: Speaker) => JSON.stringify(card.card);

let house: HouseUnderTest;
let at: Submitted;

beforeEach(async () => {
  house = await aHouse();
  at = await aSubmittedRecord(house);
});
afterEach(() => house.close());

describe('A record that is shown in a message of its own', () => {
  it('is named, so that this message is brought up to date too', async () => {
    await at.pat.send('review.open', await ids());
    if (!shows(at.pat).includes('Copy to')) await at.pat.press('More…');
    const source = at.pat.card;
    await at.pat.press('Copy to a new checklist');
    at.pat.card = at.pat.reply.followUp ?? at.pat.card;
    await walkChecklist(at.pat, plausible(shareAnswers));
    await at.pat.press('Submit');
    const copy = at.pat.reply.showsCase;
    await at.pat.press('Copy to a new checklist', {}, source);
    expect(JSON.stringify(at.pat.reply.followUp)).toContain('Waiting for review');
    expect([copy, at.pat.reply.followUpShows]).toEqual([expect.any(String), copy]);
  });
});

describe('What is typed on a card from before', () => {
  it('comes back to an approver who did the same with other words, and changes nothing', async () => {
    const before = at.ari.card;
    await at.ari.press('Return', { reason: 'More, please.' });
    await at.ari.press('Return', { reason: words }, before);
    expect(shows(at.ari)).toContain(words);
    expect(at.ari.card.text).toContain('Nothing has changed');
    expect(await at.events()).toEqual(['submitted', 'returned']);
  });

  it('is the same press with the same words, which says nothing more', async () => {
    const before = at.ari.card;
    const first = await at.ari.press('Return', { reason: words });
    expect((await at.ari.press('Return', { reason: words }, before)).text).toBe(first.text);
    expect(await at.events()).toEqual(['submitted', 'returned']);
  });

  it('is a correction of its own when it says something else', async () => {
    await at.pat.send('review.correction', await ids());
    const form: Rendered = at.pat.card;
    const press = (right: string) => at.pat.press('Add the correction', { wrong: 'The school', right }, form);
    for (const right of ['It is the nursery', 'It is the nursery', words]) await press(right);
    expect(await at.events()).toEqual(['submitted', 'corrected', 'corrected']);
    expect(shows(at.pat)).toContain(words);
  });

  it('comes back to whoever has lost the record, whatever they press, and to nobody else’s eyes', async () => {
    const bo = await aSpeaker(house, 'Bo Second', ['approver']);
    const before = at.ari.card;
    await at.ira.send('review.reassign', { ...(await ids()), revision: 1, in_approver: await bo.id() });
    for (const title of ['Approve', 'Decline', 'Return', 'See all answers']) {
      await at.ari.press(title, { reason: words }, before);
      expect(at.ari.card.text, title).toContain(`somebody else reviews it now`);
      expect(at.ari.card.text, title).toContain(`You wrote this, and it was not kept\n- ${words}`);
    }
    expect(at.ari.card.text).not.toContain((await at.record()).reference);
    expect(await at.events()).toEqual(['submitted', 'reassigned']);
  });

  it('comes back from a form too', async () => {
    const forged = { case: (await at.record()).case, revision: 1 };
    await at.ira.send('review.correction', await ids());
    await house.stores.people.change(await at.ira.id(), (found) => ({ ...found, roles: [] }));
    await at.ira.press('Add the correction', { wrong: 'The school', right: words });
    expect(at.ira.card.text).toContain(`You wrote this, and it was not kept\n- The school\n- ${words}`);
    await at.ira.send('review.reassign', { ...forged, in_approver: 'x', in_reason: words });
    expect(at.ira.card.text).toContain(`You wrote this, and it was not kept\n- ${words}`);
    await at.ira.send('review.shared', { ...forged, in_what: words });
    expect(at.ira.card.text).toContain(`You wrote this, and it was not kept\n- ${words}`);
    expect(await at.events()).toEqual(['submitted']);
  });

  it('comes back without what was taken out of it', async () => {
    const before = at.ari.card;
    await house.stores.people.change(await at.ari.id(), (found) => ({ ...found, roles: [] }));
    await at.ari.press('Decline', { reason: `NHS number 943 476 5919. ${words}` }, before);
    expect(at.ari.card.text).toContain(words);
    expect(shows(at.ari)).not.toContain('943 476');
  });
});
