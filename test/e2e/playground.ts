import type { Browser, Locator, Page } from 'playwright-core';

/**
 * One window of the Agents Playground in a real browser, driven as a person would: by what is written on the screen.
 *
 * What its page is made of (version 0.2.28; no test ids, hashed class names): cards are `.ac-adaptiveCard`, newest last;
 * the message box is a Lexical editor; a mention is chosen from a menu that typing "@" opens; the log panel repeats
 * what was sent, so it is closed and text is looked for in the chat alone. Cards are 446 px wide at every width, and a
 * window narrower than about 800 px scrolls sideways and hides buttons: how cards look on a phone is for the gallery.
 */
export interface Playground {
  /** Types a message and sends it. In a group or channel the bot hears only mentions. */
  say(words: string): Promise<void>;
  /** Mentions the bot and says something: the way to speak to it in a group or channel. */
  mention(words: string): Promise<void>;
  /** Goes to another conversation of this window. */
  go(to: 'personal' | 'group' | 'channel'): Promise<void>;
  /** Presses a button on the newest card that has it. */
  press(title: string): Promise<void>;
  /** Clicks the newest card where it says exactly this, e.g. a row of a list. */
  pick(words: string): Promise<void>;
  /** Types into the newest text, number or date input with this label. */
  fill(label: string, words: string): Promise<void>;
  /** Chooses one option of the newest radio group, list of boxes or drop-down with this label. */
  choose(label: string, option: string): Promise<void>;
  /** Ticks or clears the newest box with this title. */
  tick(title: string, on?: boolean): Promise<void>;
  /** Everything the newest card says, one space between words. Empty while there is no card. */
  lastCard(): Promise<string>;
  /** Resolves when the newest card says this; rejects with what it says instead. */
  waitForCard(words: string, ms?: number): Promise<void>;
  /** Resolves when this stands anywhere in the chat. */
  waitForText(words: string, ms?: number): Promise<void>;
  /** Titles of the newest card's buttons. */
  buttons(): Promise<string[]>;
  /** Everything in the chat, one space between words. */
  text(): Promise<string>;
  screenshot(path: string): Promise<void>;
  /** Opening again empties the chat and sends the bot the same arrival as the first time. */
  reload(): Promise<void>;
  close(): Promise<void>;
  /** Where a new message is written. A card found with the search stands in it until it is sent. */
  readonly messageBox: Locator;
  /** For what is not foreseen here. */
  readonly page: Page;
}

/** How long a machine that is busy may take; nothing is measured by it. */
const USUAL_WAIT_MS = 20_000;
/** The page is three megabytes of script, and a busy machine takes its time. */
const OPENING_MS = 40_000;

/** Opens a window, waits until the bot's side answers and closes the log panel. */
export async function openPlayground(browser: Browser, address: string): Promise<Playground> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1400 }, locale: 'en-GB' });
  // Fonts and the like from elsewhere: not needed, and waiting for them where there is no network takes seconds.
  await context.route(
    (url) => url.origin !== address,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(USUAL_WAIT_MS);
  await page.goto(address, { waitUntil: 'domcontentloaded', timeout: OPENING_MS });
  await settle(page);
  return playground(page, () => context.close());
}

function playground(page: Page, close: () => Promise<void>): Playground {
  let place: keyof typeof conversations = 'personal';
  /** New cards stand below, but in a channel new posts stand above. */
  const newest = (found: Locator): Locator => (place === 'channel' ? found.first() : found.last());
  const input = (label: string): Locator => newest(labelled(page, label));
  const lastCard = async () => ((await cards(page).count()) === 0 ? '' : wordsOf(newest(cards(page))));
  /** When it cannot be done, what the chat says tells why. */
  const seen = async (what: string, act: () => Promise<void>) => {
    try {
      await act();
    } catch (cause) {
      throw new Error(`${what} could not be pressed; the chat says: ${await wordsOf(chat(page))}`, { cause });
    }
  };
  return {
    page,
    messageBox: messageBox(page),
    close,
    lastCard,
    say: async (words) => {
      await type(page, words);
      await send(page);
    },
    mention: async (words) => {
      await type(page, '@');
      await page.getByRole('menuitem', { name: 'Sharing Guide' }).click();
      await page.keyboard.type(` ${words}`);
      await send(page);
    },
    go: async (to) => {
      place = to;
      await page.getByRole('treeitem', { name: conversations[to] }).click();
      await messageBox(page).waitFor();
    },
    press: (title) => seen(`the button “${title}”`, () => newest(cards(page).locator(button(page, title))).click()),
    pick: (words) => seen(`“${words}”`, () => newest(cards(page).getByText(words, { exact: true })).click()),
    fill: async (label, words) => {
      const field = input(label).locator('textarea, input').first();
      await field.fill(words);
      await field.blur();
    },
    choose: (label, option) => choose(page, input(label), option),
    tick: (title, on = true) => newest(cards(page).locator(box(page, title))).setChecked(on),
    waitForCard: (words, ms) => until(lastCard, words, 'the newest card', ms),
    waitForText: (words, ms) => until(() => wordsOf(chat(page)), words, 'the chat', ms),
    buttons: () => newest(cards(page)).locator('.ac-actionSet').getByRole('button').allInnerTexts(),
    text: () => wordsOf(chat(page)),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    reload: async () => {
      place = 'personal';
      await page.reload({ waitUntil: 'domcontentloaded' });
      await settle(page);
    },
  };
}

const conversations = { personal: 'Personal Chat', group: /^Group/, channel: / - Casework$/ } as const;

/** The cards of the chat, without what stands in a message box and is not sent yet. */
const cards = (page: Page): Locator => page.locator('.ac-adaptiveCard:not([data-lexical-editor] *)');
/** In a channel the boxes for replies stand below it. */
const messageBox = (page: Page): Locator => page.locator('[data-lexical-editor]').first();
const button = (page: Page, title: string): Locator => page.getByRole('button', { name: title, exact: true });

/** The outermost part that holds the message box, but neither the title bar nor the list of conversations. */
const chat = (page: Page): Locator =>
  page.locator('xpath=(//*[@data-lexical-editor])[1]/ancestor::*[not(.//h1) and not(.//*[@role="region"])]').first();

/** An input with its label, which has a star after it when the input is required. */
const labelled = (page: Page, label: string): Locator =>
  cards(page)
    .locator('div')
    .filter({ has: page.locator(':scope > label.ac-richTextBlock', { hasText: whole(label, '( \\*)?') }) });

/** A box's own name is its list's label; its title stands beside it. */
const box = (within: Page | Locator, title: string): Locator =>
  within.locator('.fui-Checkbox', { hasText: whole(title) }).locator('input');

const whole = (words: string, more = ''): RegExp =>
  new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${more}$`);

/** A choice has three faces: a drop-down, radio buttons, boxes. */
async function choose(page: Page, choice: Locator, option: string): Promise<void> {
  await choice.waitFor();
  const dropDown = choice.getByRole('combobox');
  const radios = choice.getByRole('radiogroup');
  if ((await dropDown.count()) > 0) {
    await dropDown.click();
    await page.getByRole('option', { name: option, exact: true }).click();
  } else if ((await radios.count()) > 0) await radios.getByRole('radio', { name: option, exact: true }).check();
  else await box(choice, option).check();
}

/** What is drawn meanwhile can take the box away under the writer: then it is written again. */
async function type(page: Page, words: string): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    // Not a click: what the page lays over the box while it opens would take it.
    await messageBox(page).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(words);
    if ((await wordsOf(messageBox(page))).includes(inOneLine(words))) return;
  }
  throw new Error(`“${words}” could not be written; the box says: ${await wordsOf(messageBox(page))}`);
}

/** In a channel a new post has a button; everywhere else Enter sends. */
async function send(page: Page): Promise<void> {
  const post = button(page, 'Post');
  if ((await post.count()) > 0) await post.click();
  else await page.keyboard.press('Enter');
}

async function settle(page: Page): Promise<void> {
  await messageBox(page).waitFor();
  // It is there once the Playground has reached the bot and told it of the arrival.
  await page.getByText('conversationUpdate').first().waitFor();
  await page.getByTitle('Toggle Log Panel').click();
}

/** As a person sees it: hidden parts are left out, blocks stand apart. */
async function wordsOf(part: Locator): Promise<string> {
  return inOneLine(await part.innerText());
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function until(read: () => Promise<string>, words: string, where: string, ms = USUAL_WAIT_MS): Promise<void> {
  const wanted = inOneLine(words);
  const deadline = Date.now() + ms;
  let said = await read();
  while (!said.includes(wanted)) {
    if (Date.now() > deadline) throw new Error(`"${wanted}" did not come within ${ms} ms; ${where} says: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    said = await read();
  }
}
