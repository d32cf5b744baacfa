import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../bot/cli/flow/columns.ts';
import { conditionWords, listed, type Names } from '../../bot/cli/flow/conditionWords.ts';
import { dressed, looks } from '../../bot/cli/flow/dress.ts';
import { flowOf } from '../../bot/cli/flow/flow.ts';
import { laidOut } from '../../bot/cli/flow/layOut.ts';
import { colours, flowSvg } from '../../bot/cli/flow/svg.ts';
import { textWidth, wrapped } from '../../bot/cli/flow/textWidth.ts';
import { TABLE } from '../../bot/records/review.ts';
import { reviewWords } from '../../cards/record/record.ts';
import type { Condition } from '../../knowledge/schema.ts';
import { knowledge } from '../make/knowledge.ts';

const flow = flowOf(knowledge);
const boxOf = (id: string) => flow.boxes.find((box) => box.id === id);
const next = (id: string) => flow.edges.filter(({ from }) => from === id).map(({ to }) => to);

describe('A condition in words', () => {
  const names: Names = (fact) => ({ is: `${fact} is`, isNot: `${fact} is not`, value: (id) => `“${id}”` });
  const danger: Condition = { fact: 'danger', is: ['yes'] };
  const laws: Condition = { fact: 'laws', is: ['one', 'two', 'three'] };

  it('names the fact and each of its values', () => {
    expect(conditionWords(laws, names)).toBe('laws is “one”, “two” or “three”');
    expect(conditionWords({ fact: 'laws', known: true }, names)).toBe('laws is answered');
  });

  it('turns around what stands behind a not', () => {
    expect(conditionWords({ not: danger }, names)).toBe('danger is not “yes”');
    expect(conditionWords({ not: { not: danger } }, names)).toBe('danger is “yes”');
    expect(conditionWords({ not: { fact: 'laws', known: true } }, names)).toBe('laws is not answered');
    expect(conditionWords({ not: { all: [danger, laws] } }, names)).toBe(
      'danger is not “yes” or laws is not “one”, “two” or “three”',
    );
  });

  it('lists one, two and three things as people do', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'and')]).toEqual([
      '',
      'a',
      'a or b',
      'a, b and c',
    ]);
  });
});

describe('The flow', () => {
  it('shows every question of the content with every input, and says when each is asked', () => {
    for (const { id, inputs, when } of knowledge.questions) {
      const box = boxOf(id);
      expect(box?.lines.map(({ text }) => text)).toEqual(inputs.map(({ label }) => label));
      expect(box?.lines.map(({ only }) => only !== '')).toEqual(inputs.map((input) => input.when !== undefined));
      expect(box?.only !== '').toBe(when !== undefined || inputs.every((input) => input.when !== undefined));
    }
  });

  it('gives every input a code of its own, and conditions point at codes that exist', () => {
    const lines = flow.boxes.flatMap(({ lines }) => lines);
    const codes = lines.map(({ code }) => code).filter((code) => code !== '');
    expect(new Set(codes).size).toBe(codes.length);
    const said = [...lines.map(({ only }) => only), ...flow.boxes.map(({ only }) => only)].join(' ');
    const named = [...said.matchAll(/(?:[A-F]|\b\d+\.)\d+(?= is)/g)].map(([code]) => code);
    expect(named.length).toBeGreaterThan(20);
    for (const code of named) expect(codes).toContain(code);
  });

  it('says no id where people read', () => {
    const said = JSON.stringify(flow.boxes.map(({ only, lines }) => [only, lines.map((line) => line.only)]));
    expect(said).not.toMatch(/“[a-z0-9]+(-[a-z0-9]+)+”/);
  });

  it('sends danger the short way to a record, and nothing else', () => {
    expect(next('danger')).toEqual(['emergency', 'about-me', 'area']);
    expect(next('emergency')).toEqual(['state-awaiting']);
    expect(flow.edges.filter(({ isEmergency }) => isEmergency).map(({ from }) => from)).toEqual([
      'danger',
      'emergency',
    ]);
  });

  it('passes by each card that may be left out, and by no other', () => {
    expect(next('area')).toEqual(['agreement', 'request']);
    expect(next('lawful-basis-more')).toEqual([
      'lawful-basis-reasons',
      'lawful-basis-safeguarding',
      'less-identifying',
    ]);
    expect(next('decision-more')).toEqual(['check']);
  });

  it('ends with the review as its table has it', () => {
    const moves = TABLE.flatMap(({ from, to, event }) => from.map((state) => ({ state, to: to.review, event })));
    for (const { state, to } of moves) {
      if (!to) continue;
      expect(next(`state-${state}`)).toContain(`state-${to}`);
      expect(boxOf(`state-${to}`)?.head).toBe(reviewWords[to]);
    }
    const drawn = flow.edges.filter(({ from, to }) => from.startsWith('state-') && to.startsWith('state-'));
    const said = new Set(drawn.map(({ from, to, label }) => `${from} ${to} ${label}`));
    expect(said.size).toBe(drawn.length);
    expect(drawn).toHaveLength(24);
  });
});

describe('The picture', () => {
  it('is the same bytes each time', async () => {
    expect(await flowSvg(flowOf(knowledge))).toBe(await flowSvg(flowOf(knowledge)));
  });

  it('has a title, a description and text as text', async () => {
    const svg = await flowSvg(flow);
    expect(svg).toMatch(/aria-labelledby="flow-title flow-desc"/);
    expect(svg).toMatch(/<title id="flow-title">.+<\/title>\n<desc id="flow-desc">.+<\/desc>/);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
    expect(texts).toContain('Is anyone in immediate danger?');
    expect(texts).toContain('Declined');
  });

  it('keeps every box and every line of text in its place', async () => {
    const { boxes, width, height } = await laidOut(flow);
    expect(boxes).toHaveLength(flow.boxes.length);
    for (const [n, { dressed: one, at }] of boxes.entries()) {
      expect(at.x + one.width).toBeLessThanOrEqual(width);
      expect(at.y + one.height).toBeLessThanOrEqual(height);
      for (const { x, y, text, look } of one.words) {
        expect(x + textWidth(text, looks[look])).toBeLessThanOrEqual(one.width);
        expect(y).toBeLessThan(one.height);
      }
      for (const { dressed: other, at: there } of boxes.slice(n + 1)) {
        const isApart =
          at.x + one.width <= there.x ||
          there.x + other.width <= at.x ||
          at.y + one.height <= there.y ||
          there.y + other.height <= at.y;
        expect(isApart, `${one.box.id} and ${other.box.id} overlap`).toBe(true);
      }
    }
  });

  it('leads every line from one box to another without a gap', async () => {
    const { lines } = await laidOut(flow);
    for (const { points } of lines) {
      expect(points.length).toBeGreaterThan(1);
      for (const [at, point] of points.slice(1).entries())
        expect(point.x === points[at]?.x || point.y === points[at]?.y).toBe(true);
    }
  });

  it('spreads the cards over columns of about the same height, in order', () => {
    const columns = columnsOf(flow.boxes.map(dressed));
    expect(columns.flat().map(({ box }) => box.id)).toEqual(flow.boxes.map(({ id }) => id));
    const heights = columns.slice(0, -1).map((column) => column.reduce((sum, { height }) => sum + height, 0));
    expect(Math.max(...heights) / Math.min(...heights)).toBeLessThan(1.6);
  });

  it('writes with a contrast of 4.5 to 1 or more', () => {
    const papers = [colours.paper, ...Object.values(colours.heads)];
    for (const paper of papers)
      for (const ink of [colours.ink, colours.subtle]) expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });

  it('breaks lines at words only, and leaves none out', () => {
    const words = 'one two three four five six';
    const lines = wrapped(words, 60, { size: 12 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(words);
    for (const line of lines) expect(textWidth(line, { size: 12 })).toBeLessThanOrEqual(60);
  });
});

/** Contrast of two colours as WCAG defines it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
