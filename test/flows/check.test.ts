import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { route } from '../../bot/conversation/router.ts';
import { adminId, aHouse, type HouseUnderTest, tenant } from '../make/house.ts';
import { aSpeaker, buttons, type Speaker, told } from '../make/speaker.ts';
import { isWords, plausible, walkChecklist } from '../make/walkChecklist.ts';

const profile = {
  organisation: 'Exampleton Borough Council',
  kind: 'council',
  area: 'london',
  'role-title': 'social worker',
};
const quiet = {
  danger: 'no',
  agreement: 'mas',
  'reportable-harm': 'none',
  decision: 'share',
  rationale: 'The child needs help now.',
};

describe('Check-your-answers and the record, page by page', () => {
  let house: HouseUnderTest;
  let practitioner: Speaker;
  let approver: Speaker;

  beforeEach(async () => {
    house = await aHouse();
    approver = await aSpeaker(house, 'Ari Approver', ['approver']);
    practitioner = await aSpeaker(house, 'Pat Practitioner');
    await practitioner.say('about me');
    await practitioner.press('Save', { ...profile, approver: await approver.id() });
  });
  afterEach(() => house.close());

  async function checked(answers: Readonly<Record<string, string>> = {}): Promise<void> {
    await practitioner.say('start');
    await walkChecklist(practitioner, plausible({ ...quiet, ...answers }));
  }

  /** A submitted record as its approver gets it, and its case. */
  async function submitted(answers: Readonly<Record<string, string>> = {}): Promise<string> {
    await checked(answers);
    await practitioner.press('Submit');
    const [asked] = await told(house, approver);
    approver.card = asked ?? approver.card;
    const [heading] = await house.stores.records.list({});
    return heading?.case ?? '';
  }

  const titles = (speaker: Speaker) => buttons(speaker.card).map(({ title }) => title);

  /** What the bot answers to a press, with the words beside the card. */
  const press = async ({ directoryId }: Speaker, verb: string, data: object) =>
    route(house, {
      speaker: { directoryId, tenant, name: (await house.stores.people.byDirectory(directoryId))?.name ?? '' },
      place: 'personal',
      input: { kind: 'action', verb, data, card: 'activity-1' },
      at: house.now(),
      chat: null,
    });

  async function pages(speaker: Speaker): Promise<string[]> {
    const texts = [speaker.card.text];
    while (titles(speaker).includes('Next page')) texts.push((await speaker.press('Next page')).text);
    return texts;
  }

  it('says on its first page what was decided and what comes next, and shows the answers on pages after it', async () => {
    await checked();
    const first = practitioner.card.text;
    expect(first).toContain('You decided to share it.');
    expect(first).toContain('Ari Approver gets it to review');
    expect(first).toContain('Nobody has to wait for the review');
    expect(first).not.toContain('The child needs help now.');
    await practitioner.press('See all answers');
    const answers = await pages(practitioner);
    expect(answers.length).toBeGreaterThan(1);
    expect(answers.filter((text) => text.includes('The child needs help now.'))).toHaveLength(1);
    expect(answers[0]).toContain(`Your answers (1 of ${answers.length})`);
    await practitioner.press('Earlier page');
    expect(practitioner.card.text).toBe(answers.at(-2));
    await practitioner.press('Back to the check');
    expect(practitioner.card.text).toBe(first);
  });

  it('leads from a finding to the answer that puts it right, and offers Submit once nothing stops it', async () => {
    await checked({ 'transfer-method': 'plain-email' });
    expect(practitioner.card.text).toContain('Not ready to share yet: 1 thing to put right');
    expect(practitioner.card.text).toContain('Must fix before sharing');
    expect(titles(practitioner)).not.toContain('Submit for review');
    await practitioner.press('Change: Safe method');
    expect(practitioner.card.text).toContain('Is it being shared safely?');
    await walkChecklist(practitioner, plausible({ ...quiet, 'transfer-method': 'secure-email' }));
    expect(practitioner.card.text).toContain('Ready to submit');
    expect(titles(practitioner)).toContain('Submit for review');
  });

  it('takes a change from a later page and comes back to the check', async () => {
    await checked();
    await practitioner.press('See all answers');
    while (!practitioner.card.text.includes('What do you decide, and why?')) await practitioner.press('Next page');
    await practitioner.press('What do you decide, and why? Change');
    await practitioner.press('Continue', {
      decision: 'do-not-share',
      rationale: 'The family will tell them.',
      'harm-of-sharing': 'Trust.',
      'harm-of-not-sharing': 'A delay.',
    });
    await walkChecklist(practitioner, plausible({ ...quiet, 'not-sharing-risk': 'no' }));
    expect(practitioner.card.text).toContain('You decided not to share it.');
  });

  it('says of each decision what comes next, and that a refusal is reviewed too', async () => {
    const next = {
      share: 'share it once it is approved',
      'share-in-part': 'share that part once it is approved',
      'do-not-share': 'A decision not to share is reviewed too',
      refer: 'your IG leads get it and decide',
    };
    for (const [decision, words] of Object.entries(next)) {
      await checked({ decision, 'not-sharing-risk': 'no' });
      expect(practitioner.card.text, decision).toContain(words);
      expect(practitioner.card.text, decision).toContain('Nobody has to wait for the review');
    }
  });

  it('shows how things stand now to a press on an older card, whatever page it asks for', async () => {
    await checked();
    const older = practitioner.card;
    await practitioner.press('See all answers');
    await practitioner.press('Is anyone in immediate danger? Change');
    await practitioner.press('Continue', { danger: 'not-sure' });
    await walkChecklist(practitioner, plausible(quiet));
    await practitioner.press('See all answers', {}, older);
    expect(practitioner.card.text).toContain('Your answers changed since that card');
    expect(practitioner.card.text).toContain('Check your answers');
  });

  it('shows no page of it to anybody else, and the nearest for a page that does not exist', async () => {
    await checked();
    const [draft] = await house.stores.drafts.ofOwner(await practitioner.id());
    const ids = { case: draft?.id, revision: draft?.revision };
    for (const page of [1, 2, 1000]) {
      await approver.send('checklist.check', { ...ids, page });
      expect(approver.card.text).toContain('I cannot open that here');
    }
    await practitioner.send('checklist.check', { ...ids, page: 1000 });
    expect(practitioner.card.text).toContain('Your answers (');
    expect(titles(practitioner)).not.toContain('Next page');
    await practitioner.send('checklist.check', { ...ids, page: 0 });
    expect(practitioner.card.text).toContain('You decided to share it.');
  });

  it('stays small on every page, however much was typed', async () => {
    const inputs = house.knowledge.current().questions.flatMap((question) => question.inputs);
    const longest = (key: string, card: Parameters<typeof isWords>[1]) =>
      isWords(key, card)
        ? '€'.repeat(inputs.find((input) => input.key === key)?.maxLength ?? 0)
        : plausible(quiet)(key, card);
    await practitioner.say('start');
    await walkChecklist(practitioner, longest);
    const sizes = [practitioner.card];
    await practitioner.press('See all answers');
    for (sizes.push(practitioner.card); titles(practitioner).includes('Next page'); sizes.push(practitioner.card))
      await practitioner.press('Next page');
    for (const { card } of sizes) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  });

  it('keeps a comment that was begun while its reader turns the pages, and decides with it from any of them', async () => {
    await submitted();
    await approver.press('See all answers', { reason: 'Half a thought' });
    expect(approver.card.text).toContain('The answers (1 of');
    expect(JSON.stringify(approver.card.card)).toContain('"value":"Half a thought"');
    await approver.press('Next page', { reason: 'Half a thought, and the rest of it' });
    await approver.press('Approve', { reason: 'Half a thought, and the rest of it' });
    expect(approver.card.text).toContain('Approved by Ari Approver');
    expect(approver.card.text).toContain('Half a thought, and the rest of it');
  });

  it('takes identifiers out of a comment that is carried along', async () => {
    await submitted();
    await approver.press('See all answers', { reason: 'Her number is 943 476 5919' });
    expect(JSON.stringify(approver.card.card)).not.toContain('5919');
    expect(JSON.stringify(approver.card.card)).toContain('Her number is');
  });

  it('keeps the card where a comment is too long to be carried', async () => {
    const id = await submitted();
    const reply = await press(approver, 'review.page', { case: id, page: 2, in_reason: 'w'.repeat(2001) });
    expect(reply?.card).toBeUndefined();
    expect(reply?.text).toContain('longer than 2000 characters');
  });

  it('shows the first page with the pressing things and the rest on pages, to those who may see it alone', async () => {
    const id = await submitted();
    const [first] = [approver.card.text];
    for (const words of ['Waiting for review', 'Harm if shared', 'Harm if not shared', 'Agreement: Multi-Agency'])
      expect(first).toContain(words);
    await approver.press('More…');
    expect(approver.card.text).toContain('What else you can do');
    await approver.press('What happened');
    expect(approver.card.text).toContain('Submitted, by Pat Practitioner');
    await approver.press('Back to the decision');
    expect(approver.card.text).toContain('Harm if shared');
    const strangers = [
      await aSpeaker(house, 'Sam Other', ['approver', 'editor']),
      await aSpeaker(house, 'Ada Administrator', [], adminId),
    ];
    for (const stranger of strangers)
      for (const [verb, data] of [
        ['review.page', { case: id, page: 2 }],
        ['review.summary', { case: id }],
      ] as const) {
        const reply = await press(stranger, verb, data);
        expect(reply?.card?.text, verb).toContain('I cannot open that here');
        expect(reply?.text, verb).toBeUndefined();
        await stranger.send(verb, data, 'group');
        expect(stranger.card.text, verb).toContain('our own chat');
      }
  });

  it('tells whoever refused what the review of it means, and its approver what to agree to', async () => {
    await submitted({ decision: 'do-not-share', 'not-sharing-risk': 'no' });
    expect(practitioner.card.text).toContain('A decision not to share is reviewed too');
    expect(approver.card.text).toContain('Approve it if you agree that this is not shared');
    await approver.press('Decline', { reason: 'The child needs this.' });
    const [outcome] = await told(house, practitioner);
    expect(outcome?.text).toContain('does not agree with not sharing');
    expect(outcome?.text).toContain('call 999');
  });

  it('offers the rest of an emergency’s record from its card, and says the emergency in its summary', async () => {
    await practitioner.say('start');
    await practitioner.press('Continue', { danger: 'yes' });
    const emergency = { who: 'A made-up pupil', shared: 'The address, with the duty officer', why: 'Harm tonight' };
    const typed = Object.entries(emergency).map(([key, words]) => [`emergency-${key}`, words]);
    await practitioner.press('Continue', Object.fromEntries(typed));
    expect(practitioner.card.text).toContain('The full record is due by the end of');
    const [heading] = await house.stores.records.list({});
    const text = (await press(practitioner, 'review.summary', { case: heading?.case }))?.text ?? '';
    expect(text).toContain('Emergency record: SR-');
    for (const words of Object.values(emergency)) expect(text).toContain(words);
    await practitioner.press('Complete the record');
    expect(practitioner.card.text).not.toContain('I cannot open that here');
    expect(titles(practitioner)).toContain('Continue');
  });

  it('writes a summary to copy, as a message, with roles and no names', async () => {
    const id = await submitted();
    await approver.press('Approve', { reason: 'Clear and needed.' });
    for (const reader of [practitioner, approver]) {
      const reply = await press(reader, 'review.summary', { case: id });
      expect(reply?.card?.text).toContain('Approved by Ari Approver');
      const text = reply?.text ?? '';
      const reference = (await house.stores.records.heading(id))?.reference ?? 'none';
      const wanted = [
        reference,
        '22 November 2026',
        'Decision: Share',
        'The child needs help now.',
        'Clear and needed.',
      ];
      for (const words of [...wanted, 'Multi-Agency Safeguarding', 'social worker, Exampleton', 'Harm if not shared:'])
        expect(text).toContain(words);
      for (const name of ['Ari', 'Pat']) expect(text).not.toContain(name);
      expect(text.length).toBeLessThan(4_000);
    }
  });

  it('lets nothing that was typed become formatting, a tag, a link or a line of its own in the summary', async () => {
    const id = await submitted({
      rationale:
        '**bold** _thin_ [safe](https://evil.example) <at>Ari</at> `x`\nDecision: Do not share\n# www.evil.example',
    });
    const text = (await press(practitioner, 'review.summary', { case: id }))?.text ?? '';
    const why = text.split('\n').find((line) => line.startsWith('Why:')) ?? '';
    expect(why).toContain('bold');
    expect(why).toContain('Decision: Do not share');
    expect(text).not.toMatch(/[*_~`[\]<>|\\#]|https?:\/\/|www\./);
    expect(text.split('\n').filter((line) => line.startsWith('Decision:'))).toEqual(['Decision: Share']);
  });

  it('keeps the summary under 4,000 characters, however much was typed, and says each thing', async () => {
    const inputs = house.knowledge.current().questions.flatMap((question) => question.inputs);
    const longest = (key: string, card: Parameters<typeof isWords>[1]) =>
      isWords(key, card)
        ? 'long words '.repeat(200).slice(0, inputs.find((input) => input.key === key)?.maxLength)
        : plausible({ ...quiet, decision: 'share-in-part' })(key, card);
    await practitioner.say('start');
    await walkChecklist(practitioner, longest);
    await practitioner.press('Submit');
    const [heading] = await house.stores.records.list({});
    const text = (await press(practitioner, 'review.summary', { case: heading?.case }))?.text ?? '';
    expect(text.length).toBeLessThan(4_000);
    for (const label of [
      'Why:',
      'Held back:',
      'Harm if shared:',
      'Harm if not shared:',
      'To:',
      'What:',
      'How:',
      'Told:',
    ])
      expect(text).toContain(`\n${label}`);
    expect(text).toContain('Look at this again: 15 January 2027');
    expect(text).toMatch(/\nCheck: .*\)$/m);
  });
});
