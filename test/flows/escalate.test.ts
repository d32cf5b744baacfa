import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { questionsDue } from '../../bot/conversation/askedNotices.ts';
import { route } from '../../bot/conversation/router.ts';
import type { AskedQuestion, Role } from '../../bot/stores/ports.ts';
import type { Rendered } from '../../cards/render.ts';
import { adminId, aHouse, giveRoles, type HouseUnderTest, tenant } from '../make/house.ts';
import { aSpeaker, buttons, type Speaker, told } from '../make/speaker.ts';
import { filesBelow } from '../make/store.ts';

const words = 'Can we give the police a list of tenants who shout at the Zanzibar estate?';
const nhs = '943 476 5919';
const minute = 60_000;
const day = 24 * 60 * minute;

describe('A question for the IG team', () => {
  let house: HouseUnderTest;
  let pat: Speaker;
  let ira: Speaker;
  let ian: Speaker;

  beforeEach(async () => {
    house = await aHouse({ homeArea: 'london' });
    pat = await aSpeaker(house, 'Pat Practitioner');
    ira = await aSpeaker(house, 'Ira IG Lead', ['ig-lead']);
    ian = await aSpeaker(house, 'Ian IG Lead', ['ig-lead']);
    await profile(pat, 'Housing officer', 'housing');
    await profile(ira, 'Data protection officer', 'council');
  });
  afterEach(() => house.close());

  const json = (card: Rendered) => JSON.stringify(card.card);
  const later = (ms: number) => {
    house.clock = new Date(house.clock.getTime() + ms);
  };

  async function profile(who: Speaker, roleTitle: string, kind: 'housing' | 'council') {
    const mine = { organisation: 'Exampleton', kind, area: 'london', roleTitle, approver: null } as const;
    await house.stores.people.change(await who.id(), (person) => ({ ...person, profile: mine }));
  }

  /** Asks in words, as an answer’s card remembers them, and presses *Send this to the IG team* there. */
  async function show(who: Speaker, text = words): Promise<Rendered> {
    const question = randomUUID();
    house.openQuestions.keep(question, await who.id(), { text, answers: {} });
    return who.send('escalate.show', { question });
  }

  /** Value of an input on a card. */
  function shownIn(card: Rendered, key: string): string {
    const [, value = ''] = new RegExp(`"id":"in_${key}"[^{}]*?"value":("(?:[^"\\\\]|\\\\.)*")`).exec(json(card)) ?? [];
    return value === '' ? '' : JSON.parse(value);
  }

  async function ask(who: Speaker, typed: Record<string, string> = {}, text = words): Promise<Rendered> {
    const card = await show(who, text);
    return who.press('Send', { question: shownIn(card, 'question'), tried: '', soon: 'this-week', ...typed });
  }

  const all = () => house.stores.questions.list({}, house.clock);
  const only = async (): Promise<AskedQuestion> => {
    const [question, ...more] = await all();
    expect(more).toEqual([]);
    if (!question) throw new Error('Nothing was sent.');
    return question;
  };

  async function answer(lead: Speaker, typed: Record<string, string>): Promise<Rendered> {
    await lead.send('escalate.open', { asked: (await only()).id });
    return lead.press('Send the answer', typed);
  }

  describe('before it is sent', () => {
    it('is shown as it would be sent, and nothing is kept', async () => {
      await show(pat);
      expect(shownIn(pat.card, 'question')).toBe(words);
      expect(pat.card.text).toContain('not your name');
      expect(pat.card.text).toContain('90 days');
      expect(pat.card.text).toContain('do not wait');
      expect(await all()).toEqual([]);
    });

    it('is shown without identifiers, which are named in words and not repeated', async () => {
      await show(pat, `May I send ${nhs} to the police?`);
      expect(shownIn(pat.card, 'question')).toBe('May I send [nhs-number] to the police?');
      expect(pat.card.text).toContain('I took out an NHS number');
      expect(json(pat.card)).not.toMatch(/943\W*476/);
    });

    it('is shown once the marks are gone that would hide an identifier', async () => {
      await show(pat, 'May I\u0000 send 943\u202e 476\u0007 5919 to\u0085 the police?');
      expect(shownIn(pat.card, 'question')).toBe('May I send [nhs-number] to the police?');
    });

    it('is asked for again after 30 minutes, and by anybody else at once', async () => {
      const question = randomUUID();
      house.openQuestions.keep(question, await pat.id(), { text: words, answers: {} });
      expect((await ira.send('escalate.show', { question })).text).toContain('Please ask again');
      later(31 * minute);
      expect((await pat.send('escalate.show', { question })).text).toContain('Please ask again');
      expect((await pat.send('escalate.show', { question: 'unknown' })).text).toContain('Please ask again');
    });

    it('that is longer than can be sent is cut, which is said, and never in the middle of an identifier', async () => {
      const long = `${'x '.repeat(996)}${nhs} ${'y '.repeat(4000)}`;
      await show(pat, long);
      expect(shownIn(pat.card, 'question')).toHaveLength(2000);
      expect(json(pat.card)).not.toMatch(/943\W*476/);
      expect(pat.card.text).toContain('its end is cut after 2000 characters');
    });

    it('can be left: nothing is sent, and the way back to the answer stays', async () => {
      await show(pat);
      await pat.press('Do not send');
      expect(pat.card.text).toContain('I sent nothing');
      expect(await all()).toEqual([]);
      await pat.press('Back to the answer');
      expect(pat.card.text).toContain('ASB');
    });

    it('belongs into the personal chat', async () => {
      const question = randomUUID();
      house.openQuestions.keep(question, await pat.id(), { text: words, answers: {} });
      for (const place of ['group', 'channel'] as const) {
        for (const [verb, data] of [
          ['escalate.show', { question }],
          ['escalate.send', { asked: 'a', question, in_question: words, in_soon: 'today' }],
          ['escalate.open', { asked: 'a' }],
          ['escalate.mine', { asked: 'a' }],
        ] as const) {
          const card = await pat.send(verb, data, place);
          expect(card.text, verb).toContain('in our own chat');
          expect(json(card)).not.toContain('Zanzibar');
        }
        expect((await ira.say('questions', place)).text).toContain('in our own chat');
        expect((await pat.say('my questions', place)).text).toContain('in our own chat');
      }
      expect(await all()).toEqual([]);
    });
  });

  describe('when it is sent', () => {
    it('says what happens next, who sees it, for how long, and how to take it back', async () => {
      await ask(pat, { tried: 'I asked my manager.' });
      expect(pat.card.text).toContain('Each IG lead has it now');
      expect(pat.card.text).toContain('without your name');
      expect(pat.card.text).toContain('20 February 2027');
      expect(pat.card.text).toContain('Press Withdraw');
      expect(pat.card.text).toContain('do not wait for the answer');
      expect(pat.card.text).toContain('I asked my manager.');
    });

    it('reaches each IG lead with role and kind of organisation, what was offered and how soon, without the name', async () => {
      await ask(pat, { tried: 'I asked my manager.', soon: 'today' });
      for (const lead of [ira, ian]) {
        const [card, ...more] = await told(house, lead);
        expect(more).toEqual([]);
        expect(card?.text).toContain(words);
        expect(card?.text).toContain('I asked my manager.');
        expect(card?.text).toContain('Housing officer (housing)');
        expect(card?.text).toContain('ASB');
        expect(json(card as Rendered)).toContain('Needed: today');
        expect(json(card as Rendered)).not.toContain('Pat');
        expect(buttons(card as Rendered).map(({ title }) => title)).toEqual(['Answer']);
      }
      expect(await told(house, pat)).toEqual([]);
    });

    it('is screened again, as it was typed in the end', async () => {
      await ask(pat, { question: `Is ${nhs} theirs?`, tried: 'Rang 07700 900123.' });
      expect(pat.card.text).toContain('I took out an NHS number and a phone number');
      expect((await only()).words).toMatchObject({ question: 'Is [nhs-number] theirs?', tried: 'Rang [phone].' });
      const [card] = await told(house, ira);
      expect(json(card as Rendered)).not.toMatch(/943\W*476/);
    });

    it('is sent once: a second click, at the same instant or later, shows where it stands', async () => {
      await show(pat);
      const form = pat.card;
      const typed = { question: words, tried: '', soon: 'this-week' };
      await Promise.all([pat.press('Send', typed, form), pat.press('Send', typed, form)]);
      await pat.press('Send', { ...typed, question: 'Something else altogether' }, form);
      expect(pat.card.text).toContain('Sent to the IG team');
      expect((await only()).words?.question).toBe(words);
      expect(await told(house, ira)).toHaveLength(1);
      await pat.press('Withdraw');
      await pat.press('Send', typed, form);
      expect(pat.card.text).toContain('Withdrawn');
      expect((await only()).state).toBe('withdrawn');
    });

    it('can still be sent after 30 minutes or a restart: the words stand on the card', async () => {
      await show(pat);
      await house.restart();
      later(31 * minute);
      await pat.press('Send', { question: words, tried: '', soon: 'today' });
      expect((await only()).offered).toContain('asb');
    });

    it.each([
      ['nothing', '', 'Tell us your question'],
      ['white space', ' \n\t ', 'Tell us your question'],
      ['signs only', '?!\u0000\u202e', 'Tell us your question'],
      ['10,000 characters', `${'x'.repeat(9_990)} end of it`, 'Tell us your question in at most 2000 characters'],
    ])('is not sent with %s for a question, and what else was typed stays', async (_name, question, problem) => {
      await ask(pat, { question, tried: 'I asked my manager.', soon: 'today' });
      expect(json(pat.card)).toContain(problem);
      expect(shownIn(pat.card, 'tried')).toBe('I asked my manager.');
      expect(shownIn(pat.card, 'soon')).toBe('today');
      if (question.length > 100) expect(shownIn(pat.card, 'question')).toBe(question);
      expect(await all()).toEqual([]);
      await pat.press('Send', { question: words, tried: '', soon: 'today' });
      expect(await all()).toHaveLength(1);
    });

    it('asks how soon in so many words, should a card say something else', async () => {
      await ask(pat, { soon: 'yesterday' });
      expect(json(pat.card)).toContain('Tell us how soon you need an answer');
      expect(shownIn(pat.card, 'question')).toBe(words);
    });

    it('says that it was not saved when the disk is full, and can be sent again from the same card', async () => {
      await show(pat);
      house.disk.refuse = ({ op, path }) => (op === 'write' && path.includes('questions') ? 'ENOSPC' : null);
      const form = pat.card;
      const asked = buttons(form).find(({ title }) => title === 'Send')?.data;
      const reply = await pressed(pat, 'escalate.send', { ...asked, in_question: words, in_soon: 'today' });
      expect([reply?.card, reply?.text]).toEqual([undefined, expect.stringContaining('Not saved')]);
      house.disk.refuse = () => null;
      await pat.press('Send', { question: words, soon: 'today' }, form);
      expect(pat.card.text).toContain('Sent to the IG team');
    });

    it('reaches the IG leads also when telling them failed at first', async () => {
      await show(pat);
      const form = pat.card;
      const asked = buttons(form).find(({ title }) => title === 'Send')?.data;
      house.disk.refuse = ({ op, path }) => (op === 'write' && path.endsWith('outbox') ? 'ENOSPC' : null);
      await pressed(pat, 'escalate.send', { ...asked, in_question: words, in_soon: 'today' });
      house.disk.refuse = () => null;
      expect(await told(house, ira)).toEqual([]);
      await pat.press('Send', { question: words, soon: 'today' }, form);
      expect(await told(house, ira)).toHaveLength(1);
      expect(await told(house, ira)).toEqual([]);
    });

    it('cannot take the id of somebody else’s question', async () => {
      await ask(pat);
      const { id } = await only();
      await ian.send('escalate.send', { asked: id, question: 'q', in_question: 'Mine now', in_soon: 'today' });
      expect(ian.card.text).toContain('I cannot open that here');
      expect((await only()).words?.question).toBe(words);
    });
  });

  /** A press whose reply is words beside the card, or a card below it. */
  async function pressed(who: Speaker, verb: string, data: unknown) {
    return route(house, {
      speaker: { directoryId: who.directoryId, tenant, name: 'Somebody' },
      place: 'personal',
      input: { kind: 'action', verb, data, card: 'activity-1' },
      at: house.now(),
      chat: null,
    });
  }

  describe('when it waits', () => {
    it('is on the asker’s list, can be read there and withdrawn', async () => {
      await ask(pat);
      await pat.say('my questions');
      expect(pat.card.text).toContain('Zanzibar');
      await pat.press('Open Waiting');
      await pat.press('Withdraw');
      expect(pat.card.text).toContain('I have deleted your words');
      expect((await pat.say('my questions')).text).toContain('No questions with the IG team');
    });

    it('withdrawn, its words are gone from the store and from the IG leads’ chats', async () => {
      await ask(pat);
      await told(house, ira);
      await pat.press('Withdraw');
      expect(await only()).toMatchObject({ state: 'withdrawn', words: null });
      const [card] = await told(house, ira);
      expect(card?.text).toContain('The person who asked took it back');
      expect(json(card as Rendered)).not.toContain('Zanzibar');
      expect(await told(house, ian)).toHaveLength(1);
      expect((await ira.say('questions')).text).toContain('No questions are waiting');
    });

    it('stands on the list of the IG leads, the oldest first, with how long it waits', async () => {
      await ask(pat);
      later(3 * day);
      await ask(pat, { question: 'A younger one?', soon: 'today' });
      later(2 * 60 * minute);
      const card = await ira.say('questions');
      expect(buttons(card).map(({ title }) => title.split(' Needed')[0])).toEqual([
        'Open Waiting for 3 days',
        'Open Waiting for 2 hours',
      ]);
      expect(card.text.indexOf('Zanzibar')).toBeLessThan(card.text.indexOf('Needed: today. A younger one?'));
      await ira.press('Open Waiting for 3 days');
      expect(ira.card.text).toContain(words);
      expect(buttons(ira.card).map(({ title }) => title)).toEqual(['Send the answer']);
    });

    it('shows ten of many and says that the others follow', async () => {
      for (let number = 0; number < 12; number += 1) await ask(pat, { question: `Question ${number}?` });
      const card = await ira.say('questions');
      expect(buttons(card)).toHaveLength(10);
      expect(card.text).toContain('There are 2 more. They follow as these are answered.');
    });

    it('is nothing to anybody else: not on a list, not by its id, not to an administrator', async () => {
      await ask(pat);
      const { id } = await only();
      const sam = await aSpeaker(house, 'Sam Other', ['approver', 'editor'], adminId);
      expect((await sam.say('questions')).text).toContain('needs another role');
      expect((await sam.say('my questions')).text).toContain('No questions with the IG team');
      for (const [verb, data, refusal] of [
        ['escalate.open', { asked: id }, 'needs another role'],
        ['escalate.answer', { asked: id, in_answer: 'Yes, do.' }, 'needs another role'],
        ['escalate.waiting', {}, 'needs another role'],
        ['escalate.mine', { asked: id }, 'I cannot open that here'],
        ['escalate.withdraw', { asked: id }, 'I cannot open that here'],
        ['escalate.withdraw', { asked: 'unknown' }, 'I cannot open that here'],
        ['escalate.send', { asked: id, question: 'q' }, 'I cannot open that here'],
      ] as const) {
        const card = await sam.send(verb, data);
        expect(card.text, verb).toContain(refusal);
        expect(json(card), verb).not.toContain('Zanzibar');
      }
      expect((await ira.send('escalate.withdraw', { asked: id })).text).toContain('I cannot open that here');
      expect((await only()).state).toBe('waiting');
    });

    it('is known to the help and to the privacy notice', async () => {
      expect((await ira.say('help')).text).toContain('For IG leads: questions');
      expect((await pat.say('help')).text).toContain('my questions');
      expect((await pat.say('privacy')).text).toContain('never longer than 90 days');
    });
  });

  describe('when it is answered', () => {
    it('the answer reaches the asker with who gave it by role, and can lead on to the checklist', async () => {
      await ask(pat);
      const [card] = await told(house, ira);
      await ira.press('Answer', {}, card);
      await ira.press('Send the answer', { answer: 'Yes, under the ASB agreement.', label: 'asb' });
      expect(ira.card.text).toContain('Answered by you');
      const [got, ...more] = await told(house, pat);
      expect(more).toEqual([]);
      expect(got?.text).toContain('Yes, under the ASB agreement.');
      expect(got?.text).toContain(words);
      expect(got?.text).toContain('An answer to your question');
      expect(json(got as Rendered)).toContain('An IG lead (Data protection officer), 22 November 2026');
      expect(json(got as Rendered)).not.toContain('Ira');
      expect(buttons(got as Rendered).map(({ title }) => title)).toEqual([
        'Start the checklist with this agreement',
        'Ask another question',
      ]);
    });

    it('offers no checklist when the answer names a topic, or nothing', async () => {
      const topic = 'topic:outside-uk';
      for (const label of [topic, '', 'no-such-label']) {
        await ask(pat);
        await told(house, ira);
        const waiting = await house.stores.questions.list({ state: 'waiting' }, house.clock);
        await ira.send('escalate.open', { asked: waiting[0]?.id });
        await ira.press('Send the answer', { answer: 'Look at the guidance.', label });
        const [got] = await told(house, pat);
        expect(buttons(got as Rendered).map(({ title }) => title)).toEqual(['Ask another question']);
        expect(json(got as Rendered).includes('Outside the UK')).toBe(label === topic);
      }
    });

    it('keeps nothing of the words once the answer was delivered, in the store or on the disk', async () => {
      await ask(pat);
      await told(house, ira);
      await answer(ira, { answer: 'Quite so, Quagmire.' });
      expect((await only()).words).toMatchObject({ question: words, answer: 'Quite so, Quagmire.' });
      await told(house, pat);
      expect(await only()).toMatchObject({ state: 'delivered', words: null });
      for (const file of await filesBelow(house.place.dir)) {
        const text = (await readFile(file)).toString();
        expect(text, file).not.toMatch(/Zanzibar|Quagmire/);
      }
      await pat.send('escalate.mine', { asked: (await only()).id });
      expect(pat.card.text).toContain('the answer stands in this chat');
    });

    it('the card with the answer stays when one of its buttons leads on', async () => {
      await ask(pat);
      await answer(ira, { answer: 'Yes.', label: 'asb' });
      const [got] = await told(house, pat);
      for (const { verb, data } of buttons(got as Rendered)) {
        const reply = await pressed(pat, verb, data);
        expect(reply?.card, verb).toBeUndefined();
        expect(reply?.text, verb).toContain('The answer stays here');
        expect(reply?.followUp, verb).toBeDefined();
      }
      expect((await house.stores.drafts.ofOwner(await pat.id()))[0]?.answers.agreement).toBe('asb');
    });

    it('the first answer stands; who comes later sees by which role, and gets back what they wrote', async () => {
      await ask(pat);
      const { id } = await only();
      await told(house, ian);
      await ian.send('escalate.open', { asked: id });
      const open = ian.card;
      await answer(ira, { answer: 'The first answer.' });
      await ian.press('Send the answer', { answer: `The second, for ${nhs}.` }, open);
      expect(ian.card.text).toContain('Answered by an IG lead (Data protection officer) on 22 November 2026');
      expect(ian.card.text).toContain('The second, for [nhs-number].');
      expect(json(ian.card)).not.toContain('Zanzibar');
      expect((await only()).words?.answer).toBe('The first answer.');
      expect(await told(house, pat)).toHaveLength(1);
      await ian.send('escalate.open', { asked: id });
      expect(ian.card.text).toContain('The answer has reached the person who asked');
      expect(json(ian.card)).not.toContain('The first answer.');
    });

    it('of two answers at one instant one stands, and the asker is told once', async () => {
      await ask(pat);
      const { id } = await only();
      await Promise.all(
        [ira, ian].map((lead) => lead.send('escalate.answer', { asked: id, in_answer: `From ${lead.directoryId}` })),
      );
      expect(await told(house, pat)).toHaveLength(1);
      const withWords = [ira, ian].filter((lead) => lead.card.text.includes('What you wrote was not sent'));
      expect(withWords).toHaveLength(1);
    });

    it('takes the question out of every IG lead’s chat', async () => {
      await ask(pat);
      for (const lead of [ira, ian]) await told(house, lead);
      await answer(ira, { answer: 'Yes.' });
      const [toIan] = await told(house, ian);
      expect(toIan?.text).toContain('Answered by an IG lead (Data protection officer)');
      const [toIra] = await told(house, ira);
      expect(toIra?.text).toContain('Answered by you');
      for (const card of [toIan, toIra]) expect(json(card as Rendered)).not.toContain('Zanzibar');
    });

    it.each([
      ['nothing', '', 'Tell us your answer'],
      ['white space', '  \n ', 'Tell us your answer'],
      ['10,000 characters', 'a'.repeat(10_000), 'Tell us your answer in at most 2000 characters'],
    ])('is not answered with %s', async (_name, typed, problem) => {
      await ask(pat);
      await answer(ira, { answer: typed, label: 'asb' });
      expect(json(ira.card)).toContain(problem);
      expect(shownIn(ira.card, 'answer')).toBe(typed.trim());
      expect(shownIn(ira.card, 'label')).toBe('asb');
      expect((await only()).state).toBe('waiting');
    });

    it('an identifier in the answer is taken out, and the answer looked at, before it goes', async () => {
      await ask(pat);
      await answer(ira, { answer: `Write ${nhs} on it.` });
      expect(ira.card.text).toContain('I took out an NHS number');
      expect(json(ira.card)).not.toMatch(/943\W*476/);
      expect((await only()).state).toBe('waiting');
      await ira.press('Send the answer', { answer: shownIn(ira.card, 'answer') });
      expect((await told(house, pat))[0]?.text).toContain('Write [nhs-number] on it.');
    });

    it('cannot be answered by somebody who lost the role, and what they wrote comes back', async () => {
      await ask(pat);
      const [card] = await told(house, ira);
      await ira.press('Answer', {}, card);
      const open = ira.card;
      await giveRoles(house, ira.directoryId, []);
      await ira.press('Send the answer', { answer: 'Half a page of advice.' }, open);
      expect(ira.card.text).toContain('needs another role');
      expect(ira.card.text).toContain('Half a page of advice.');
      expect(json(ira.card)).not.toContain('Zanzibar');
      expect((await ira.press('Answer', {}, card)).text).toContain('needs another role');
      expect((await ira.say('questions')).text).toContain('needs another role');
      expect((await only()).state).toBe('waiting');
    });

    it('a card that was not sent before the role was lost is not sent at all', async () => {
      await ask(pat);
      await giveRoles(house, ira.directoryId, []);
      expect(await told(house, ira)).toEqual([]);
    });

    it('a question that is not there any more says so, and gives back what was written', async () => {
      await ask(pat);
      const { id } = await only();
      await ira.send('escalate.open', { asked: id });
      const open = ira.card;
      await pat.press('Withdraw');
      await ira.press('Send the answer', { answer: 'Too late.' }, open);
      expect(ira.card.text).toContain('The person who asked took it back');
      expect(ira.card.text).toContain('Too late.');
      expect((await ira.send('escalate.open', { asked: 'unknown' })).text).toContain('do not hold this question');
    });

    it('stays on the asker’s list until the answer has reached them', async () => {
      await ask(pat);
      await answer(ira, { answer: 'Yes, do.' });
      await pat.say('my questions');
      await pat.press('Open Answered');
      expect(pat.card.text).toContain('Yes, do.');
      await told(house, pat);
      expect((await pat.say('my questions')).text).toContain('No questions with the IG team');
    });

    it('is owed again when it could not be delivered, and once at a time', async () => {
      await ask(pat);
      await answer(ira, { answer: 'Yes, do.' });
      await questionsDue(house, house.clock);
      const mine = async () => (await house.stores.outbox.pending()).filter(({ kind }) => kind === 'question-answered');
      const [notice, ...more] = await mine();
      expect(more).toEqual([]);
      await house.stores.outbox.settle(notice?.id ?? '', 'not-delivered');
      await questionsDue(house, house.clock);
      expect(await mine()).toHaveLength(1);
    });
  });

  describe('an IG lead’s own question', () => {
    it('is answered by another, not by themselves', async () => {
      await ask(ira);
      expect(ira.card.text).toContain('Each IG lead has it now');
      const { id } = await only();
      expect(await told(house, ira)).toEqual([]);
      expect(await told(house, ian)).toHaveLength(1);
      expect((await ira.say('questions')).text).toContain('No questions are waiting');
      expect((await ira.send('escalate.open', { asked: id })).text).toContain('Another IG lead answers this');
      await ira.send('escalate.answer', { asked: id, in_answer: 'I say yes.' });
      expect(ira.card.text).toContain('Another IG lead answers this');
      expect(ira.card.text).toContain('I say yes.');
      expect((await only()).state).toBe('waiting');
      await answer(ian, { answer: 'Yes.' });
      expect((await told(house, ira)).map(({ text }) => text).join()).toContain('Yes.');
    });

    it('may be answered by themselves while nobody else is one, which is said', async () => {
      await giveRoles(house, ian.directoryId, []);
      await ask(ira);
      expect(ira.card.text).toContain('You are the only IG lead');
      await ira.say('questions');
      await ira.press('Open Waiting');
      expect(ira.card.text).toContain('You asked this yourself');
      await ira.press('Send the answer', { answer: 'I asked the regulator: yes.' });
      expect(ira.card.text).toContain('Answered by you');
    });
  });

  describe('with no IG lead', () => {
    const give = (who: Speaker, ...roles: Role[]) => giveRoles(house, who.directoryId, roles);
    beforeEach(async () => {
      await ira.say('settings');
      await ira.press('Save', { 'ig-contact': 'IG desk, ig@example.invalid' });
      for (const lead of [ira, ian]) await give(lead);
    });

    it('the asker is told at once, with the people to ask instead', async () => {
      await ask(pat);
      expect(pat.card.text).toContain('Nobody is an IG lead yet');
      expect(pat.card.text).toContain('IG desk, ig@example.invalid');
    });

    it('the question is brought to whoever is given the role, once', async () => {
      await ask(pat);
      const admin = await aSpeaker(house, 'Ada Administrator', [], adminId);
      await admin.say('roles');
      await admin.press('Save', { person: await ian.id(), doing: 'give', role: 'ig-lead' });
      const cards = await told(house, ian);
      expect(cards.filter((card) => card.text.includes('Zanzibar'))).toHaveLength(1);
      await questionsDue(house, house.clock);
      expect(await told(house, ian)).toEqual([]);
    });

    it('it is found by the daily round, should the role have come another way', async () => {
      await ask(pat);
      await give(ira, 'ig-lead');
      expect(await told(house, ira)).toEqual([]);
      await questionsDue(house, house.clock);
      expect((await told(house, ira))[0]?.text).toContain('Zanzibar');
    });
  });

  describe('after 90 days', () => {
    it('nothing of it is found, and the daily round deletes it and takes it out of the chats', async () => {
      await ask(pat);
      const { id } = await only();
      await told(house, ira);
      later(90 * day - 1);
      await questionsDue(house, house.clock);
      expect((await only()).words?.question).toBe(words);
      later(1);
      expect(await all()).toEqual([]);
      expect((await pat.say('my questions')).text).toContain('No questions with the IG team');
      expect((await ira.send('escalate.open', { asked: id })).text).toContain('do not hold this question');
      await questionsDue(house, house.clock);
      const [card] = await told(house, ira);
      expect(card?.text).toContain('90 days at most');
      expect(await house.stores.questions.expired(house.clock)).toEqual([]);
      const names = (await filesBelow(house.place.dir)).filter((file) => file.includes('/questions/'));
      expect(names).toEqual([]);
    });

    it('an answer that never arrived goes with it', async () => {
      await ask(pat);
      await answer(ira, { answer: 'Yes, do.' });
      later(90 * day);
      expect(await told(house, pat)).toEqual([]);
    });

    it('an answered question goes too, with who asked and who answered', async () => {
      await ask(pat);
      await answer(ira, { answer: 'Yes, do.' });
      await told(house, pat);
      later(90 * day);
      await questionsDue(house, house.clock);
      expect((await filesBelow(house.place.dir)).filter((file) => file.includes('/questions/'))).toEqual([]);
    });
  });

  it('says nothing of what was typed to the log, whatever happens', async () => {
    house.disk.refuse = ({ op, path }) => (op === 'write' && path.includes('questions') ? 'ENOSPC' : null);
    await show(pat);
    const asked = buttons(pat.card).find(({ title }) => title === 'Send')?.data;
    await pressed(pat, 'escalate.send', { ...asked, in_question: words, in_tried: 'Quagmire', in_soon: 'today' });
    house.disk.refuse = () => null;
    await ask(pat, { tried: 'Quagmire' });
    await told(house, ira);
    house.disk.refuse = ({ op, path }) => (op === 'write' && path.includes('questions') ? 'ENOSPC' : null);
    await pressed(ira, 'escalate.answer', { asked: (await only()).id, in_answer: 'Quicksand' });
    house.disk.refuse = () => null;
    await answer(ira, { answer: 'Quicksand' });
    await told(house, pat);
    later(90 * day);
    await questionsDue(house, house.clock);
    expect(house.logged.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(house.logged)).not.toMatch(/Zanzibar|Quagmire|Quicksand|tenants/);
  });

  it('fits a message of Teams at its longest', async () => {
    // Three bytes a character, as many a script has.
    const longest = 'ẽ“ẽ '.repeat(750);
    await ask(pat, { question: longest.slice(0, 1_999), tried: longest.slice(0, 999) });
    expect(pat.card.text).toContain('Sent to the IG team');
    const [card] = await told(house, ira);
    const cards: Rendered[] = [pat.card, card as Rendered];
    await answer(ira, { answer: `${longest.slice(0, 1_900)} ${nhs}` });
    cards.push(ira.card);
    await ira.press('Send the answer', { answer: longest.slice(0, 1_999) });
    cards.push(...(await told(house, pat)));
    expect(cards).toHaveLength(4);
    // Teams counts two bytes a unit, and takes 80 KB (PLATFORM 2.1); what people usually type is far shorter.
    for (const one of cards) expect(Buffer.byteLength(json(one), 'utf16le')).toBeLessThan(40_000);
  });
});
