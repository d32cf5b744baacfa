import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../bot/cli/browser.ts';
import { type DemoProcess, startDemo } from './demoProcess.ts';
import { openPlayground, type Playground } from './playground.ts';

const slow = 20_000;

describe('An emergency, in real chat windows', () => {
  let demo: DemoProcess;
  let browser: Browser;
  let pat: Playground;
  let ari: Playground;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await openBrowser();
    pat = await openPlayground(browser, demo.practitioner);
    ari = await openPlayground(browser, demo.approver);
    await Promise.all([pat, ari].map((window) => window.waitForCard('Sharing Guide', slow)));
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it('says what to do first, is a record after three answers, and reaches a reviewer at once', async () => {
    await pat.say('999');
    await pat.waitForCard('Record an emergency', slow);
    expect(await pat.lastCard()).toContain('999');
    await pat.press('Record an emergency');
    await pat.waitForCard('What are you sharing in this emergency?', slow);
    await pat.fill(
      'Who is in danger, and from what? Say who they are to you (for example, a pupil). No names. (required)',
      'A made-up pupil, NHS 943 476 5919, from a made-up parent.',
    );
    await pat.fill(
      'What are you sharing, and with which role and organisation? No names. (required)',
      'The address, with the made-up control room.',
    );
    await pat.fill('Why can it not wait? (required)', 'The parent is at the made-up gate.');
    await pat.press('Continue');
    await pat.waitForCard('Emergency record SR-', slow);
    const record = await pat.lastCard();
    expect(record).toContain('Complete the record');
    expect(record).not.toContain('5919');
    await ari.waitForText('EMERGENCY', slow);
    expect(await ari.lastCard()).toContain('The parent is at the made-up gate.');
  }, 90_000);

  it('is completed later, with a question in between and an answer that is typed', async () => {
    await pat.press('Complete the record');
    await pat.waitForText('About me', slow);
    await pat.say('about me: Exampleton Council (fictional); council; London; social worker');
    await pat.waitForCard('Which agreement are you sharing under?', slow);
    await pat.say('Can I send it by ordinary email?');
    await pat.waitForCard('Your checklist is where you left it', slow);
    await pat.press('Go on with it');
    await pat.waitForCard('Which agreement are you sharing under?', slow);
    await pat.say('mas');
    await pat.waitForCard('How did this start?', slow);
  }, 120_000);
});
