import { Box, Button } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useStores } from '../stores/stores.ts';
import { color } from '../ui/color.ts';

/** Stands where a dialog would, while its code is loaded or when that failed. */
function DialogFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const { layout } = useStores();
  return (
    <Box sx={{ position: 'fixed', inset: 0, zIndex: 'modal', display: 'grid', placeContent: 'center', pointerEvents: 'none' }}>
      <Box sx={{ pointerEvents: 'auto', display: 'grid', justifyItems: 'end', '&:has([role="alert"])': { padding: 1, borderRadius: 2, bgcolor: 'studio.panel', boxShadow: `0 8px 24px ${color('shadow')}` }, '&:not(:has([role="alert"])) > button': { display: 'none' } }}>
        {children}
        <Button onClick={() => layout.getState().closeDialog()}>Close</Button>
      </Box>
    </Box>
  );
}

/** The frame for the lazy part with the dialogs. */
export const dialogFrame = (said: ReactNode): ReactElement => <DialogFrame>{said}</DialogFrame>;
