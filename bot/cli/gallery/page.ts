import type { Sample, Samples } from './sample.ts';
import { hostConfig, themeCss, themes, widths } from './teamsHost.ts';

/**
 * The gallery as one page: the cards’ JSON, drawn by the official renderer when the page is opened. What is compared is
 * therefore text that needs no browser to make, and what is looked at is what the renderer draws.
 * `renderer` is where the page finds `adaptivecards`.
 */
export function galleryPage(groups: readonly Samples[], renderer: string): string {
  return `${[
    '<!doctype html>',
    '<html lang="en-GB">',
    '<!-- Made by `npm run draw` from cards/ and bot/cli/gallery/. Do not edit. -->',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<title>Sharing Guide: every card</title>',
    `<style>${css}</style>`,
    `<script src="${renderer}"></script>`,
    '</head>',
    '<body data-theme="light">',
    '<h1>Every card</h1>',
    '<p>With made-up content, drawn by the renderer that Teams uses, 320 and 700 pixels wide: <a href="?theme=light">light</a>, <a href="?theme=dark">dark</a>. It needs <code>npm ci</code> first.</p>',
    '<main></main>',
    ...groups.flatMap(({ card, samples }) => samples.map((sample) => sampleScript(card, sample))),
    `<script>${script}</script>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

/** What other clients read instead repeats the rest, and would double the page. */
const left = ['$schema', 'fallback', 'fallbackText'];

/** A card as data in the page, one line each, so that a change shows which card it touches. */
function sampleScript(card: string, { name, card: { card: whole } }: Sample): string {
  const json = JSON.stringify(whole, (key, value) => (left.includes(key) ? undefined : value));
  const data = `data-card="${attribute(card)}" data-name="${attribute(name)}"`;
  return `<script type="application/json" ${data}>${json.replaceAll('<', '\\u003c')}</script>`;
}

const attribute = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const css = [
  'body{margin:24px;font-family:"Segoe UI",Tahoma,Geneva,Verdana,sans-serif;font-size:14px;line-height:1.33}',
  'a{color:inherit}',
  '.pair{display:flex;gap:24px;align-items:flex-start}',
  // A chat breaks words that no line can hold, and its cards inherit that.
  '.card{box-sizing:border-box;border-radius:6px;border:1px solid;flex:none;overflow:clip;overflow-wrap:break-word}',
  // Teams breaks a row of buttons; the renderer leaves that to the host.
  '.ac-actionSet{flex-wrap:wrap;gap:8px}',
  '.ac-pushButton{font:inherit;font-weight:600;border-radius:4px;padding:5px 12px;min-height:32px;cursor:pointer}',
  '.ac-input{font:inherit;border-radius:4px;padding:5px 8px;box-sizing:border-box}',
  'textarea.ac-input{min-height:64px}',
  ':is(input[type=radio],input[type=checkbox]){width:20px;height:20px;margin:4px 8px 4px 0!important;flex:none}',
  ...themes.map(themeCss),
].join('\n');

/** Runs in the page. `showOne` shows a single sample, for checks; with hidden parts opened when asked. */
const script = `
const hosts = ${JSON.stringify(Object.fromEntries(themes.map((theme) => [theme, hostConfig(theme)])))};
const samples = [...document.querySelectorAll('script[data-card]')];
const main = document.querySelector('main');
const opened = (json) => JSON.parse(JSON.stringify(json), (name, value) => (name === 'isVisible' ? true : value));
function draw(json, theme, width) {
  // The same card stands on the page more than once; a form keeps their radio buttons apart.
  const frame = document.createElement('form');
  frame.className = 'card';
  frame.style.width = width + 'px';
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hosts[theme]);
  card.parse(json);
  frame.append(card.render());
  return frame;
}
function add(parent, name, words) {
  const element = document.createElement(name);
  if (words) element.textContent = words;
  parent.append(element);
  return element;
}
function showAll(theme) {
  document.body.dataset.theme = theme;
  let last = '';
  for (const { dataset, textContent } of samples) {
    if (dataset.card !== last) add(main, 'h2', dataset.card);
    last = dataset.card;
    const article = add(main, 'article');
    add(article, 'h3', dataset.name);
    const pair = add(article, 'div');
    pair.className = 'pair';
    for (const width of ${JSON.stringify(widths)}) pair.append(draw(JSON.parse(textContent), theme, width));
  }
}
function showOne(at, theme, width, isOpened) {
  document.body.dataset.theme = theme;
  const json = JSON.parse(samples[at].textContent);
  main.replaceChildren(draw(isOpened ? opened(json) : json, theme, width));
}
const theme = new URLSearchParams(location.search).get('theme');
if (theme !== 'none') showAll(theme === 'dark' ? 'dark' : 'light');
`;
