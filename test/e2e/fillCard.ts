import type { Locator } from 'playwright-core';
import type { Playground } from './playground.ts';

/** What a person picks or types, by a part of the label; anything else gets the first option or made-up words. */
export type Wishes = Readonly<Record<string, string>>;

const madeUp = 'Made-up words for a test';

const wish = (wishes: Wishes, label: string): string | undefined =>
  Object.entries(wishes).find(([part]) => label.includes(part))?.[1];

/** Fills every input of the newest card as a person would, by mouse and keyboard. */
export async function fillCard(window: Playground, wishes: Wishes): Promise<void> {
  const card = window.page.locator('.ac-adaptiveCard').last();
  const fields = card.locator('div').filter({ has: window.page.locator(':scope > label.ac-richTextBlock') });
  for (const field of await fields.all()) {
    const label = (await field.locator('> label.ac-richTextBlock').first().innerText()).trim();
    await fillOne(window, field, wish(wishes, label));
  }
}

async function fillOne({ page }: Playground, field: Locator, wanted: string | undefined): Promise<void> {
  // A date is optional everywhere, and its calendar is the Playground's own.
  if ((await field.getByPlaceholder('Select a date').count()) > 0) return;
  const combobox = field.getByRole('combobox');
  if ((await combobox.count()) > 0) {
    await combobox.click();
    const options = page.getByRole('option');
    await (wanted === undefined ? options.first() : options.filter({ hasText: wanted }).first()).click();
    return;
  }
  for (const role of ['radio', 'checkbox'] as const) {
    const choices = field.getByRole(role);
    if ((await choices.count()) === 0) continue;
    const titles = await field.locator(role === 'radio' ? '.fui-Radio' : '.fui-Checkbox').allInnerTexts();
    const at = wanted === undefined ? 0 : titles.findIndex((title) => title.includes(wanted));
    await choices.nth(at).check();
    return;
  }
  const box = field.locator('textarea, input').first();
  await box.fill(wanted ?? madeUp);
  await box.blur();
}
