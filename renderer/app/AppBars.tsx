import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/stores.ts';
import { ErrorCard } from '../ui/ErrorCard.tsx';

/** What concerns the whole window, below the menu: a workspace or connections that could not be read. */
export function AppBars(): ReactElement | null {
  const { workspace, connections, tester, layout } = useStores();
  const dialog = useStore(layout, (state) => state.dialog?.kind);
  // A dialog that shows the failure itself is the one place for it.
  const workspaceError = useStore(workspace, (state) => (dialog === 'newRunbook' ? undefined : state.error));
  const connectionsError = useStore(connections, (state) => (dialog === 'exchangeUser' ? undefined : state.error));
  const testerError = useStore(tester, (state) => state.error);
  const error = workspaceError ?? connectionsError ?? testerError;
  if (error === undefined) return null;
  const dismiss = (workspaceError !== undefined ? workspace : connectionsError !== undefined ? connections : tester).getState().dismissError;
  return (
    <Box sx={{ padding: 1, borderBottom: 1, borderColor: 'studio.border', maxHeight: '45vh', overflow: 'auto', flexShrink: 0 }}>
      <ErrorCard error={error} alert actions={<Button onClick={dismiss}>Close</Button>} />
    </Box>
  );
}
