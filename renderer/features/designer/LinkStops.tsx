import { Box } from '@mui/material';
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
  const hidden = { position: 'absolute', right: 0, top: '50%', width: '1px', height: '1px', p: 0, border: 0, overflow: 'hidden', clipPath: 'inset(50%)' } as const;
  return (
    <>
      {card.links.split('\n').map((to, index) => (
        <Box
          key={to}
          component="button"
          type="button"
          className="nodrag"
          data-link={`${card.key}>${to}`}
          aria-label={card.linkNames.split('\n')[index] ?? to}
          onFocus={() => selectLink({ from: card.key, to })}
          sx={hidden}
        />
      ))}
    </>
  );
}
