import { Box } from '@mui/material';
import type { KeyboardEvent, ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/stores.ts';
import { color } from '../ui/color.ts';
import { sideViewEntries } from './sideViews.tsx';

/** The list of the view that was chosen in the rail, beside the editor or, in a small window, over it. Escape closes the latter. */
export function SideBar({ overlay }: { readonly overlay: boolean }): ReactElement {
  const { layout } = useStores();
  const { panel: View } = sideViewEntries[useStore(layout, (state) => state.sideView)];
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (overlay && key === 'Escape') layout.getState().toggle('sideBarOpen', false);
  };
  const placement = overlay ? { position: 'absolute', insetBlock: 0, left: 0, width: 'min(300px, 92%)', zIndex: 8, borderRight: 1, borderColor: 'studio.border', boxShadow: `8px 0 24px ${color('shadow')}` } : { flex: 1, position: 'relative' };
  return (
    <Box component="aside" aria-label="Side bar" data-region tabIndex={-1} onKeyDown={onKeyDown} sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, bgcolor: 'studio.panel', ...placement }}>
      <View />
    </Box>
  );
}
