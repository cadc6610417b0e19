import type { Card } from './cardModel.ts';

/** What has the focus on the canvas: a card, or one of the stops for the links that leave it. */
export interface FocusedStop {
  readonly card: string;
  /** `from>to` of the link, while one of the stops has the focus. */
  readonly link: string | undefined;
}

/**
 * The card that Tab leads to from a stop when it leaves the card of that stop; undefined while it stays within the card, and
 * beyond the first and the last one. Cards are in running order.
 */
export function cardAfterTab(cards: readonly Card[], { card, link }: FocusedStop, backward: boolean): string | undefined {
  const at = cards.findIndex(({ key }) => key === card);
  const own = cards[at];
  if (own === undefined) return undefined;
  if (backward) return link === undefined ? cards[at - 1]?.key : undefined;
  const targets = own.links === '' ? [] : own.links.split('\n');
  const last = targets.at(-1);
  const leaves = last === undefined ? link === undefined : link === `${card}>${last}`;
  return leaves ? cards[at + 1]?.key : undefined;
}
