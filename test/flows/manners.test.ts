import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, giveRoles, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons } from '../make/speaker.ts';
import { aTypist, type Typist } from '../make/typist.ts';

const profile = {
  organisation: 'Exampleton Borough Council',
  kind: 'council',
  area: 'london',
  roleTitle: 'social worker',
  approver: null,
} as const;

const question = 'Which agreement covers CCTV footage for the police?';
const minute = 60_000;

describe('Typing in a checklist', () => {
  let house: HouseUnderTest;
  let pat: Typist;

  beforeEach(async () => {
    house = await aHouse();
    pat = await aTypist(house, 'Pat Practitioner');
    await house.stores.people.change(await pat.id(), (person) => ({ ...person, profile }));
  });
  afterEach(() => house.close());

  const draft = async () => (await house.stores.drafts.ofOwner(await pat.id()))[0];
  const answers = async () => (await draft())?.answers;
  const later = (minutes: number) => {
    house.clock = new Date(house.clock.getTime() + minutes * minute);
  };
  const typeAll = async (...all: string[]) => {
    for (const words of all) await pat.type(words);
    return pat.words;
  };
  /** As far as the recipient, which asks for words first. */
  const upToRecipient = () => typeAll('start', 'no', 'mas', 'no', 'once', 'no, not yet');

  describe('a question in between', () => {
    it('is answered, and the checklist is offered again where it was', async () => {
      await typeAll('start', 'no', 'mas');
      const words = await pat.type(question);
      expect(pat.reply.card?.text).toContain('CCTV');
      expect(pat.reply.followUp?.text).toContain('Your checklist is where you left it');
      expect(words).toContain('MAS (child safeguarding): before the ten questions.');
      expect(await pat.press('Go on with it')).toContain('How did this start?');
    });

    it('says which question it was, by its number', async () => {
      await typeAll('start', 'no', 'mas', 'change 4');
      expect(await pat.type(question)).toContain('question 4 of 10');
      expect(await pat.type('go on')).toContain('4 of 10.');
    });

    it('changes no answer', async () => {
      await typeAll('start', 'no', 'mas');
      const before = await draft();
      await pat.type(question);
      await pat.type('What if they say yes?');
      expect(await draft()).toEqual(before);
    });

    it('is only answered once half an hour has passed since the card, or after “save”', async () => {
      await typeAll('start', 'no');
      later(31);
      await pat.type(question);
      expect(pat.reply.followUp).toBeUndefined();
      await typeAll('go on', 'save', question);
      expect(pat.reply.followUp).toBeUndefined();
    });

    it('that is asked back takes nothing typed for the checklist, until that is shown again', async () => {
      await typeAll('start', 'no', 'mas', 'change recipient', 'answer: Exampleton Trust');
      await pat.type('he has a knife and is outside');
      expect(buttons(pat.reply.card ?? { card: {}, text: '' })[0]?.verb).toBe('ask.answer');
      await pat.type('Police');
      expect(await answers()).not.toHaveProperty('recipient-kind');
      await typeAll('go on', 'Police');
      expect(await answers()).toMatchObject({ 'recipient-kind': 'police' });
      await typeAll('he has a knife and is outside', 'answer: duty officer');
      expect(await answers()).toMatchObject({ 'recipient-role': 'duty officer' });
    });

    it('is only answered when the draft is gone', async () => {
      await typeAll('start', 'no', 'cancel', 'discard it', question);
      expect(pat.reply.followUp).toBeUndefined();
      expect(await draft()).toBeUndefined();
    });

    it('finds the newest draft of the last half hour after a restart of the bot', async () => {
      await typeAll('start', 'no', 'mas');
      await house.restart();
      await pat.type(question);
      expect(pat.reply.followUp?.text).toContain('MAS');
      await house.restart();
      expect(await pat.type('yes')).toContain('Saved: Did someone ask for the information? Yes, we were asked for it');
      later(31);
      await house.restart();
      await pat.type(question);
      expect(pat.reply.followUp).toBeUndefined();
    });
  });

  describe('an answer', () => {
    it('is saved, named in words, and followed by what comes next with its numbers', async () => {
      const words = await typeAll('start', 'nope');
      expect(words).toContain('Saved: Is someone at risk of serious harm right now? No');
      expect(pat.reply.text).toMatch(/Next, before the ten questions:\nChoose the agreement \(required\)\n1\. /);
      expect(await answers()).toMatchObject({ danger: 'no' });
    });

    it('goes to one field after the other of a card that has several', async () => {
      await typeAll('start', 'no', 'mas');
      expect(await pat.type('yes')).toContain('Next, before the ten questions:\nIs it once, or regular?');
      expect(await answers()).toMatchObject({ 'request-kind': 'asked' });
      expect(await pat.type('2')).toContain('Have you already shared it?');
      expect(await pat.type('no')).toContain('Who would receive it?');
      expect(await answers()).toMatchObject({
        'request-kind': 'asked',
        'request-frequency': 'repeated',
        'already-shared': 'no',
      });
    });

    it('is asked back when it could be two, and nothing is saved', async () => {
      await typeAll('start', 'no', 'mas', 'change 3', '1');
      const before = await draft();
      expect(await pat.type('yes')).toBe(
        'Nothing saved yet. Did you mean “Yes, nobody will be identifiable” (1) or “Yes, a code will replace names” (2)? Type the number.',
      );
      expect(await draft()).toEqual(before);
      expect(await pat.type('2')).toContain('Yes, a code will replace names');
    });

    it('that is not offered brings the options back', async () => {
      await pat.type('start');
      expect(await pat.type('7')).toContain('not one of the answers here');
      expect(pat.words).toContain('2. No');
      expect(await answers()).not.toHaveProperty('danger');
    });

    it('counts on the card that was shown: one given elsewhere since is not overwritten in silence', async () => {
      await typeAll('start', 'no');
      const mine = await draft();
      if (!mine) throw new Error('There is no draft.');
      await house.stores.drafts.save({ ...mine, answers: { ...mine.answers, agreement: 'cctv' } }, mine.revision);
      await pat.type('mas');
      expect(pat.reply.text).toContain('You answered this elsewhere in the meantime');
      expect(pat.reply.text).not.toContain('Saved:');
      expect(await answers()).toMatchObject({ agreement: 'cctv' });
      expect(await pat.type('mas')).toContain('Saved: Choose the agreement: MAS');
    });

    it('given elsewhere to one field of several is not taken for the one typed', async () => {
      await typeAll('start', 'no', 'mas');
      const mine = await draft();
      if (!mine) throw new Error('There is no draft.');
      await house.stores.drafts.save({ ...mine, answers: { ...mine.answers, 'request-kind': 'asked' } }, mine.revision);
      expect(await pat.type('no')).toContain('not one of the answers here');
      expect(await pat.type('once')).toContain('You answered this elsewhere in the meantime');
      expect(await answers()).toMatchObject({ 'request-kind': 'asked' });
      expect(await answers()).not.toHaveProperty('request-frequency');
      expect(await pat.type('once')).toContain('Saved: Is it once, or regular? Once');
    });

    it('stays unsaved, and says so, while the disk refuses', async () => {
      await typeAll('start', 'no', 'mas');
      house.disk.refuse = () => 'ENOSPC';
      expect(await pat.type('yes')).toContain('Not saved');
      house.disk.refuse = () => null;
      expect(await pat.type('yes')).toContain('Saved: Did someone ask');
    });
  });

  describe('words of one’s own', () => {
    it('are an answer when they are marked', async () => {
      await upToRecipient();
      expect(await pat.type('answer: Exampleton Primary School')).toContain(
        'Saved: Which organisation? Leave out people’s names. Exampleton Primary School',
      );
      expect(await answers()).toMatchObject({ 'recipient-organisation': 'Exampleton Primary School' });
    });

    it('are otherwise answered as a question, and offered as the answer', async () => {
      await upToRecipient();
      await pat.type('A school in the next borough');
      expect(buttons(pat.reply.followUp ?? { card: {}, text: '' }).map(({ title }) => title)).toEqual([
        'Go on with it',
        'Use it as my answer to “Which organisation?”',
      ]);
      expect(JSON.stringify(pat.reply.followUp?.card)).not.toContain('borough');
      await pat.press('Use it as my answer');
      expect(await answers()).toMatchObject({ 'recipient-organisation': 'A school in the next borough' });
      expect(await pat.type('school')).toContain('Saved: What kind of organisation is it? School or college');
    });

    it('offered as an answer are gone after half an hour, and are nobody else’s', async () => {
      await upToRecipient();
      await pat.type('A school in the next borough');
      const [, use] = buttons(pat.reply.followUp ?? { card: {}, text: '' });
      const sam = await aSpeaker(house, 'Sam Other');
      expect((await sam.send('checklist.use', use?.data)).text).toContain('Please type it again');
      later(31);
      expect(await pat.press('Use it as my answer')).toContain('Please type it again');
      expect(await answers()).not.toHaveProperty('recipient-organisation');
    });

    it('offered for a field that was answered since come back to be used or not', async () => {
      await upToRecipient();
      await pat.type('A school in the next borough');
      const [, use] = buttons(pat.reply.followUp ?? { card: {}, text: '' });
      await pat.type('answer: Exampleton Primary School');
      expect(await pat.send('checklist.use', use?.data)).toContain('You answered this elsewhere in the meantime');
      expect(await answers()).toMatchObject({ 'recipient-organisation': 'Exampleton Primary School' });
    });

    it('pass the identifier screen', async () => {
      await upToRecipient();
      await pat.type('answer: Exampleton clinic, about 943 476 5919');
      expect(JSON.stringify(await answers())).not.toContain('5919');
      await typeAll('school', 'a: the nurse, NHS number 943 476 5919', 'yes', 'skip');
      expect(JSON.stringify(await draft())).not.toContain('5919');
      expect(pat.words).not.toContain('5919');
    });

    it('come back once to be looked at when something was taken out, and “next” goes on', async () => {
      await upToRecipient();
      await typeAll('answer: Exampleton clinic', 'health', 'answer: duty nurse', 'yes');
      expect(await pat.type('answer: 943 476 5919')).toContain('Please look at what is marked');
      expect(pat.reply.text).toContain('I took out');
      expect(await pat.type('next')).toContain('1 of 10.');
    });

    it('that are too long are not cut in silence', async () => {
      await typeAll('start', 'yes');
      const before = await draft();
      expect(await pat.type(`answer: ${'very long '.repeat(60)}`)).toContain('in 400 characters or fewer');
      expect(await draft()).toEqual(before);
    });

    it('never stand in a log', async () => {
      await upToRecipient();
      await typeAll('A secret school in Exampleton', 'answer: The secret school');
      expect(JSON.stringify(house.logged)).not.toContain('ecret school');
    });
  });

  describe('the words that stand for buttons', () => {
    it('go back, on, to a question, and say it again', async () => {
      await typeAll('start', 'no', 'mas');
      expect(await pat.type('back')).toContain('Which agreement are you sharing under?');
      expect(await pat.type('next')).toContain('How did this start?');
      expect(await pat.type('next')).toContain('Tell us whether someone asked for the information');
      expect(await pat.type('change 9')).toContain('9 of 10.');
      expect(await pat.type('change area')).toContain('Where is this sharing happening?');
      expect(await pat.type('options')).toContain('1. Kent or Medway');
      expect(pat.reply.card).toBeUndefined();
      expect(await pat.type('resume')).toContain('Where is this sharing happening?');
    });

    it('save, and lead back later', async () => {
      await typeAll('start', 'no', 'mas');
      expect(await pat.type('save')).toContain('Your draft is safe');
      later(24 * 60);
      expect(await pat.type('yes')).not.toContain('Saved:');
      expect(await pat.type('go on')).toContain('How did this start?');
    });

    it('discard only after asking', async () => {
      await typeAll('start', 'no');
      for (const words of ['cancel', 'discard', 'discard it']) {
        expect(await typeAll('keep it', words)).toContain('Discard this draft?');
        expect(await draft()).toBeDefined();
      }
      await typeAll('yes', 'ok', '2');
      expect(await draft()).toBeDefined();
      expect(await typeAll('cancel', 'yes, discard it')).toContain('Draft discarded');
      expect(await draft()).toBeUndefined();
    });

    it('keep their meaning before any answer', async () => {
      await pat.type('start');
      expect(await pat.type('help')).toContain('What you can ask me');
      expect(await pat.type('my drafts')).toContain('New checklist');
      expect(await pat.type('privacy')).toContain('What I keep about you');
      expect(await pat.type('no')).toContain('Saved:');
    });

    it('never submit before the end', async () => {
      await typeAll('start', 'no', 'mas');
      expect(await pat.type('submit')).toContain('Not submitted');
      expect(await house.stores.records.count()).toBe(0);
    });

    it('leave a question that begins like one to be answered', async () => {
      await typeAll('start', 'no', 'mas');
      await pat.type('Change of address: may the council tell housing?');
      expect(pat.reply.followUp?.text).toContain('where you left it');
    });
  });

  describe('when nothing is asked', () => {
    it.each(['yes', 'no', '2', 'dunno', 'answer: something', 'n/a'])('“%s” starts and saves nothing', async (words) => {
      await pat.type(words);
      expect(pat.reply.followUp).toBeUndefined();
      expect(await draft()).toBeUndefined();
      expect(pat.words).not.toContain('Saved');
    });

    it.each(['back', 'next', 'save', 'submit', 'cancel', 'options', 'go on', 'change 4'])(
      '“%s” says that no checklist is open',
      async (words) => expect(await pat.type(words)).toContain('No checklist is open here'),
    );
  });

  describe('in a group or channel', () => {
    it('touches no draft and shows nothing of it', async () => {
      await typeAll('start', 'no', 'mas');
      const before = await draft();
      for (const place of ['group', 'channel'] as const) {
        for (const words of ['yes', '1', 'no', 'answer: x', question, 'He has a knife and is outside']) {
          expect(await pat.type(words, place), words).not.toMatch(/Saved|MAS \(child safeguarding\):|where you left/);
          expect(pat.reply.followUp).toBeUndefined();
        }
        for (const words of [
          'go on',
          'next',
          'save',
          'submit',
          'cancel',
          'change 4',
          'options',
          'my drafts',
          'record it',
        ])
          expect(await pat.type(words, place), words).toContain('Let us do that in our own chat');
      }
      expect(await draft()).toEqual(before);
      expect(await pat.type('yes')).toContain('Saved: Did someone ask');
    });

    it('says of a reference that it is for the personal chat', async () => {
      expect(await pat.type('SR-7K3M-Q9', 'channel')).toContain('Let us do that in our own chat');
      expect(await pat.type('sr 7k3m q9', 'group')).toContain('Let us do that in our own chat');
    });
  });

  describe('danger', () => {
    const numbers = async () => {
      const settings = await house.stores.settings.read();
      const made = { frontDoor: 'Front door (made up), 020 7946 0004', outOfHours: '020 7946 0005 (made up)' };
      await house.stores.settings.save({ ...settings, ...made });
    };

    it.each(['emergency', '999', 'danger', 'Help now!', 'SOS'])(
      '“%s” brings the advice first, with the numbers',
      async (words) => {
        await numbers();
        for (const place of ['personal', 'channel'] as const) {
          expect(await pat.type(words, place)).toMatch(/^If someone is in danger now\n\nCall 999 now/);
          expect(pat.words).toContain('020 7946 0004');
          expect(pat.words).toContain('020 7946 0005');
        }
        expect(buttons(pat.reply.card ?? { card: {}, text: '' })).toEqual([]);
      },
    );

    it('is advised on in the middle of anything, and can be recorded by typing alone', async () => {
      await typeAll('start', 'no', 'mas', '999');
      expect(await pat.type('record it')).toContain('What are you sharing in this emergency?');
      await typeAll('answer: A pupil, from a parent with a weapon.', 'answer: The address, with police control.');
      expect(await pat.type('a: They are at the gate.')).toMatch(/SR-[A-Z0-9]{4}-[A-Z0-9]{2}/);
      const [heading] = await house.stores.records.list({ requester: await pat.id() });
      expect(heading).toMatchObject({ emergency: true });
      expect((await draft())?.answers).toMatchObject({ danger: 'no', agreement: 'mas' });
    });

    it('is recorded once, however often the button is pressed', async () => {
      await pat.type('emergency');
      const card = pat.reply.card ?? { card: {}, text: '' };
      const [record] = buttons(card);
      expect(record?.title).toBe('Record an emergency');
      await pat.press('Record an emergency');
      const sam = await aSpeaker(house, 'Sam Other');
      expect((await sam.send('checklist.emergency', record?.data)).text).toContain('I cannot open that here');
      await typeAll('answer: A pupil.', 'answer: The address.', 'answer: Now.');
      expect(await house.stores.records.count()).toBe(1);
      await pat.type('emergency');
      expect((await house.stores.drafts.ofOwner(await pat.id())).length).toBe(0);
    });

    it.each([
      'someone is in danger now',
      'he has a knife and is outside',
      'She is being attacked right now, who do I tell?',
      'a child is in immediate danger',
    ])('told in a sentence is answered, with the advice before it: “%s”', async (words) => {
      await numbers();
      await pat.type(words);
      expect(pat.reply.text).toMatch(/^Call 999 now.*020 7946 0004.*020 7946 0005/s);
      expect(pat.reply.card).toBeDefined();
    });

    it('typed as an answer is saved, with the advice before it', async () => {
      await upToRecipient();
      const words = await pat.type('answer: He has a knife and is outside');
      expect(words).toMatch(/^Call 999 now.*Saved: Which organisation/s);
    });

    it.each([question, 'A tenant threatened a neighbour last year', 'Is knife crime data shared with schools?'])(
      'is not read into “%s”',
      async (words) => {
        await pat.type(words);
        expect(pat.reply.text).toBeUndefined();
      },
    );
  });

  describe('the whole checklist', () => {
    /** The first thing that is asked next, by what the bot said. */
    const nextAnswer = (words: string): string => {
      const asked = words.slice(words.indexOf('Next, '));
      const label = asked.split('\n')[1] ?? '';
      if (label.startsWith('What do you decide?')) return 'share it';
      if (label.startsWith('Did someone give it to you in confidence')) return 'no';
      if (label.startsWith('In your work, has a child told you')) return 'neither of these';
      if (/^1\. /m.test(asked.split('\nType ')[0] ?? '')) return '1';
      if (asked.includes('Type a day')) return '15 January 2027';
      return label.endsWith('(required)') ? 'answer: Made-up words for a test' : 'skip';
    };

    it('is answered, checked and submitted by typing alone', async () => {
      await typeAll('start', 'no', 'mas');
      for (let turns = 0; turns < 150 && !pat.words.includes('Type “submit”'); turns += 1)
        await pat.type(nextAnswer(pat.reply.text ?? ''));
      expect(pat.words).toContain('Type “submit” to send it for review');
      expect(pat.reply.card?.text).toContain('Check your answers');

      for (const words of ['yes', 'ok', 'send it', 'approve']) await pat.type(words);
      expect(await house.stores.records.count()).toBe(0);
      expect(pat.reply.followUp?.text).toContain('at check your answers');
      expect(await pat.type('go on')).toContain('Check your answers');
      expect(await pat.type('change 4')).toContain('4 of 10.');
      await typeAll('in writing', 'yes', 'no', 'next', 'next', 'next');
      for (let turns = 0; turns < 40 && !pat.words.includes('Check your answers'); turns += 1) await pat.type('next');
      expect(await pat.type('back')).not.toContain('Check your answers');
      await typeAll('next');
      expect(await pat.type('submit')).toMatch(/SR-[A-Z0-9]{4}-[A-Z0-9]{2}/);
      const [heading] = await house.stores.records.list({ requester: await pat.id() });
      const record = await house.stores.records.open(heading?.case ?? '');
      expect(record?.submission?.answers).toMatchObject({
        agreement: 'mas',
        decision: 'share',
        told: 'in-writing',
        'review-on': '2027-01-15',
      });
      expect(await draft()).toBeUndefined();
    });
  });

  describe('About me', () => {
    it('can be typed by somebody new, who goes on with the checklist', async () => {
      const sam = await aTypist(house, 'Sam Newcomer');
      await sam.type('start');
      expect(await sam.type('no')).toContain('To fill this in by typing, type “about me:”');
      expect(await sam.type('about me: Exampleton Council; martians; London; social worker')).toContain(
        'Kinds: Council, Police',
      );
      expect(await sam.type('about me: Exampleton Council; council; london; social worker')).toContain(
        'Which agreement are you sharing under?',
      );
      expect((await house.stores.people.byId(await sam.id()))?.profile).toEqual({
        ...profile,
        organisation: 'Exampleton Council',
      });
      expect(await sam.type('mas')).toContain('Saved: Choose the agreement');
    });

    it('goes on with the rest of an emergency, not with the three answers that are a record already', async () => {
      const sam = await aTypist(house, 'Sam Newcomer');
      await sam.type('start');
      await sam.type('yes');
      await sam.press('Continue', {
        'emergency-who': 'A made-up pupil.',
        'emergency-shared': 'The address, with the made-up control room.',
        'emergency-why': 'They are at the made-up gate.',
      });
      await sam.press('Complete the record');
      expect(await sam.type('about me: Exampleton Council; council; london; social worker')).toContain(
        'Which agreement are you sharing under?',
      );
    });

    it('is in nobody’s way in an emergency', async () => {
      const sam = await aTypist(house, 'Sam Newcomer');
      await sam.type('start');
      expect(await sam.type('yes')).toContain('What are you sharing in this emergency?');
    });
  });

  it('has an answer to any words in any order, and submits nothing that was not told to', async () => {
    const said = fc.array(
      fc.oneof(
        fc.constantFrom(
          'start',
          'back',
          'next',
          'save',
          'go on',
          'options',
          'cancel',
          'keep it',
          'discard it',
          'change 4',
        ),
        fc.constantFrom(
          'no',
          '2',
          '1',
          'dunno',
          'skip',
          'mas',
          'kent',
          '1, 2',
          'answer: made-up words',
          'tomorrow',
          'help',
        ),
        fc.constantFrom(question, 'he has a knife and is outside', 'my drafts', 'change of address'),
        fc.string({ maxLength: 12 }),
      ),
      { maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(said, async (all) => {
        await pat.type('start');
        await pat.type('no');
        for (const words of all) {
          expect((await pat.type(words)).trim(), words).not.toBe('');
          const [newest] = await house.stores.drafts.ofOwner(await pat.id());
          if (newest) expect(newest.answers).not.toHaveProperty('decision');
        }
        expect(await house.stores.records.count()).toBe(0);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('decides nothing in a review', async () => {
    await giveRoles(house, (await house.stores.people.byId(await pat.id()))?.directoryId ?? '', ['approver']);
    for (const words of ['approve', 'yes', 'decline', 'submit']) await pat.type(words);
    expect(await house.stores.records.count()).toBe(0);
  });
});
