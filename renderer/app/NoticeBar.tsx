import { Button, Snackbar } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/stores.ts';

const shownForMs = 6000;

/** A success that is not visible otherwise, with Undo. It stays while the pointer or the focus is on it. */
export function NoticeBar(): ReactElement {
  const { app } = useStores();
  const notice = useStore(app, (state) => state.notice);
  const { dismissNotice } = app.getState();
  const undo = notice?.undo;
  return (
    <Snackbar
      key={notice?.id ?? 0}
      open={notice !== undefined}
      autoHideDuration={shownForMs}
      onClose={(_, reason) => (reason === 'clickaway' ? undefined : dismissNotice())}
      message={notice?.text}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      // The announcer speaks the text.
      slotProps={{ content: { role: 'presentation' } }}
      action={undo === undefined ? undefined : <Button variant="text" color="inherit" onClick={() => { undo(); dismissNotice(); }}>Undo</Button>}
      sx={{ bottom: { xs: 40 } }}
    />
  );
}
