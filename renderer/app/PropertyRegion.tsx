import CloseIcon from '@mui/icons-material/CloseOutlined';
import { Box, IconButton } from '@mui/material';
import type { ReactElement } from 'react';
import { currentRunbook } from '../stores/current.ts';
import { useStores } from '../stores/stores.ts';
import { color } from '../ui/color.ts';
import { PropertyPanel } from './lazyParts.ts';

/** The properties of the selection, beside the editor or, in a narrow window, over it. Closing the latter clears the selection. */
export function PropertyRegion({ overlay }: { readonly overlay: boolean }): ReactElement {
  const { editor, layout } = useStores();
  const close = (): void => {
    const key = currentRunbook(layout.getState());
    if (key !== undefined) editor.getState().select(key, {});
  };
  const placement = overlay
    ? { position: 'absolute', insetBlock: 0, right: 0, width: 'min(380px, 92%)', zIndex: 5, borderLeft: 1, borderColor: 'studio.border', boxShadow: `-8px 0 24px ${color('shadow')}`, '& [data-form-header]': { paddingRight: '46px' } }
    : { flex: 1, position: 'relative' };
  return (
    <Box component="aside" aria-label="Properties" data-region tabIndex={-1} sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, bgcolor: 'studio.panel', overflow: 'auto', ...placement }}>
      <PropertyPanel />
      {overlay && <IconButton aria-label="Close the properties" onClick={close} sx={{ position: 'absolute', top: 14, right: 10, bgcolor: 'studio.panel' }}><CloseIcon /></IconButton>}
    </Box>
  );
}
