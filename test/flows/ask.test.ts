import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Count } from '../../bot/stores/ports.ts';
import type { Rendered } from '../../cards/render.ts';
import type { MatchAnswer } from '../../knowledge/match/answer.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, type Speaker } from '../make/speaker.ts';

const baby = 'A health visitor is worried about bruising on a baby. Which agreement covers telling the council?';
const profile = {
  organisation: 'Exampleton Borough Council',
  kind: 'council',
  area: 'london',
  'role-title': 'social worker',
};
const titles = (card: Rendered): string[] => buttons(card).map(({ title }) => title);

describe('Asking', () => {
  let house: HouseUnderTest;
  let pat: Speaker;

  beforeEach(async () => {
    house = await aHouse();
    pat = await aSpeaker(house, 'Pat Practitioner');
  });
  afterEach(() => house.close());

  const inLondon = async () => {
    await pat.say('about me');
    await pat.press('Save', profile);
  };
  /** The button with just this title: “No” is not “None of these”. */
  const pressOnly = (title: string, on: Rendered = pat.card) => {
    const found = buttons(on).find((button) => button.title === title);
    if (!found) throw new Error(`No button is called “${title}”: ${titles(on).join(' | ')}`);
    return pat.send(found.verb, found.data);
  };
  const counted = async (what: Count['what']) =>
    (await house.stores.counts.read()).filter((count) => count.what === what).map(({ label, count }) => [label, count]);

  it('answers with why, what it covers and not, the basis, what to check and where that stands', async () => {
    await inLondon();
    await pat.say(baby);
    for (const words of [
      'Multi-Agency Safeguarding data sharing agreement (MAS) (London · text held)',
      'You mentioned “',
      'It covers:',
      'It does not cover:',
      'Lawful basis: UK GDPR Article 6',
      'Check first: Have both organisations signed? The copy we hold shows no review since 31 January 2021.',
      'Source: MAS DSA §',
      'Or ',
    ])
      expect(pat.card.text).toContain(words);
    expect(titles(pat.card)).toEqual(
      expect.arrayContaining(['Start the checklist with this agreement', 'Details', 'None of these', 'Yes', 'No']),
    );
  });

  it('says which fact it took into account after asking back', async () => {
    await pat.say(baby);
    expect(pat.card.text).toContain('Where do you work?');
    await pat.press('London');
    expect(pat.card.text).toContain('For London.');
    await pat.say('gang matrix');
    expect(pat.card.text).toContain('Who is the other party?');
    await pat.press('The police');
    expect(pat.card.text).toContain('The other party: the police.');
    expect(pat.card.text).toContain('Which of the two: Gangs and Serious Youth Violence, councils and police.');
  });

  it('says honestly that it does not hold the terms of an agreement that is only listed', async () => {
    await inLondon();
    await pat.say('Noisy neighbours every night, can housing tell the police?');
    expect(pat.card.text).toContain('only listed, live or draft not stated');
    expect(pat.card.text).toContain('and its lawful basis: The documents we hold do not say.');
    expect(pat.card.text).toContain('Ask your IG team for the text before you rely on it.');
  });

  it('turns the pages of the details and comes back to the same answer', async () => {
    await inLondon();
    const answer = await pat.say(baby);
    await pressOnly('Details');
    expect(pat.card.text).toContain('(Details, page 1 of');
    const first = pat.card.text;
    await pat.press('Next page');
    expect(pat.card.text).toContain('(Details, page 2 of');
    await pat.press('Previous page');
    expect(pat.card.text).toBe(first);
    await pat.press('Back to the answer');
    expect(pat.card.text).toBe(answer.text);
    expect(titles(pat.card)).toEqual(titles(answer));
  });

  it('keeps the answer in sight when it was right, says what is next and asks no more', async () => {
    await inLondon();
    await pat.say(baby);
    await pressOnly('Yes');
    expect(pat.card.text).toContain('Thank you. Next: start the checklist, or type another question.');
    expect(pat.card.text).toContain('It covers:');
    expect(titles(pat.card)).not.toContain('Yes');
    expect(await counted('right')).toEqual([['mas', 1]]);
  });

  /** A question of the content's own whose answer has the shape that a test needs. */
  const questionWith = (fits: (answer: MatchAnswer) => boolean): { text: string; answer: MatchAnswer } => {
    const knowledge = house.knowledge.current();
    const situations = knowledge.content.agreements.map((agreement) => agreement.situations);
    const uncovered = situations.flatMap(({ notCovered }) => notCovered.map(({ text }) => text));
    for (const text of [...situations.flatMap(({ covered }) => covered), ...uncovered]) {
      const answer = matchQuestion(knowledge, text, { area: 'london', answers: {} });
      if (fits(answer) && !answer.asks && answer.ranked.every(({ kind }) => kind === 'agreement'))
        return { text, answer };
    }
    throw new Error('The content has no such question.');
  };

  it('offers the others, the IG team and other words when it was not right', async () => {
    await inLondon();
    const answer = await pat.say(baby);
    await pressOnly('No');
    expect(pat.card.text).toContain('Ask again in other words');
    expect(titles(pat.card)).toEqual(expect.arrayContaining(['Send this to the IG team', 'Back to the answer']));
    expect(await counted('wrong')).toEqual([['mas', 1]]);
    await pat.press('Back to the answer');
    expect(pat.card.text).toBe(answer.text);
    await pressOnly('Details');
    await pat.press('Back to the answer');
    expect(titles(pat.card)).not.toContain('No');
  });

  it('counts one judgement of an answer, however often and by whomever it is pressed', async () => {
    await inLondon();
    const answer = await pat.say(baby);
    for (const title of ['Yes', 'Yes', 'No', 'None of these']) await pressOnly(title, answer);
    const sam = await aSpeaker(house, 'Sam Other');
    for (const { verb, data } of buttons(answer).filter(({ title }) => ['Yes', 'No', 'None of these'].includes(title)))
      await sam.send(verb, data);
    expect(await counted('right')).toEqual([['mas', 1]]);
    expect([...(await counted('wrong')), ...(await counted('none-of-these'))]).toEqual([]);
  });

  it('counts nothing under a label that does not exist', async () => {
    await inLondon();
    const answer = await pat.say(baby);
    const data = buttons(answer).find(({ title }) => title === 'Yes')?.data;
    expect((await pat.send('ask.right', { ...data, label: 'constructor' })).text).toContain('Nothing has changed');
    expect(await counted('right')).toEqual([]);
  });

  it('offers danger numbers, contacts, the IG team and other words when none of these fits', async () => {
    const settings = await house.stores.settings.read();
    await house.stores.settings.save({
      ...settings,
      igContact: 'IG team, ig@example.invalid',
      frontDoor: 'Exampleton front door 020 7946 0001',
    });
    await inLondon();
    await pat.say(baby);
    await pressOnly('None of these');
    for (const words of [
      'None of these',
      'Call 999',
      '020 7946 0001',
      'ig@example.invalid',
      'Ask again in other words',
    ])
      expect(pat.card.text).toContain(words);
    expect(titles(pat.card)).toContain('Send this to the IG team');
    expect(await counted('none-of-these')).toEqual([['mas', 1]]);
    await pressOnly('Send this to the IG team');
    expect(JSON.stringify(pat.card.card)).toContain('bruising on a baby');
  });

  it('says that nothing it holds covers a question, what to do now, and offers the IG team', async () => {
    await inLondon();
    await pat.say(questionWith(({ declined, ranked }) => declined === 'no-match' && ranked.length === 0).text);
    expect(pat.card.text).toContain('No agreement I hold covers this');
    expect(pat.card.text).toContain('That does not mean you may not share');
    expect(pat.card.text).toContain('Call 999');
    expect(titles(pat.card)).toContain('Send this to the IG team');
    expect(await counted('answered:none')).toEqual([['none', 1]]);
  });

  it('lists the other answers behind one button, each with what it is for, and comes back', async () => {
    await inLondon();
    const { text } = questionWith(({ ranked, band }) => ranked.length === 3 && band === 'probably');
    const answer = await pat.say(text);
    await pat.press('See other answers');
    expect(pat.card.text).toContain('Other answers');
    const others = pat.card;
    const offered = buttons(others).filter(({ verb, title }) => verb === 'ask.show' && title.startsWith('Open'));
    expect(offered).toHaveLength(2);
    await pat.send('ask.show', offered[0]?.data);
    expect(pat.card.text).toContain('This may be the agreement.');
    await pat.press('Back to the answer', {}, others);
    expect(pat.card.text).toBe(answer.text);
  });

  it('gives the question that tells a short choice apart, and shows what is chosen as an answer', async () => {
    await inLondon();
    const { agreements } = house.knowledge.current();
    const tellApart = ({ ranked: [one, other] }: MatchAnswer) =>
      agreements.get(one?.id ?? '')?.confusedWith.find(({ agreement }) => agreement === other?.id)?.tellApart;
    const { text, answer } = questionWith((found) => found.band === 'choose' && tellApart(found) !== undefined);
    await pat.say(text);
    expect(pat.card.text).toContain('Which of these is it?');
    expect(pat.card.text).toContain('You mentioned');
    expect(pat.card.text).toContain(tellApart(answer));
    await pat.press(`Open ${agreements.get(answer.ranked[1]?.id ?? '')?.shortName}`);
    expect(pat.card.text).toContain('This may be the agreement. You mentioned');
    await pressOnly('Yes');
    expect(await counted('right')).toEqual([[answer.ranked[1]?.id, 1]]);
  });

  it('answers with a topic on one card, what to do first, the rest in the details', async () => {
    await inLondon();
    await pat.say('Can I send it by plain email?');
    expect(pat.card.text).toContain('(How to share)');
    expect(pat.card.text).toContain('First: ');
    expect(pat.card.text).toMatch(/Sources?: .*§/);
    expect(titles(pat.card)).toEqual(expect.arrayContaining(['Details', 'None of these', 'Yes', 'No']));
    expect(titles(pat.card).some((title) => title.startsWith('Start'))).toBe(false);
    await pressOnly('Details');
    await pat.press('Back to the answer');
    expect(pat.card.text).toContain('First: ');
    await pressOnly('Yes');
    expect(pat.card.text).toContain('Thank you. Type another question whenever you like.');
  });

  it('asks for the question again when its 30 minutes are over, and still shows what needs no question', async () => {
    await inLondon();
    const answer = await pat.say(baby);
    house.clock = new Date(house.clock.getTime() + 31 * 60_000);
    await pressOnly('No', answer);
    expect(pat.card.text).toContain('Please ask again');
    await pressOnly('Details', answer);
    await pat.press('Back to the answer');
    expect(pat.card.text).toContain('Multi-Agency Safeguarding');
    expect(pat.card.text).not.toContain('You mentioned');
    await pressOnly('Yes', answer);
    expect(pat.card.text).toContain('Thank you');
    await pressOnly('None of these', answer);
    expect(titles(pat.card)).not.toContain('Send this to the IG team');
  });

  it('shows in a channel the answer without cases, no more of the question than the words that spoke for it', async () => {
    await inLondon();
    const answer = await pat.say(baby, 'channel');
    const all = [answer];
    for (const { verb, data } of buttons(answer)) all.push(await pat.send(verb, data, 'channel'));
    for (const card of all) {
      expect(titles(card).some((title) => title.startsWith('Start') || title.startsWith('Send this'))).toBe(false);
      expect(buttons(card).every(({ verb }) => verb.startsWith('ask.'))).toBe(true);
      expect(JSON.stringify(card.card)).not.toMatch(/worried|Which agreement covers/);
    }
    expect(all.some((card) => card.text.includes('ask me in our personal chat'))).toBe(true);
  });

  it('never shows the words of a question to anybody but its asker', async () => {
    await inLondon();
    const answer = await pat.say(baby, 'channel');
    const sam = await aSpeaker(house, 'Sam Other');
    for (const { verb, data } of buttons(answer)) {
      const card = await sam.send(verb, data, 'channel');
      expect(JSON.stringify(card.card)).not.toContain('You mentioned');
    }
  });

  describe('how the answers do', () => {
    it('is a table for IG leads, labels and numbers only, what is doubted most first', async () => {
      await inLondon();
      for (const title of ['Yes', 'No']) {
        await pat.say(baby);
        await pressOnly(title);
      }
      await pat.say('Noisy neighbours every night, can housing tell the police?');
      await pressOnly('Yes');
      const ira = await aSpeaker(house, 'Ira IG Lead', ['ig-lead']);
      for (const words of ['counts', 'how the answers do']) {
        const { text } = await ira.say(words);
        expect(text).toContain('September 2026 to November 2026');
        expect(text).toContain('Questions answered: 3.');
        expect(text).toMatch(/MAS \(child safeguarding\): right 1, not right 1.*\n.*ASB.*: right 1, not right 0/);
        expect(text).not.toMatch(/bruising|Pat/);
      }
      expect(JSON.stringify(ira.card.card)).toContain('"type":"Table"');
    });

    it('leaves out months that are over, and counts no small talk and no question back', async () => {
      await pat.say('thank you');
      await pat.say(baby);
      expect(await house.stores.counts.read()).toEqual([]);
      house.stores.counts.add('mas', 'wrong', new Date('2026-08-31T23:00:00Z'));
      const ira = await aSpeaker(house, 'Ira IG Lead', ['ig-lead']);
      expect((await ira.say('counts')).text).toContain('Nobody has said yet');
    });

    it('is for IG leads only', async () => {
      expect((await pat.say('counts')).text).toContain('needs another role');
      const editor = await aSpeaker(house, 'Eddie Editor', ['editor', 'approver']);
      expect((await editor.say('counts')).text).toContain('needs another role');
    });
  });
});
