import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { reference } from '../../../shared/runbook/expression/reference.ts';
import { color } from '../../ui/color.ts';

interface Props {
  readonly activity: string;
  /** Values of one row, by label. */
  readonly values: Readonly<Record<string, string>>;
  readonly row: number;
  readonly rows: number;
}

/** What an activity published in the last test. An item can be dragged into a field of another activity. */
export function PublishedItems({ activity, values, row, rows }: Props): ReactElement | null {
  const items = Object.entries(values);
  if (items.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5, paddingTop: 1, borderTop: `1px solid ${color('border')}` }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>Published{rows > 1 ? `, row ${row} of ${rows}` : ''}</Typography>
      <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>Pin these properties and drag an item into a field of a later activity, or subscribe from there.</Typography>
      <Box component="ul" aria-label="Published items" sx={{ margin: 0, padding: 0, listStyle: 'none', fontSize: '0.8125rem' }}>
        {items.map(([label, value]) => (
          <Box
            component="li"
            key={label}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', reference(activity, label));
              event.dataTransfer.effectAllowed = 'copy';
            }}
            sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)', gap: 1, padding: '3px 4px', borderRadius: '4px', cursor: 'grab', '&:hover': { bgcolor: 'studio.hover' } }}
          >
            <Box sx={{ fontWeight: 500, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={label}>{label}</Box>
            <Box sx={{ color: 'studio.textMuted', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={value}>{value === '' ? '(empty)' : value}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
