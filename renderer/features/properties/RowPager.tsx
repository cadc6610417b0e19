import NextIcon from '@mui/icons-material/ChevronRightOutlined';
import PreviousIcon from '@mui/icons-material/ChevronLeftOutlined';
import { Box, IconButton } from '@mui/material';
import type { ReactElement } from 'react';
import type { PreviewRow } from './previewRow.ts';

const small = { width: 24, height: 24 } as const;

/** Goes through the rows of the last test: "item 3 of 12". */
export function RowPager({ row: { count, index, show } }: { readonly row: PreviewRow }): ReactElement {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexShrink: 0, marginTop: '-3px', color: 'studio.textMuted' }}>
      <IconButton aria-label="Previous item" disabled={index === 0} onClick={() => show(index - 1)} sx={small}><PreviousIcon sx={{ fontSize: 16 }} /></IconButton>
      <Box component="span" sx={{ fontSize: '0.75rem', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>item {index + 1} of {count}</Box>
      <IconButton aria-label="Next item" disabled={index >= count - 1} onClick={() => show(index + 1)} sx={small}><NextIcon sx={{ fontSize: 16 }} /></IconButton>
    </Box>
  );
}
