import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, inputKeys, type Speaker, told } from '../make/speaker.ts';
import { about, theOnlyRecord } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const answers = { danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' };

let house: HouseUnderTest;
let pat: Speaker;
let ari: Speaker;
let ira: Speaker;

beforeEach(async () => {
  house = await aHouse();
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
});
afterEach(() => house.close());

/** A record that waits for Ari, or for the IG leads. */
async function submitted(approver: Speaker | null = ari): Promise<void> {
  await pat.say('about me');
  await pat.press('Save', { ...about, ...(approver && { approver: await approver.id() }) });
  await pat.say('start');
  await walkChecklist(pat, plausible(answers));
  await pat.press('Submit');
  for (const one of [ari, ira]) one.card = (await told(house, one))[0] ?? one.card;
  await told(house, pat);
}

const theRecord = () => theOnlyRecord(house);

const events = async () => (await theRecord()).events.map(({ type }) => type);
const titles = ({ card }: Speaker) => buttons(card).map(({ title }) => title);
const typedOn = ({ card }: Speaker) => JSON.stringify(card.card);
/** Presses what stands behind *More…* too. */
async function press(who: Speaker, title: string, typed: Readonly<Record<string, string>> = {}) {
  if (!titles(who).some((one) => one.startsWith(title))) await who.press('More…');
  return who.press(title, typed);
}
async function open(who: Speaker) {
  return who.send('review.open', { case: (await theRecord()).case });
}

describe('A record that is returned', () => {
  beforeEach(() => submitted());

  it('comes back with what is missing, is put right, and shows its reviewer what changed', async () => {
    await ari.press('Return', {});
    expect(typedOn(ari)).toContain('Tell us what is missing');
    await ari.press('Return', { reason: 'Say what the school is for.' });
    expect(ari.card.text).toContain('who made it has been asked for more');
    const [back] = await told(house, pat);
    expect(back?.text).toContain('What is missing: Say what the school is for.');
    expect(back?.text).toContain('Your record came back');
    await pat.press('Put it right', {}, back);
    expect(pat.card.text).toContain('Check your answers');
    await press(pat, 'See all answers');
    while (!pat.card.text.includes('What do you decide, and why?')) await pat.press('Next page');
    await pat.press('What do you decide, and why? Change');
    await walkChecklist(pat, plausible({ ...answers, rationale: 'Words that are new.' }));
    await pat.press('Submit');
    expect(await events()).toEqual(['submitted', 'returned', 'resubmitted']);
    expect((await theRecord()).review).toBe('awaiting');
    const [again] = await told(house, ari);
    expect(again?.text).toContain('Ari Approver asked for more: Say what the school is for.');
    expect(again?.text).toMatch(/Changed: .*\n- .*Words that are new\. \(was: Made-up words for a test\)/);
    expect(again?.text.indexOf('Changed: ')).toBeLessThan(again?.text.indexOf('The decision') ?? 0);
    await ari.press('Approve', {}, again);
    expect((await theRecord()).review).toBe('approved');
  });

  it('begins one draft however often it is put right, with the answers filled in', async () => {
    await ari.press('Return', { reason: 'More.' });
    const [back] = await told(house, pat);
    await Promise.all([1, 2, 3].map(() => pat.press('Put it right', {}, back)));
    const drafts = await house.stores.drafts.list({ owner: await pat.id() });
    expect(drafts).toHaveLength(1);
    const { submission, case: id } = await theRecord();
    expect(await house.stores.drafts.open(drafts[0]?.id ?? '')).toMatchObject({
      resubmits: id,
      answers: submission.answers,
    });
  });

  it('is not decided on from a card from before', async () => {
    const before = ari.card;
    await ari.press('Return', { reason: 'More.' });
    await press(pat, 'Put it right', {}).catch(() => open(pat).then(() => press(pat, 'Put it right')));
    await walkChecklist(pat, plausible(answers));
    await pat.press('Submit');
    await ari.press('Approve', { reason: 'A made-up comment.' }, before);
    expect(ari.card.text).toContain('Something to read has come in');
    expect(typedOn(ari)).toContain('A made-up comment.');
    expect((await theRecord()).review).toBe('awaiting');
  });
});

describe('The IG lead', () => {
  beforeEach(() => submitted());

  it('is asked, advises, and the approver decides with the advice before them', async () => {
    await press(ari, 'Ask the IG lead', { reason: 'Is this the right law?' });
    const [asked] = await told(house, ira);
    expect(asked?.text).toContain('Ari Approver asked the IG leads: Is this the right law?');
    expect(titles({ ...ira, card: asked ?? ira.card })).toEqual(
      expect.arrayContaining(['Approve', 'Decline', 'Return for more', 'Advise the approver']),
    );
    await ira.press('Advise', { reason: 'Yes, with less detail.' }, asked);
    expect(ira.card.text).toContain('Ari Approver has it to review');
    const [advice] = await told(house, ari);
    expect(advice?.text).toContain('Ira Lead advised: Yes, with less detail.');
    await ari.press('Approve', {}, advice);
    expect(await events()).toEqual(['submitted', 'asked-ig-lead', 'advised', 'approved']);
  });

  it('finds the card up to date on which they advised or only looked, whatever happens to the record then', async () => {
    await house.stores.outbox.posted({ case: (await theRecord()).case, person: await ira.id(), activityId: 'a-card' });
    const shown = async () => (await told(house, ira)).map(({ text }) => text);
    await ari.press('Approve', {});
    expect(await shown()).toEqual([expect.stringContaining('Approved by Ari Approver')]);
    await open(pat);
    await press(pat, 'Not sharing after all', { reason: 'The family moved away.' });
    expect(await shown()).toEqual([expect.stringContaining('sharing stopped')]);
  });

  it('gives the record to another approver, and whoever had it need not act any more', async () => {
    const bo = await aSpeaker(house, 'Bo Approver', ['approver']);
    await open(ira);
    await press(ira, 'Give to another approver');
    expect(inputKeys(ira.card)).toEqual(['approver', 'reason']);
    expect(typedOn(ira)).not.toContain('Ari Approver');
    expect(typedOn(ira)).not.toContain('Pat Practitioner');
    const form = ira.card;
    await ira.press('Give it', { approver: await pat.id(), reason: 'Ari is away.' });
    expect(typedOn(ira)).toContain('Tell us who reviews it from now on');
    expect(typedOn(ira)).toContain('Ari is away.');
    await ira.press('Give it', { approver: await bo.id(), reason: 'Ari is away.' }, form);
    await ira.press('Give it', { approver: await bo.id(), reason: 'Ari is away.' }, form);
    expect(await events()).toEqual(['submitted', 'reassigned']);
    expect((await theRecord()).approver).toBe(await bo.id());
    const [asked] = await told(house, bo);
    expect(asked?.text).toContain('waiting for your review');
    await ari.press('Approve', {}, ari.card);
    expect((await theRecord()).review).toBe('awaiting');
    expect(ari.card.text).toContain('I cannot open that here');
  });
});

describe('Its requester', () => {
  beforeEach(() => submitted());

  it('withdraws it before a decision, and those who were asked hear that it is not needed', async () => {
    await press(pat, 'Withdraw', { reason: 'The parent agreed.' });
    expect(pat.card.text).toContain('You withdrew it');
    expect((await told(house, ari))[0]?.text).toContain('No longer needed');
    await ari.press('Approve', {}, ari.card);
    expect(ari.card.text).toContain('has withdrawn it, so nobody reviews it any more');
    expect((await theRecord()).review).toBe('withdrawn');
  });

  const shared = {
    what: 'The school’s record',
    on: '2026-11-21',
    'to-role': 'Head teacher',
    'to-organisation': 'Exampleton School',
    how: 'Secure email',
    receipt: 'They replied',
  };

  it('says after the approval how it was shared, in a form that the answers fill in', async () => {
    await ari.press('Approve');
    await open(pat);
    await press(pat, 'I have shared it');
    expect(inputKeys(pat.card)).toEqual(['what', 'on', 'to-role', 'to-organisation', 'how', 'receipt', 'reason']);
    const { answers: given } = (await theRecord()).submission;
    expect(typedOn(pat)).toContain(String(given['recipient-organisation']));
    expect(typedOn(pat)).toContain('2026-11-22');
    const form = pat.card;
    await pat.press('Keep this', { ...shared, on: '2026-11-23', how: ' ' });
    expect(typedOn(pat)).toContain('Tell us a day that is not in the future');
    expect(typedOn(pat)).toContain('Tell us how it was sent');
    expect(typedOn(pat)).toContain(shared.what);
    await Promise.all([1, 2, 3].map(() => pat.press('Keep this', shared, form)));
    expect(await events()).toEqual(['submitted', 'approved', 'disclosure-made']);
    expect((await theRecord()).disclosure).toBe('made');
    expect((await open(pat)).text).toContain(
      'already shared. On Saturday 21 November 2026, to Head teacher, Exampleton School, by Secure email',
    );
  });

  it('may have shared it before the review, and says why; nothing typed is lost when they do not', async () => {
    await press(pat, 'I have shared it');
    await pat.press('Keep this', { ...shared, reason: '' });
    expect(typedOn(pat)).toContain('Tell us why it could not wait');
    expect(typedOn(pat)).toContain(shared.receipt);
    await pat.press('Keep this', { ...shared, reason: 'The child was at the gate. Ring 07700 900123.' });
    expect(pat.card.text).toContain('I took a phone number out');
    expect(await theRecord()).toMatchObject({ review: 'awaiting', disclosure: 'made' });
    expect(JSON.stringify((await theRecord()).events)).not.toContain('900123');
    await open(pat);
    await pat.press('More…').catch(() => pat.card);
    expect(titles(pat)).not.toContain('Withdraw');
    expect((await told(house, ari))[0]?.text).toContain('says that it was shared');
    await ari.press('Approve', {}, await open(ari));
    expect((await theRecord()).review).toBe('approved');
  });

  it('alerts approver and IG leads when they shared what was declined', async () => {
    await ari.press('Decline', { reason: 'No.' });
    await told(house, ira);
    await open(pat);
    await press(pat, 'I have shared it');
    await pat.press('Keep this', { ...shared, reason: 'It had gone already.' });
    for (const one of [ari, ira])
      expect((await told(house, one)).map(({ text }) => text).join()).toContain('nobody had agreed to that');
    expect(await theRecord()).toMatchObject({ review: 'declined', disclosure: 'made' });
  });

  it('stops it, and closes it once it is over', async () => {
    await ari.press('Approve');
    await open(pat);
    await press(pat, 'Not sharing after all', {});
    expect(typedOn(pat)).toContain('Tell us why it is not shared');
    await press(pat, 'Not sharing after all', { reason: 'The parent agreed.' });
    expect(pat.card.text).toContain('sharing stopped');
    expect(pat.card.text).not.toContain('You may go ahead');
    await press(pat, 'Close the record');
    expect(await events()).toEqual(['submitted', 'approved', 'stopped', 'closed']);
    expect(pat.card.text).toContain('Closed on 22 November 2026');
    expect(pat.card.text).toContain('nothing more is expected');
  });

  it('closes it once, and what happens to it afterwards opens it again', async () => {
    await ari.press('Approve');
    await open(pat);
    await press(pat, 'I have shared it');
    await pat.press('Keep this', shared);
    await press(pat, 'Close the record');
    const { case: id, revision } = await theRecord();
    await pat.send('review.close', { case: id, revision });
    expect(typedOn(pat)).toContain('That cannot be done to the record as it stands now');
    expect(pat.card.text).toContain('Closed on 22 November 2026');
    await pat.say('my records');
    expect(pat.card.text).toContain('approved and closed');
    await house.restart();
    expect((await theRecord()).closedAt).toBe('2026-11-22T10:00:00.000Z');
    await open(ari);
    await press(ari, 'Take the approval back', { reason: 'The wrong child.' });
    expect(await theRecord()).toMatchObject({ review: 'declined', closedAt: null });
    expect(await events()).toEqual(['submitted', 'approved', 'disclosure-made', 'closed', 'revoked']);
  });

  it('hears when the approval is taken back, and whom to tell', async () => {
    await ari.press('Approve');
    await open(pat);
    await press(pat, 'I have shared it');
    await pat.press('Keep this', shared);
    await told(house, pat);
    await open(ari);
    await press(ari, 'Take the approval back', { reason: 'The wrong child.' });
    expect(await theRecord()).toMatchObject({ review: 'declined', disclosure: 'stopped' });
    const text = (await told(house, pat))[0]?.text;
    expect(text).toContain('The wrong child.');
    expect(text).toMatch(/Tell them that the sharing has stopped\n- Head teacher, Exampleton School/);
  });
});

describe('A correction', () => {
  beforeEach(() => submitted());
  const words = { wrong: 'The school is named as Specimen Primary. Ring 07700 900123.', right: 'It is the nursery' };

  it('stands beside what it corrects, which stays as it was, and its approver is told', async () => {
    const before = await theRecord();
    await press(pat, 'Correct something');
    expect(inputKeys(pat.card)).toEqual(['wrong', 'right']);
    const form = pat.card;
    await pat.press('Add the correction', { ...words, right: ' ' });
    expect(typedOn(pat)).toContain('Tell us what is right');
    expect(typedOn(pat)).toContain('Specimen Primary');
    await pat.press('Add the correction', { ...words, right: 'x'.repeat(1001) });
    expect(typedOn(pat)).toContain('Tell us this in at most 1000 characters');
    await Promise.all([1, 2].map(() => pat.press('Add the correction', words, form)));
    expect(await events()).toEqual(['submitted', 'corrected']);
    const { submission, review } = await theRecord();
    expect({ submission, review }).toEqual({ submission: before.submission, review: 'awaiting' });
    expect(JSON.stringify((await theRecord()).events)).not.toContain('900123');
    const [card] = await told(house, ari);
    expect(card?.text).toContain('Something in this record was put right');
    expect(card?.text).toMatch(/Corrections\n- Pat Practitioner, .*Specimen Primary.*Right: It is the nursery/);
    await press(ari, 'What happened', {});
    expect(ari.card.text).toMatch(/Corrected, by Pat Practitioner\. Wrong: .* Right: It is the nursery/);
  });

  it('holds back once a decision that was made without it', async () => {
    const before = ari.card;
    await press(pat, 'Correct something');
    await pat.press('Add the correction', words);
    await ari.press('Approve', { reason: 'A made-up comment.' }, before);
    expect(ari.card.text).toContain('Something to read has come in');
    expect(ari.card.text).toContain('It is the nursery');
    expect((await theRecord()).review).toBe('awaiting');
    await ari.press('Approve', { reason: 'A made-up comment.' });
    expect((await theRecord()).review).toBe('approved');
  });

  it('is added by an IG lead too, of whom both others hear, and leaves a closed record closed', async () => {
    await ari.press('Approve');
    await open(pat);
    await press(pat, 'Not sharing after all', { reason: 'The parent agreed.' });
    await press(pat, 'Close the record');
    for (const one of [pat, ari]) await told(house, one);
    await open(ira);
    await press(ira, 'Correct something');
    await ira.press('Add the correction', words);
    expect(await theRecord()).toMatchObject({ review: 'approved', closedAt: '2026-11-22T10:00:00.000Z' });
    for (const one of [pat, ari]) expect((await told(house, one))[0]?.text).toContain('was put right');
  });

  it('loses nothing that was typed when Teams cannot say whether the IG lead belongs here', async () => {
    await open(ira);
    await press(ira, 'Correct something');
    house.members.connect(async () => 'guest');
    await ira.press('Add the correction', words);
    expect(typedOn(ira)).toContain('Guests do not review records or change them');
    expect(typedOn(ira)).toContain('It is the nursery');
    expect(await events()).toEqual(['submitted']);
  });

  it('comes from nobody else', async () => {
    const { case: id } = await theRecord();
    await ari.send('review.correct', { case: id, revision: 1, in_wrong: 'One', in_right: 'Other' });
    expect(typedOn(ari)).toContain('Only the person who made this record, or an IG lead, can correct it');
    expect(ari.card.text).toContain('please tell one of them');
    for (const typed of ['One', 'Other']) expect(typedOn(ari)).toContain(typed);
    expect(await events()).toEqual(['submitted']);
  });
});

describe('Nobody else', () => {
  it('does any of it, whatever they send', async () => {
    await submitted();
    const { case: id } = await theRecord();
    const forged = { case: id, revision: 1, in_reason: 'mine', in_approver: await ira.id() };
    const acts = 'return ask-lead advise revoke reassign withdraw shared stop close approve decline'.split(' ');
    const strangers = [
      await aSpeaker(house, 'Sam Other'),
      await aSpeaker(house, 'Robin Other', ['approver', 'editor']),
    ];
    for (const stranger of strangers)
      for (const act of acts)
        expect((await stranger.send(`review.${act}`, forged)).text, act).toContain('I cannot open that here');
    for (const act of ['return', 'ask-lead', 'advise', 'revoke', 'reassign', 'approve', 'decline'])
      expect((await pat.send(`review.${act}`, forged)).text, act).toContain('This is your own record');
    for (const act of ['withdraw', 'shared', 'stop', 'close']) await ari.send(`review.${act}`, forged);
    expect(await events()).toEqual(['submitted']);
  });

  it('who left or is a guest returns, asks or takes back', async () => {
    await submitted();
    house.members.connect(async () => 'guest');
    await ari.press('Return', { reason: 'A made-up reason.' });
    expect(ari.card.text).toContain('Guests do not review records or change them');
    expect(typedOn(ari)).toContain('A made-up reason.');
    expect(await events()).toEqual(['submitted']);
    // Who made it may always say what happened to it.
    await press(pat, 'Withdraw', { reason: 'Made up.' });
    expect((await theRecord()).review).toBe('withdrawn');
  });
});

describe('Exactly one decision', () => {
  const decided = async () => (await events()).filter((type) => type !== 'submitted');

  it('comes of the same click three times, at once and again later, with the same card each time', async () => {
    await submitted();
    const asked = ari.card;
    const cards = await Promise.all([1, 2, 3].map(() => ari.press('Approve', { reason: 'Yes.' }, asked)));
    cards.push(await ari.press('Approve', { reason: 'Yes.' }, asked));
    expect(new Set(cards.map(({ text }) => text)).size).toBe(1);
    expect(cards[0]?.text).toContain('Approved by Ari Approver');
    expect(await decided()).toEqual(['approved']);
    expect(await told(house, pat)).toHaveLength(1);
  });

  it('comes of a hundred who decide at once, and all see the same one', async () => {
    const leads = await Promise.all(
      Array.from({ length: 100 }, (_, at) => aSpeaker(house, `Lead ${at} (made up)`, ['ig-lead'])),
    );
    await submitted(null);
    // A hundred at once may keep a busy machine longer than one person would wait.
    Object.assign(house, { patienceMs: 60_000 });
    const { case: id } = await theRecord();
    const cards = await Promise.all(
      leads.map((lead, at) =>
        lead.send(at % 2 ? 'review.approve' : 'review.decline', { case: id, revision: 1, in_reason: `By ${at}.` }),
      ),
    );
    const [one, ...more] = await decided();
    expect(more).toEqual([]);
    const standing = cards.map(
      ({ text }) => /(?:Approved|Declined) by Lead \d+ .*\n- Reason: By \d+\./.exec(text)?.[0],
    );
    expect(new Set(standing).size).toBe(1);
    expect(standing[0]).toMatch(one === 'approved' ? /^Approved/ : /^Declined/);
    expect(cards.filter(({ text }) => text.includes('the first decision stands'))).toHaveLength(99);
  });

  it('comes of a requester who withdraws and an approver who approves at once', async () => {
    await submitted();
    const { case: id, revision } = await theRecord();
    const both = await Promise.all([
      pat.send('review.withdraw', { case: id, revision, in_reason: 'Not needed.' }),
      ari.send('review.approve', { case: id, revision, in_reason: 'Yes.' }),
    ]);
    expect(await decided()).toHaveLength(1);
    const { review } = await theRecord();
    for (const { text } of both)
      expect(text).toContain(review === 'withdrawn' ? 'Withdrawn by Pat' : 'Approved by Ari');
  });
});

describe('A record that nobody looks at', () => {
  beforeEach(() => submitted());

  it('is shown to the IG leads when its requester says why, and one of them may then decide', async () => {
    await press(pat, 'Nobody has looked', {});
    expect(typedOn(pat)).toContain('Tell us what the IG lead should know');
    await press(pat, 'Nobody has looked', { reason: 'Ari is away, and the school needs to know.' });
    expect(pat.card.text).toContain('The IG leads know that it waits');
    expect(titles(pat).join()).not.toContain('Nobody has looked');
    const [asked] = await told(house, ira);
    expect(asked?.text).toContain('You may decide as well as its approver');
    expect(asked?.text).toContain('Pat Practitioner told the IG leads: Ari is away, and the school needs to know.');
    const [word] = await told(house, ari);
    expect(word?.text).toContain('The IG leads have been told');
    await ira.press('Approve', {}, asked);
    expect(await events()).toEqual(['submitted', 'escalated', 'approved']);
    expect((await told(house, ari))[0]?.text).toContain('No longer needed: this has been decided.');
    await ari.press('Approve', {}, word);
    expect(typedOn(ari)).toContain('the first decision stands');
    expect(await events()).toHaveLength(3);
  });

  it('is told to the IG leads once, however often it is pressed, and by nobody but its requester', async () => {
    const { case: id, revision } = await theRecord();
    for (const who of [ari, ira]) await who.send('review.escalate', { case: id, revision, in_reason: 'Made up' });
    expect(await events()).toEqual(['submitted']);
    for (let press = 0; press < 2; press += 1)
      await pat.send('review.escalate', { case: id, revision, in_reason: 'Made up' });
    expect(await events()).toEqual(['submitted', 'escalated']);
  });
});
