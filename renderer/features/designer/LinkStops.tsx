import { useContext, type ReactElement } from 'react';
import { CanvasActionsContext } from './canvasActions.ts';
import type { Card } from './cardModel.ts';

/**
 * Places where the focus stops for the links that leave a card, so that Tab goes from an activity over its links to
 * the next activity. They are invisible: the link itself shows that it is selected.
 */
export function LinkStops({ card }: { readonly card: Card }): ReactElement | null {
  const { selectLink } = useContext(CanvasActionsContext);
  if (card.links === '') return null;
  return (
    <>
      {card.links.split('\n').map((to, index) => (
        <button
          key={to}
          type="button"
          className="nodrag card-link"
          data-link={`${card.key}>${to}`}
          aria-label={card.linkNames.split('\n')[index] ?? to}
          onFocus={() => selectLink({ from: card.key, to })}
        />
      ))}
    </>
  );
}
