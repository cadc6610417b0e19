import { Box } from '@mui/material';
import { useEffect, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { moveToRegionNamed } from '../commands/regions.ts';
import { useStores } from '../stores/stores.ts';
import { color } from '../ui/color.ts';
import { sideViewEntries } from './sideViews.tsx';

/** Whether the focus is in a part that a side bar over the editor covers, or nowhere. */
const isCovered = (focused: Element | null): boolean => focused === null || focused.closest('nav, footer') === null;

/** Gives the focus to a side bar that lies over where it was, and gives it back when the side bar is closed and nothing else was chosen. */
function useFocusOver(overlay: boolean): void {
  const { layout } = useStores();
  const [before] = useState(() => (overlay ? document.activeElement : null));
  useEffect(() => {
    if (!overlay) return undefined;
    const { activeTab } = layout.getState();
    if (isCovered(before)) moveToRegionNamed('Side bar');
    return () => {
      if (document.activeElement !== document.body || layout.getState().activeTab !== activeTab) return;
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
      else moveToRegionNamed('Editor');
    };
  }, [overlay, before, layout]);
}

/** The list of the view that was chosen in the rail, beside the editor or, in a small window, over it. Escape closes the latter. */
export function SideBar({ overlay }: { readonly overlay: boolean }): ReactElement {
  const { layout } = useStores();
  useFocusOver(overlay);
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
