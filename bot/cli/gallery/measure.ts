import type { Page } from 'playwright-core';

/** How the one card on the page is drawn. */
export interface Measured {
  /** Height in pixels. */
  readonly height: number;
  /** What sticks out of the card to the left or right. */
  readonly outside: readonly string[];
  /** Words of which a part cannot be seen. */
  readonly clipped: readonly string[];
  /** Buttons that a finger or the keyboard does not reach. */
  readonly unreachable: readonly string[];
}

/** Measures the one card that the page shows. */
export const measure = (page: Page): Promise<Measured> => page.evaluate<Measured>(script);

/** Runs in the page; a string, because nothing else here is written for a browser. */
const script = `(() => {
  const card = document.querySelector('.card');
  const frame = card.getBoundingClientRect();
  const seen = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  const words = (element) => (element.getAttribute('aria-label') || element.innerText || element.outerHTML).slice(0, 80);
  const all = [...card.querySelectorAll('*')].filter(seen);
  const isCut = (element) => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const cuts = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip') || textOverflow === 'ellipsis';
    return cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  };
  const isReached = (element) => {
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return element.tabIndex >= 0 && (element === hit || element.contains(hit));
  };
  return {
    height: Math.round(frame.height),
    outside: all.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < frame.left - 0.5 || right > frame.right + 0.5;
    }).map(words),
    clipped: all.filter((element) => element.innerText && isCut(element)).map(words),
    unreachable: all.filter((element) => element.matches('button, [role=button]') && !isReached(element)).map(words),
  };
})()`;
