import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/stores.ts';
import { sideViewEntries } from './sideViews.tsx';

/** The list of the view that was chosen in the rail. */
export function SideBar(): ReactElement {
  const { layout } = useStores();
  const { panel: View } = sideViewEntries[useStore(layout, (state) => state.sideView)];
  return (
    <Box component="aside" aria-label="Side bar" data-region tabIndex={-1} sx={{ flex: 1, display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, position: 'relative', bgcolor: 'studio.panel' }}>
      <View />
    </Box>
  );
}
