import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { PropertyPanel } from '../features/properties/PropertyPanel.tsx';
import { color } from '../ui/color.ts';

/** The properties of the selection, beside the editor or, in a narrow window, over it. */
export function PropertyRegion({ overlay }: { readonly overlay: boolean }): ReactElement {
  const placement = overlay
    ? { position: 'absolute', insetBlock: 0, right: 0, width: 'min(340px, 92%)', zIndex: 5, borderLeft: 1, borderColor: 'studio.border', boxShadow: `-8px 0 24px ${color('shadow')}` }
    : { flex: 1 };
  return (
    <Box component="aside" aria-label="Properties" data-region tabIndex={-1} sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, bgcolor: 'studio.panel', overflow: 'auto', ...placement }}>
      <PropertyPanel />
    </Box>
  );
}
