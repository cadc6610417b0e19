import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { discardDrafts, restoreDrafts } from '../commands/workspaceActions.ts';
import { useStores } from '../stores/stores.ts';
import { count } from '../stores/words.ts';

/** Offers back what was unsaved when the app ended without closing. */
export function RecoveredBar(): ReactElement | null {
  const stores = useStores();
  const found = useStore(stores.drafts, (state) => state.found);
  if (found.length === 0) return null;
  const names = found.map(({ document }) => document.name).join(', ');
  return (
    <Box role="alert" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, flexShrink: 0, padding: '6px 12px', fontSize: '0.8125rem', bgcolor: 'studio.informationSoft', borderBottom: 1, borderColor: 'studio.border' }}>
      <Box sx={{ flex: 1, minWidth: '24ch', overflowWrap: 'anywhere' }}>
        <strong>The app ended before {count(found.length, 'runbook')} {found.length === 1 ? 'was' : 'were'} saved.</strong> Kept changes: {names}.
      </Box>
      <Button variant="contained" onClick={() => void restoreDrafts(stores)}>{`Restore ${found.length === 1 ? 'the changes' : `${found.length} runbooks`}`}</Button>
      <Button onClick={() => discardDrafts(stores)}>Discard</Button>
    </Box>
  );
}
