import { labelLine } from './column.ts';
import { type Dressed, looks } from './dress.ts';
import type { Flow } from './flow.ts';
import { type Line, laidOut, type Point } from './layOut.ts';

const margin = 24;
const titleHeight = 84;

/** Colours of the picture; every text stands off what is behind it by 4.5 to 1 or more (tested). */
export const colours = {
  paper: '#ffffff',
  ink: '#1b1b1b',
  subtle: '#4a4a4a',
  line: '#5a6672',
  emergency: '#a4262c',
  heads: { card: '#d4e5f7', 'follow-up': '#eef2f6', emergency: '#fbdcdd', entry: '#e3f1df', state: '#e8e2f4' },
} as const;

/** The picture of the whole flow as SVG: text as text, the same bytes on every machine. */
export async function flowSvg(flow: Flow): Promise<string> {
  const picture = await laidOut(flow);
  const width = picture.width + 2 * margin;
  const height = picture.height + 2 * margin + titleHeight;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="flow-title flow-desc" font-family="Arial, Helvetica, 'Liberation Sans', sans-serif" fill="${colours.ink}">`,
    '<!-- Made by `npm run draw` from knowledge/content and bot/records/review.ts. Do not edit. -->',
    `<title id="flow-title">${title}</title>`,
    `<desc id="flow-desc">${escaped(descOf(flow))}</desc>`,
    style(),
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<text x="${margin}" y="${margin + 24}" font-size="26" font-weight="bold">${title}</text>`,
    ...legend.map(
      (line, at) => `<text class="text" x="${margin}" y="${margin + 48 + at * 18}">${escaped(line)}</text>`,
    ),
    `<g transform="translate(${margin} ${margin + titleHeight})">`,
    ...picture.lines.map(lineSvg),
    ...picture.boxes.map(({ dressed, at }) => boxSvg(dressed, at)),
    ...picture.lines.flatMap(labelSvg),
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

const title = 'Sharing Guide: the whole flow, from the first question to the review';

const legend = [
  'Read each column from top to bottom, then go to the next. A card with a dashed edge is shown only when its condition holds; a question in it only when its own condition holds. 2.1 is the first question of card 2.',
  'Every card has Back, and Save and leave: neither checks anything, and nothing typed is lost. Some options are offered only under some agreements; they are not shown here. Rules are named as in knowledge/content/rules.yaml.',
];

/** For those who hear the picture: what is in it, in order. Its texts can be read one by one as well. */
function descOf({ boxes }: Flow): string {
  const cards = boxes.map(({ head, only }) => (only === '' ? head : `${head} (${only})`));
  return `The cards in the order in which they are shown. ${cards.join(' → ')}`;
}

const style = (): string =>
  `<style>${Object.entries(looks)
    .map(([look, type]) => `.${look}{font-size:${type.size}px${'bold' in type ? ';font-weight:bold' : ''}}`)
    .join('')}.only{font-style:italic}.only,.foot{fill:${colours.subtle}}</style>`;

function boxSvg({ box, width, height, headHeight, words }: Dressed, { x, y }: Point): string {
  const isDashed = box.kind === 'follow-up' || box.kind === 'emergency';
  const edge = box.kind === 'emergency' ? colours.emergency : colours.line;
  const radius = box.kind === 'state' || box.kind === 'entry' ? 12 : 4;
  const frame = `rx="${radius}" stroke="${edge}" stroke-width="1.5"${isDashed ? ' stroke-dasharray="6 4"' : ''}`;
  return [
    `<g transform="translate(${x} ${y})">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}" rx="${radius}"/>`,
    `<path d="${headPath(width, headHeight, radius)}" fill="${colours.heads[box.kind]}"/>`,
    `<rect width="${width}" height="${height}" fill="none" ${frame}/>`,
    ...words.map(({ look, text, ...at }) => `<text class="${look}" x="${at.x}" y="${at.y}">${escaped(text)}</text>`),
    '</g>',
  ].join('\n');
}

/** Rounded above, straight below. */
const headPath = (width: number, height: number, radius: number): string =>
  `M0 ${height}V${radius}Q0 0 ${radius} 0H${width - radius}Q${width} 0 ${width} ${radius}V${height}Z`;

function lineSvg({ isEmergency, hasArrow, points }: Line): string {
  const colour = isEmergency ? colours.emergency : colours.line;
  const [first, ...rest] = points;
  if (!first) return '';
  const path = `M${first.x} ${first.y}${rest.map(({ x, y }) => `L${x} ${y}`).join('')}`;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${hasArrow ? arrow(points, colour) : ''}`;
}

/** A head at the end of a line, pointing the way the line goes. */
function arrow(points: readonly Point[], colour: string): string {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return '';
  const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)];
  const [x, y] = [tip.x - dx * 8, tip.y - dy * 8];
  return `<path d="M${tip.x} ${tip.y}L${x + dy * 4} ${y + dx * 4}L${x - dy * 4} ${y - dx * 4}Z" fill="${colour}"/>`;
}

/** Words on a line, which they cover. */
function labelSvg({ label }: Line): string[] {
  if (!label) return [];
  const { at, width, lines } = label;
  return [
    `<rect x="${at.x}" y="${at.y}" width="${width}" height="${lines.length * labelLine}" fill="${colours.paper}"/>`,
    ...lines.map((line, n) => {
      const place = `x="${at.x + width / 2}" y="${at.y + 11 + n * labelLine}"`;
      return `<text class="only" ${place} text-anchor="middle">${escaped(line)}</text>`;
    }),
  ];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
