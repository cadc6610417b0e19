import { Box, Button, Typography } from '@mui/material';
import type { ReactElement } from 'react';

/** What an empty canvas says: how to begin. */
export function EmptyCanvas({ offset, onAdd }: { readonly offset: boolean; onAdd(): void }): ReactElement {
  return (
    <Box sx={{ position: 'absolute', inset: 0, left: offset ? 208 : 0, display: 'grid', placeItems: 'center', pointerEvents: 'none' }}>
      <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, maxWidth: '46ch', padding: 3, textAlign: 'center' }}>
        <Typography variant="h2" component="p">Start with an activity</Typography>
        <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
          Press <kbd>Shift+A</kbd>, or drag one from the left. <em>Initialize Data</em> asks for values when the runbook starts; every other activity can be the first one, too.
        </Typography>
        <Button variant="contained" onClick={onAdd} sx={{ pointerEvents: 'auto' }}>Add activity</Button>
      </Box>
    </Box>
  );
}
