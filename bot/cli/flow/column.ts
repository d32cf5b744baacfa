import elk, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { type Dressed, looks } from './dress.ts';
import type { Edge } from './flow.ts';
import type { Line, Placed, Point } from './layOut.ts';
import { wrapped } from './textWidth.ts';

/** One column with the places of its boxes and lines, and where lines come in and go out. */
export interface Column {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed[];
  readonly lines: readonly Line[];
  /** By the way they belong to: `in way`, `out emergency`. */
  readonly doors: ReadonlyMap<string, Point>;
}

/** Which way a line goes between columns; each has doors of its own. */
export const wayOf = ({ isEmergency }: Edge): string => (isEmergency ? 'emergency' : 'way');

const labelWidth = 118;
/** Height of a line of a label. */
export const labelLine = 14;

const inline = { 'elk.edgeLabels.inline': 'true' };

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.spacing.edgeNode': '10',
  'elk.spacing.edgeEdge': '10',
  'elk.portConstraints': 'FIXED_SIDE',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
};

/** Lays one column out: its boxes from top to bottom, and its part of each line that comes in or goes out. */
export async function columnLaidOut(boxes: readonly Dressed[], edges: readonly Edge[]): Promise<Column> {
  const here = boxes.map(({ box }) => box.id);
  const touching = edges.filter(({ from, to }) => here.includes(from) || here.includes(to));
  const parts = touching.map((edge) => partOf(edge, here));
  const doors = new Set(
    parts.flatMap(({ sources, targets }) => [...sources, ...targets]).filter((end) => !here.includes(end)),
  );
  const column: ElkNode = {
    id: 'column',
    layoutOptions: options,
    ports: [...doors].map((id) => ({ id, layoutOptions: { 'elk.port.side': id.startsWith('in') ? 'WEST' : 'EAST' } })),
    children: boxes.map(({ box, width, height }) => ({ id: box.id, width, height })),
    edges: [...new Map(parts.map((part) => [part.id, part])).values()],
  };
  const root = await new elk.default().layout({ id: 'root', children: [column] });
  return placed(root.children?.[0] ?? column, boxes);
}

/** A line, or what of it lies in this column. Lines that come in to the same box are one. */
function partOf(edge: Edge, here: readonly string[]): ElkExtendedEdge {
  const source = here.includes(edge.from) ? edge.from : `in ${wayOf(edge)}`;
  const target = here.includes(edge.to) ? edge.to : `out ${wayOf(edge)}`;
  const lines = wrapped(edge.label, labelWidth, looks.only);
  const labels = [{ text: edge.label, width: labelWidth, height: lines.length * labelLine, layoutOptions: inline }];
  const isNext = here.indexOf(target) === here.indexOf(source) + 1;
  return {
    id: `${wayOf(edge)}: ${source} > ${target} ${edge.label}`,
    sources: [source],
    targets: [target],
    // Cards that follow one another stand below one another; ways around them make room.
    layoutOptions: { 'elk.layered.priority.straightness': isNext ? '10' : '1' },
    ...(edge.label === '' ? {} : { labels }),
  };
}

function placed(column: ElkNode, boxes: readonly Dressed[]): Column {
  const nodes = new Map((column.children ?? []).map((node) => [node.id, node]));
  return {
    width: Math.ceil(column.width ?? 0),
    height: Math.ceil(column.height ?? 0),
    boxes: boxes.map((dressed) => ({ dressed, at: whole(nodes.get(dressed.box.id)) })),
    lines: (column.edges ?? []).map(lineOf),
    doors: new Map((column.ports ?? []).map((port) => [port.id, whole(port)])),
  };
}

function lineOf({ id, targets, sections, labels }: ElkExtendedEdge): Line {
  const [section] = sections ?? [];
  const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
  const [label] = labels ?? [];
  return {
    points: points.map(whole),
    isEmergency: id.startsWith('emergency: '),
    hasArrow: !targets[0]?.startsWith('out '),
    label: label
      ? { at: whole(label), width: labelWidth, lines: wrapped(label.text ?? '', labelWidth, looks.only) }
      : null,
  };
}

const whole = (point: { readonly x?: number; readonly y?: number } | undefined): Point => ({
  x: Math.round(point?.x ?? 0),
  y: Math.round(point?.y ?? 0),
});
