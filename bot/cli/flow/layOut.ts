import { type Column, columnLaidOut, wayOf } from './column.ts';
import { columnsOf } from './columns.ts';
import { type Dressed, dressed } from './dress.ts';
import type { Edge, Flow } from './flow.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly dressed: Dressed;
  /** Upper left corner. */
  readonly at: Point;
}

/** A line of the picture, or a part of one. */
export interface Line {
  readonly points: readonly Point[];
  readonly isEmergency: boolean;
  readonly hasArrow: boolean;
  readonly label: { readonly at: Point; readonly width: number; readonly lines: readonly string[] } | null;
}

/** Every box and line with its place, in whole pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed[];
  readonly lines: readonly Line[];
}

/** Room between columns, and above them for the way of an emergency. */
const gap = 36;
const above = 20;

/** Lays the flow out in columns that are read from left to right, each from top to bottom. */
export async function laidOut({ boxes, edges }: Flow): Promise<Picture> {
  const columns = columnsOf(boxes.map(dressed));
  const laid = await Promise.all(columns.map((column) => columnLaidOut(column, edges)));
  const lefts = laid.map((_, at) => laid.slice(0, at).reduce((sum, { width }) => sum + width + gap, 0));
  const at = (column: number, { x, y }: Point): Point => ({ x: x + (lefts[column] ?? 0), y: y + above });
  return {
    width: (lefts.at(-1) ?? 0) + (laid.at(-1)?.width ?? 0),
    height: above + Math.max(...laid.map(({ height }) => height)),
    boxes: laid.flatMap((column, n) => column.boxes.map((box) => ({ ...box, at: at(n, box.at) }))),
    lines: [
      ...laid.flatMap(({ lines }, n) => lines.map((line) => moved(line, (point) => at(n, point)))),
      ...between(columns, edges).map((way) => connection(way, laid, at)),
    ],
  };
}

const moved = ({ points, label, ...line }: Line, to: (point: Point) => Point): Line => ({
  ...line,
  points: points.map(to),
  label: label && { ...label, at: to(label.at) },
});

interface Way {
  readonly from: number;
  readonly to: number;
  readonly way: string;
}

/** Which columns are joined, each way once. */
function between(columns: readonly (readonly Dressed[])[], edges: readonly Edge[]): Way[] {
  const columnOf = new Map(columns.flatMap((column, at) => column.map(({ box }) => [box.id, at] as const)));
  const ways = edges
    .map((edge) => ({ from: columnOf.get(edge.from) ?? 0, to: columnOf.get(edge.to) ?? 0, way: wayOf(edge) }))
    .filter(({ from, to }) => from !== to);
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}

/** From a door to a door: through the gap to the next column, over the top to one further on. */
function connection(
  { from, to, way }: Way,
  laid: readonly Column[],
  at: (column: number, point: Point) => Point,
): Line {
  const none = { x: 0, y: 0 };
  const start = at(from, laid[from]?.doors.get(`out ${way}`) ?? none);
  const end = at(to, laid[to]?.doors.get(`in ${way}`) ?? none);
  const isNext = to === from + 1;
  const [left, right] = isNext ? [end.x - gap / 2, end.x - gap / 2] : [start.x + gap / 3, end.x - gap / 3];
  const top = isNext ? [] : [0];
  const bends = [
    { x: left, y: start.y },
    ...top.flatMap((y) => [
      { x: left, y },
      { x: right, y },
    ]),
    { x: right, y: end.y },
  ];
  const points = [start, ...bends, end].map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return { points, isEmergency: way === 'emergency', hasArrow: false, label: null };
}
