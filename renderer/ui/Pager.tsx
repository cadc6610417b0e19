import NextIcon from '@mui/icons-material/ChevronRightOutlined';
import PreviousIcon from '@mui/icons-material/ChevronLeftOutlined';
import { Box, IconButton } from '@mui/material';
import type { ReactElement } from 'react';

interface Props {
  /** What is gone through: "item". */
  readonly noun: string;
  /** From 1. */
  readonly at: number;
  readonly of: number;
  onChange(at: number): void;
}

/** Goes through many of the same kind, one at a time. */
export function Pager({ noun, at, of, onChange }: Props): ReactElement | null {
  if (of < 2) return null;
  const small = { width: 24, height: 24 };
  return (
    <Box role="group" aria-label={`Which ${noun}`} sx={{ display: 'flex', alignItems: 'center', flexShrink: 0, fontSize: '0.75rem', color: 'studio.textMuted', fontVariantNumeric: 'tabular-nums' }}>
      <IconButton aria-label={`Previous ${noun}`} disabled={at <= 1} onClick={() => onChange(at - 1)} sx={small}><PreviousIcon /></IconButton>
      <span>{noun} {at.toLocaleString('en-US')} of {of.toLocaleString('en-US')}</span>
      <IconButton aria-label={`Next ${noun}`} disabled={at >= of} onClick={() => onChange(at + 1)} sx={small}><NextIcon /></IconButton>
    </Box>
  );
}
