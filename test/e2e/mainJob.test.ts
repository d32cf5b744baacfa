import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../bot/cli/browser.ts';
import { type DemoProcess, startDemo } from './demoProcess.ts';
import { fillCard } from './fillCard.ts';
import { savePicture } from './picture.ts';
import { openPlayground, type Playground } from './playground.ts';

const question = 'A health visitor is worried about bruising on a baby. Which agreement covers telling the council?';

/** What Pat answers; everything is made up. Where nothing fits, the first option or made-up words. */
const wishes = {
  'Your organisation': 'Exampleton Community Health (fictional)',
  'What kind of organisation is it': 'Health',
  'Where do you work': 'London',
  'Your role': 'health visitor',
  'Who reviews your decisions': 'Ari Approver (fictional)',
  'serious harm right now': 'No',
  'Which organisation?': 'Exampleton Borough Council (fictional)',
  'Which job role': 'duty social worker',
  'any of these': 'Neither',
  'in confidence?': 'No',
  'what is the sharing for': 'So that the front door can decide what help a made-up child needs.',
  'Give the main reasons': 'The front door needs to know soon what was seen.',
};

const slow = 20_000;

describe('The main job, in real chat windows', () => {
  let demo: DemoProcess;
  let browser: Browser;
  let pat: Playground;
  let ari: Playground;
  let ira: Playground;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await openBrowser();
    pat = await openPlayground(browser, demo.practitioner);
    ari = await openPlayground(browser, demo.approver);
    ira = await openPlayground(browser, demo.igLead);
    await Promise.all([pat, ari, ira].map((window) => window.waitForCard('Sharing Guide', slow)));
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  /** The Playground loses a reply that comes before it has drawn the message: then the page is turned, or it is said again. */
  async function asked(place: 'personal' | 'group' | 'channel', words: string, answer: string): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      await (place === 'personal' ? pat.say(words) : pat.mention(words));
      await pat.go(place === 'personal' ? 'group' : 'personal');
      await pat.go(place);
      const isDrawn = await pat.waitForText(answer, attempt === 3 ? slow : slow / 4).then(
        () => true,
        () => false,
      );
      if (isDrawn) return;
    }
    throw new Error(`${place}: “${answer}” was not drawn`);
  }

  /** Presses and waits until the card has changed. */
  async function onward(window: Playground, title: string): Promise<void> {
    const before = await window.lastCard();
    await window.press(title);
    await expect.poll(() => window.lastCard(), { timeout: slow }).not.toBe(before);
  }

  async function answerEverything(): Promise<void> {
    for (let cards = 0; cards < 40; cards += 1) {
      if ((await pat.lastCard()).includes('Check your answers')) return;
      await fillCard(pat, wishes);
      await onward(pat, (await pat.buttons()).includes('Save and go on') ? 'Save and go on' : 'Continue');
    }
    throw new Error(`Not done after 40 cards: ${await pat.lastCard()}`);
  }

  it('Pat asks which agreement it is, and tells where', async () => {
    await pat.say(question);
    await pat.waitForCard('Where do you work', slow);
    await onward(pat, 'London');
    await pat.waitForCard('Multi-Agency Safeguarding', slow);
    const card = await pat.lastCard();
    for (const words of ['bruising', 'It covers', 'It does not cover', 'no review since', 'MAS DSA §'])
      expect(card).toContain(words);
  }, 60_000);

  it('Pat works through the ten questions and submits', async () => {
    await onward(pat, 'Start the checklist with this agreement');
    await answerEverything();
    expect(await pat.lastCard()).toContain('Ari Approver (fictional) gets it to review');
    await onward(pat, 'Submit for review');
    await pat.waitForCard('Waiting for review', slow);
    expect(await pat.lastCard()).toMatch(/Record SR-[A-Z0-9]{4}-[A-Z0-9]{2}/);
  }, 240_000);

  it('Ari gets it in their own chat and approves; Pat is told, and the card from before shows it too', async () => {
    await ari.waitForText('A decision is waiting for your review.', slow);
    await savePicture(browser, [pat, ari], 'at-work');
    const [comment = ''] = await ari.page
      .locator('label.ac-richTextBlock', { hasText: 'Comment: why you decline' })
      .allInnerTexts();
    await ari.fill(comment.trim(), 'Clear and needed.');
    await onward(ari, 'Approve');
    await ari.waitForCard('Approved by Ari Approver (fictional)', slow);
    await pat.waitForText('Your record has been reviewed.', slow);
    await pat.waitForCard('You may go ahead', slow);
    await expect.poll(() => pat.text(), { timeout: slow }).not.toContain('Waiting for review');
  }, 90_000);

  it('Ira changes what the bot knows, Ari publishes it, and the next answer’s details show it', async () => {
    const changed = 'For keeping children safe and well in London, together (changed for a test).';
    await ira.say('knowledge MAS');
    await ira.waitForCard('What I know', slow);
    await ira.pick('Multi-Agency Safeguarding data sharing agreement (MAS)');
    await ira.waitForCard('Nobody has changed it yet', slow);
    await ira.pick('Summary');
    await ira.waitForCard('Change what I know', slow);
    await ira.fill('Summary', changed);
    await ira.fill('Why? (required)', 'Clearer words.');
    await onward(ira, 'Check and propose');
    await ira.waitForCard('Waiting for an editor', slow);

    await ari.waitForText(changed, slow);
    await onward(ari, 'Publish');
    await ari.waitForCard('Published', slow);
    await ira.waitForText('My answers use the new text.', slow);

    await asked('personal', question, 'You mentioned');
    await pat.waitForCard('You mentioned', slow);
    await onward(pat, 'Details');
    await pat.waitForCard(changed, slow);
  }, 90_000);

  it('in a group and a channel the bot answers a question, and shows nothing of a case', async () => {
    for (const place of ['group', 'channel'] as const) {
      await pat.go(place);
      await asked(place, 'Which agreement covers CCTV footage for the police?', 'CCTV data sharing agreement');
      await asked(place, 'my records', 'I never show a case in a group or channel.');
      expect(await pat.text()).not.toMatch(/SR-[A-Z0-9]{4}|Start the checklist/);
    }
  }, 90_000);
});
