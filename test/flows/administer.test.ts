import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, type Speaker, told } from '../make/speaker.ts';

const newSummary = 'For sharing what cameras saw, between councils and the police (changed in a test).';

describe('An editor changes what the bot knows', () => {
  let house: HouseUnderTest;
  let edie: Speaker;
  let eric: Speaker;

  beforeEach(async () => {
    house = await aHouse({ homeArea: 'london' });
    edie = await aSpeaker(house, 'Edie Editor', ['editor']);
    eric = await aSpeaker(house, 'Eric Editor', ['editor']);
  });
  afterEach(() => house.close());

  const openSummary = async (): Promise<void> => {
    await edie.say('knowledge cctv');
    await edie.press('Open CCTV');
    await edie.press('Open Summary');
  };
  const propose = async (text = newSummary): Promise<void> => {
    await openSummary();
    await edie.press('Check and propose', { text, why: 'Clearer words.' });
  };
  const summary = (): string | undefined => house.knowledge.current().agreements.get('cctv')?.summary.text;

  it('and the next answer shows it, once another editor has published it', async () => {
    const before = summary();
    await propose();
    expect(edie.card.text).toContain('Waiting for an editor');
    expect(edie.card.text).toContain(before);
    expect(summary()).toBe(before);

    const [asked] = await told(house, eric);
    expect(asked?.text).toContain(newSummary);
    expect(asked?.text).toContain('example questions');
    await eric.press('Publish', {}, asked);
    expect(eric.card.text).toContain('Published');
    const answer = await eric.say('Which agreement covers CCTV footage for the police?');
    expect(answer.text).toContain(newSummary);
    const [outcome] = await told(house, edie);
    expect(outcome?.text).toContain('Published');
  });

  it('and who, when and the former text are kept, over a restart', async () => {
    const before = summary();
    await propose();
    const [asked] = await told(house, eric);
    await eric.press('Publish', {}, asked);
    await house.restart();
    expect(summary()).toBe(newSummary);
    const [revision] = await house.stores.revisions.all();
    expect(revision).toMatchObject({
      number: 1,
      change: { before, after: newSummary },
      proposedBy: await edie.id(),
      publishedBy: await eric.id(),
    });
    await edie.say('knowledge cctv');
    await edie.press('Open CCTV');
    expect(edie.card.text).toContain('last by Edie Editor');
    expect(edie.card.text).toContain(before);
  });

  it('but never publishes their own change while a second editor is needed', async () => {
    await propose();
    expect(buttons(edie.card)).toEqual([]);
    const [waiting] = await house.stores.proposals.waiting();
    await edie.send('knowledge.publish', { proposal: waiting?.id });
    expect(edie.card.text).toContain('Another editor has to publish this');
    expect(await house.stores.revisions.all()).toEqual([]);
  });

  it('alone, where the house does not ask for a second editor', async () => {
    await house.close();
    house = await aHouse({ homeArea: 'london', publishNeedsSecondEditor: false });
    edie = await aSpeaker(house, 'Edie Editor', ['editor']);
    await propose();
    await edie.press('Publish');
    expect(summary()).toBe(newSummary);
  });

  it('and hears what is wrong with a change that does not hold, with the words kept', async () => {
    await edie.say('knowledge cctv');
    await edie.press('Open CCTV');
    await edie.press('Open Names people use');
    await edie.press('Add');
    await edie.press('Check and propose', { text: 'MAPPA', why: 'A try.' });
    const json = JSON.stringify(edie.card.card);
    expect(json).toContain('mappa');
    expect(json).toContain('A try.');
    expect(await house.stores.proposals.waiting()).toEqual([]);
  });

  it('adds an example question, which is answered before it is published', async () => {
    await edie.say('knowledge cctv');
    await edie.press('Open CCTV');
    await edie.press('Open Example questions');
    await edie.press('Add');
    await edie.press('Check and propose', {
      text: 'The bus lane camera caught a crash and traffic police want the clip.',
      why: 'Asked often.',
    });
    expect(edie.card.text).toContain('Nothing; this is new.');
  });

  it('cannot use a form whose text has moved since', async () => {
    await openSummary();
    const old = edie.card;
    await propose();
    const [asked] = await told(house, eric);
    await eric.press('Publish', {}, asked);
    await edie.press('Check and propose', { text: 'Another text', why: 'Late.' }, old);
    expect(edie.card.text).toContain('The text has changed since');
    expect(edie.card.text).toContain('Another text');
  });

  it('settles a proposal once: the second editor’s late click shows what stands', async () => {
    await propose();
    const [asked] = await told(house, eric);
    await eric.press('Turn down', {}, asked);
    await eric.press('Publish', {}, asked);
    expect(eric.card.text).toContain('Turned down');
    expect(await house.stores.revisions.all()).toEqual([]);
  });

  it('is refused to everybody without the role, whatever their card says', async () => {
    const pat = await aSpeaker(house, 'Pat Practitioner');
    expect((await pat.say('knowledge cctv')).text).toContain('needs another role');
    await propose();
    const [waiting] = await house.stores.proposals.waiting();
    expect((await pat.send('knowledge.publish', { proposal: waiting?.id })).text).toContain('needs another role');
    expect((await pat.send('knowledge.open', { target: 'agreement:cctv' })).text).toContain('needs another role');
    expect(await house.stores.revisions.all()).toEqual([]);
  });
});
