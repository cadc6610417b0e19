import FilterIcon from '@mui/icons-material/FilterListOutlined';
import { Box, InputAdornment, OutlinedInput } from '@mui/material';
import type { ReactElement } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

/** Narrows the list below it. Esc empties it. */
export function FilterBox({ label, value, onChange }: Props): ReactElement {
  return (
    <Box sx={{ paddingInline: 1, paddingBottom: 1, flexShrink: 0 }}>
      <OutlinedInput
        fullWidth
        value={value}
        placeholder="Filter"
        startAdornment={<InputAdornment position="start"><FilterIcon sx={{ fontSize: '1rem' }} /></InputAdornment>}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => (event.key === 'Escape' ? onChange('') : undefined)}
        slotProps={{ input: { 'aria-label': label, type: 'search', style: { height: 28, fontSize: '0.8125rem' } } }}
      />
    </Box>
  );
}
