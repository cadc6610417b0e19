import type { Position } from '../../../shared/runbook/edits.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { cardSize } from './cardModel.ts';

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
  const [x, y] = document.layout[after] ?? [40, 40];
  return freePlace(document, [x + stepX, y]);
}
