import CloseIcon from '@mui/icons-material/CloseOutlined';
import DemoIcon from '@mui/icons-material/ScienceOutlined';
import { Box, IconButton } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/stores.ts';

/** The one hint after the demo was opened; a test that starts takes it away. */
export function HintBar(): ReactElement | null {
  const { layout } = useStores();
  const shown = useStore(layout, (state) => state.hint);
  if (!shown) return null;
  return (
    <Box role="note" sx={{ display: 'flex', alignItems: 'center', gap: 1, flexShrink: 0, paddingLeft: 1.5, paddingRight: 0.5, minHeight: 34, bgcolor: 'studio.accentSoft', borderBottom: 1, borderColor: 'studio.border', fontSize: '0.8125rem' }}>
      <DemoIcon aria-hidden sx={{ color: 'studio.accent' }} />
      <Box sx={{ flex: 1 }}>
        Press <kbd>F10</kbd> to run one activity, <kbd>F5</kbd> to run all. Nothing leaves this computer.
      </Box>
      <IconButton aria-label="Hide this hint" onClick={() => layout.getState().showHint(false)}><CloseIcon /></IconButton>
    </Box>
  );
}
