import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../bot/cli/browser.ts';
import { flowOf } from '../../bot/cli/flow/flow.ts';
import { flowSvg } from '../../bot/cli/flow/svg.ts';
import { galleryOf } from '../../bot/cli/gallery/gallery.ts';
import { type Look, lookAtAll } from '../../bot/cli/gallery/look.ts';
import { measure } from '../../bot/cli/gallery/measure.ts';
import { knowledge } from '../make/knowledge.ts';

/** Every card in a real browser, drawn by the official renderer. Some minutes: there are hundreds of them. */
const long = 600_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const namesWith = (looks: readonly Look[], what: 'violations' | 'outside' | 'clipped' | 'unreachable') =>
  looks.flatMap((look) => look[what].map((found) => `${look.name}: ${found}`));

describe('every card, light and dark, at 320 and 700 pixels', () => {
  let looks: Look[];
  beforeAll(async () => {
    looks = await lookAtAll(browser, galleryOf(knowledge));
  }, long);

  test('has nothing that axe-core finds fault with', () => {
    expect(namesWith(looks, 'violations')).toEqual([]);
  });

  test('stays within its width and cuts no words', () => {
    expect(namesWith(looks, 'outside')).toEqual([]);
    expect(namesWith(looks, 'clipped')).toEqual([]);
  });

  test('has buttons that a finger and the keyboard reach', () => {
    expect(namesWith(looks, 'unreachable')).toEqual([]);
  });

  test('is about one screen of a small phone where it answers', () => {
    const answers = looks.filter(({ card, width }) => width === 320 && (card === 'answer' || card === 'topic'));
    const heights = answers.map(({ height }) => height).sort((one, other) => one - other);
    const over = answers.filter(({ height }) => height > 640);
    const middle = heights[Math.floor(heights.length / 2)];
    console.log(`Answers at 320 px: ${heights.length}, median ${middle} px, tallest ${heights.at(-1)} px.`);
    for (const { name, height } of over) console.log(`Taller than 640 px: ${name}, ${height} px`);
    expect(heights.length).toBeGreaterThan(100);
    // What must stand on a card may take a line or two more than the estimate of cards/phone.ts has room for.
    expect(heights.at(-1)).toBeLessThan(640 + 2 * 20);
  });
});

describe('the look finds', () => {
  const card = (...body: object[]) => ({
    card: { card: { type: 'AdaptiveCard', version: '1.5', body }, text: '' },
  });
  const lookAt = (...body: object[]) =>
    lookAtAll(browser, [{ card: 'list', samples: [{ name: 'planted', ...card(...body) }] }]);

  test('an input without a name', async () => {
    const found = namesWith(await lookAt({ type: 'Input.Text', id: 'in_words' }), 'violations');
    expect(found.join()).toContain('label');
  });

  test('a colour that is hard to read, in the theme where it is', async () => {
    const text = { type: 'TextBlock', text: 'Tell us why', color: 'Attention', weight: 'Bolder' };
    const found = namesWith(await lookAt(text), 'violations');
    expect(found.join()).toContain('color-contrast');
    expect(found.join()).not.toContain('(light');
  });

  test('what sticks out of the card, and words that are cut', async () => {
    const wide = {
      type: 'ColumnSet',
      columns: [{ type: 'Column', width: '400px', items: [{ type: 'TextBlock', text: 'wide' }] }],
    };
    const looks = await lookAt(wide, { type: 'TextBlock', text: 'words that do not fit '.repeat(9), wrap: false });
    expect(namesWith(looks, 'outside').join()).toContain('(light, 320)');
    expect(namesWith(looks, 'outside').join()).not.toContain('700');
    expect(namesWith(looks, 'clipped').join()).toContain('words that do not fit');
  });

  test('buttons that something covers, or that the keyboard passes over', async () => {
    const page = await browser.newPage();
    const cover = '<p style="position:absolute;margin:0;left:0;top:0;width:90%;height:90%">on top</p>';
    await page.setContent(
      `<div class="card"><div style="position:relative"><button>covered</button>${cover}</div><button tabindex="-1">passed</button><button>free</button></div>`,
    );
    const { unreachable } = await measure(page);
    await page.close();
    expect(unreachable).toEqual(['covered', 'passed']);
  });

  test('what is wrong in a part that is folded away', async () => {
    const looks = await lookAt({
      type: 'Container',
      isVisible: false,
      items: [{ type: 'Input.Text', id: 'in_words' }],
    });
    const found = namesWith(looks, 'violations');
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toContain('opened');
  });
});

describe('the picture of the flow', () => {
  test('is sound SVG, and a browser keeps its words within their boxes', async () => {
    const page = await browser.newPage();
    await page.setContent('<body></body>');
    const outside = await page.evaluate<string[]>(`(() => {
      const svg = new DOMParser().parseFromString(${JSON.stringify(await flowSvg(flowOf(knowledge)))}, 'image/svg+xml');
      if (svg.querySelector('parsererror')) return ['not well-formed'];
      document.body.append(svg.documentElement);
      return [...document.querySelectorAll('g g')].flatMap((box) => {
        const frame = box.querySelector('rect').getBoundingClientRect();
        const sticksOut = (text) => text.getBoundingClientRect().right > frame.right || text.getBoundingClientRect().bottom > frame.bottom;
        return [...box.querySelectorAll('text')].filter(sticksOut).map((text) => text.textContent);
      });
    })()`);
    await page.close();
    expect(outside).toEqual([]);
  });
});
