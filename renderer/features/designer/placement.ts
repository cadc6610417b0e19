import { cardSize, defaultPlace } from '../../../shared/runbook/arrange.ts';
import { moveActivities, type Position } from '../../../shared/runbook/edits.ts';
import { downstreamOf } from '../../../shared/runbook/graph.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';

const stepX = cardSize.width + 72;
const stepY = cardSize.height + 72;

const overlaps = ([x, y]: Position, [otherX, otherY]: Position): boolean => Math.abs(x - otherX) < cardSize.width + 16 && Math.abs(y - otherY) < cardSize.height + 16;

/** The first place at or below a wanted one where a new card covers no other. */
export function freePlace(document: Pick<Runbook, 'layout'>, wanted: Position): Position {
  const taken = Object.values(document.layout);
  const [x] = wanted;
  let [, y] = wanted;
  while (taken.some((place) => overlaps([x, y], place))) y += stepY;
  return [x, y];
}

/** The place for a card that comes after another: to its right, below what is there already. */
export function placeAfter(document: Pick<Runbook, 'layout'>, after: string): Position {
  const [x, y] = document.layout[after] ?? defaultPlace;
  return freePlace(document, [x + stepX, y]);
}

/** Least space between a card and the one that is spliced in before it, in pixels. */
const gap = 40;

/** The place for a card that is spliced into a link, and the activities that make room for it: those behind it move right. */
export function placeBetween(document: Runbook, link: { readonly from: string; readonly to: string }): { readonly at: Position; readonly moved: Readonly<Record<string, Position>> } {
  const [fromX, fromY] = document.layout[link.from] ?? defaultPlace;
  const [toX, toY] = document.layout[link.to] ?? defaultPlace;
  const space = toX - fromX - cardSize.width;
  if (space < 0) return { at: freePlace(document, [(fromX + toX) / 2, (fromY + toY) / 2]), moved: {} };
  const missing = Math.max(0, cardSize.width + 2 * gap - space);
  const behind = missing === 0 ? [] : [link.to, ...downstreamOf(document, link.to)];
  const moved = Object.fromEntries(
    behind.map((key) => {
      const [x, y] = document.layout[key] ?? defaultPlace;
      return [key, [x + missing, y] as const];
    }),
  );
  const at: Position = [fromX + cardSize.width + (space + missing - cardSize.width) / 2, (fromY + toY) / 2];
  return { at: freePlace(moveActivities(document, moved), at), moved };
}
