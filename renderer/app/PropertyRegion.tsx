import CloseIcon from '@mui/icons-material/CloseOutlined';
import { Box, IconButton } from '@mui/material';
import type { ReactElement } from 'react';
import { currentRunbook } from '../stores/current.ts';
import { useStores } from '../stores/stores.ts';
import { canvasArea } from '../ui/canvasArea.ts';
import { color } from '../ui/color.ts';
import { PropertyPanel } from './lazyParts.ts';

/** Over the canvas, with a heading of one line: there is little room. Its shadow falls on the canvas only. */
const over = {
  position: 'absolute',
  top: `anchor(${canvasArea} top, 0px)`,
  bottom: `anchor(${canvasArea} bottom, 0px)`,
  right: 0,
  width: 'min(380px, 92%)',
  zIndex: 5,
  borderLeft: 1,
  borderColor: 'studio.border',
  boxShadow: `-8px 0 24px ${color('shadow')}`,
  clipPath: 'inset(0 0 0 -40px)',
  '& [data-form-header]': { minHeight: 38, paddingBlock: '4px', paddingRight: '46px', '& > [data-form-title]': { display: 'flex', alignItems: 'baseline', gap: 1 }, '& > [data-form-icon]': { width: 26, height: 26 }, '& [data-form-title] > h2': { minWidth: '40%' }, '& [data-form-title] > div': { flex: '1 1 0', minWidth: 0 } },
} as const;

interface Props {
  /** Over the canvas, in a narrow window. */
  readonly overlay: boolean;
  /** The side bar lies over it: it is not seen until that is closed, and stays as it is. */
  readonly covered: boolean;
}

/** The properties of the selection, beside the editor or, in a narrow window, over the canvas and nothing else. Closing the latter clears the selection. */
export function PropertyRegion({ overlay, covered }: Props): ReactElement {
  const { editor, layout } = useStores();
  const close = (): void => {
    const key = currentRunbook(layout.getState());
    if (key !== undefined) editor.getState().select(key, {});
  };
  const placement = overlay ? over : { flex: 1, position: 'relative' };
  return (
    <Box component="aside" aria-label="Properties" {...(covered ? {} : { 'data-region': true })} tabIndex={-1} style={covered ? { visibility: 'hidden' } : undefined} sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, bgcolor: 'studio.panel', overflow: 'auto', ...placement }}>
      <PropertyPanel />
      {overlay && <IconButton aria-label="Close the properties" onClick={close} sx={{ position: 'absolute', top: 5, right: 10, bgcolor: 'studio.panel' }}><CloseIcon /></IconButton>}
    </Box>
  );
}
