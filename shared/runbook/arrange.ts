import type { Position } from './edits.ts';
import type { Runbook } from './runbook.ts';

/** Size of an activity's card in canvas pixels: whole steps of the grid. */
export const cardSize = { width: 208, height: 88 } as const;

/** Where an activity stands while its runbook says nothing about it. */
export const defaultPlace: Position = [40, 40];

/** A thing on the canvas: its upper left corner and its size, in canvas pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The edge or middle that is brought into line. */
export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];
export type Axis = 'horizontal' | 'vertical';

/** The box of an activity's card. */
export function cardBox({ layout }: Pick<Runbook, 'layout'>, key: string): Box {
  const [x, y] = layout[key] ?? defaultPlace;
  return { x, y, ...cardSize };
}

/** The smallest box around others; undefined around nothing. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

type Boxes = Readonly<Record<string, Box>>;
type Positions = Readonly<Record<string, Position>>;

const moves = (boxes: Boxes, to: (box: Box) => Position): Positions => Object.fromEntries(Object.entries(boxes).map(([key, box]) => [key, to(box)]));

/** Where boxes go so that their edges or middles stand in line, within the space they take now. */
export function aligned(boxes: Boxes, alignment: Alignment): Positions {
  const around = boxAround(Object.values(boxes));
  if (around === undefined) return {};
  const { x, y, width, height } = around;
  switch (alignment) {
    case 'left':
      return moves(boxes, (box) => [x, box.y]);
    case 'center':
      return moves(boxes, (box) => [x + (width - box.width) / 2, box.y]);
    case 'right':
      return moves(boxes, (box) => [x + width - box.width, box.y]);
    case 'top':
      return moves(boxes, (box) => [box.x, y]);
    case 'middle':
      return moves(boxes, (box) => [box.x, y + (height - box.height) / 2]);
    case 'bottom':
      return moves(boxes, (box) => [box.x, y + height - box.height]);
  }
}

/** Where boxes go so that the spaces between them are the same. The outer two stay; boxes that overlap go on overlapping evenly. */
export function distributed(boxes: Boxes, axis: Axis): Positions {
  const [start, length] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const inOrder = Object.entries(boxes).toSorted(([, one], [, other]) => one[start] - other[start]);
  const around = boxAround(Object.values(boxes));
  if (around === undefined || inOrder.length < 3) return {};
  const taken = inOrder.reduce((sum, [, box]) => sum + box[length], 0);
  const gap = (around[length] - taken) / (inOrder.length - 1);
  let at = around[start];
  return Object.fromEntries(
    inOrder.map(([key, box]) => {
      const place: Position = axis === 'horizontal' ? [at, box.y] : [box.x, at];
      at += box[length] + gap;
      return [key, place];
    }),
  );
}

/** A line that shows what stands in line with what is being moved: at `at`, from `from` to `to` along the other axis. */
export interface Guide {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const edges = (start: number, length: number): readonly number[] => [start, start + length / 2, start + length];

/** The lines on which a moving box has an edge or its middle in common with another one. */
export function guidesOf(moving: Box, others: readonly Box[]): readonly Guide[] {
  const found = new Map<string, Guide>();
  const add = (axis: Axis, at: number, from: number, to: number): void => {
    const before = found.get(`${axis}${at}`);
    found.set(`${axis}${at}`, { axis, at, from: Math.min(from, before?.from ?? from), to: Math.max(to, before?.to ?? to) });
  };
  const [own, ownAcross] = [edges(moving.x, moving.width), edges(moving.y, moving.height)];
  for (const other of others) {
    const from = Math.min(moving.y, other.y);
    const to = Math.max(moving.y + moving.height, other.y + other.height);
    for (const at of edges(other.x, other.width)) if (own.includes(at)) add('vertical', at, from, to);
    const left = Math.min(moving.x, other.x);
    const right = Math.max(moving.x + moving.width, other.x + other.width);
    for (const at of edges(other.y, other.height)) if (ownAcross.includes(at)) add('horizontal', at, left, right);
  }
  return [...found.values()];
}

