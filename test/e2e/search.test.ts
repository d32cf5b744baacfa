import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../bot/cli/browser.ts';
import { type DemoProcess, startDemo } from './demoProcess.ts';
import { openPlayground, type Playground } from './playground.ts';

const slow = 20_000;

/**
 * Opens the search beside the message box. Every post of a channel has a box for replies too, below; once the bot's
 * greeting is there, the last one is a reply's. The Playground sends no first query, and asks with every letter.
 */
async function openSearch(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Trigger Message Extension App' }).first().click();
  await page.getByRole('menuitem', { name: 'Search Command' }).click();
  return page.getByPlaceholder('Enter a search term');
}

describe('The search beside the message box', () => {
  let demo: DemoProcess;
  let browser: Browser;
  let pat: Playground;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await openBrowser();
    pat = await openPlayground(browser, demo.practitioner);
    await pat.waitForCard('Sharing Guide', slow);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it('says what to do next when nothing is found', async () => {
    const box = await openSearch(pat.page);
    await box.fill('qwertyzz');
    await pat.page.getByText('Nothing found.').waitFor({ timeout: slow });
    await pat.page.getByRole('button', { name: 'Close', exact: true }).click();
  }, 60_000);

  for (const place of ['group', 'channel'] as const) {
    it(`puts a card into a message in a ${place}, and its button answers there without a case`, async () => {
      await pat.go(place);
      const box = await openSearch(pat.page);
      await box.fill('mappa');
      await pat.page.getByText('London · we know its name and purpose').first().click({ timeout: slow });
      await sent(pat);
      await pat.waitForCard('Multi-Agency Public Protection Arrangements', slow);
      expect(await pat.buttons()).toEqual(['Details']);
      await pat.press('Details');
      await pat.waitForCard('Who shares with whom', slow);
      expect(await pat.text()).not.toMatch(/Start the checklist|SR-[A-Z0-9]{4}/);
    }, 60_000);
  }

  it('puts a card into the chat with the bot, which does not take it for a question', async () => {
    await pat.go('personal');
    const box = await openSearch(pat.page);
    await box.fill('email');
    await pat.page.getByText('How to share', { exact: true }).first().click({ timeout: slow });
    await sent(pat);
    await pat.waitForText('What would you like to share?', slow);
    expect(await pat.text()).not.toContain('No agreement I hold covers this');
  }, 60_000);
});

/** Sends the card that was put into the message box: with Post in a channel, else with the arrow. */
async function sent({ page, messageBox }: Playground): Promise<void> {
  await messageBox.locator('.ac-adaptiveCard').waitFor();
  const post = page.getByRole('button', { name: 'Post', exact: true });
  if ((await post.count()) > 0) await post.click();
  else await page.getByRole('button', { name: 'Send Message' }).click();
}
