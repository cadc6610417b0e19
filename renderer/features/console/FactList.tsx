import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { color } from '../../ui/color.ts';

/** Names with values, a row each; long values keep their line breaks. */
export function FactList({ facts }: { readonly facts: readonly { readonly key: string; readonly label: string; readonly value: string }[] }): ReactElement {
  return (
    <Box component="dl" sx={{ margin: 0, fontSize: '0.8125rem' }}>
      {facts.map(({ key, label, value }) => (
        <Box key={key} sx={{ display: 'grid', gridTemplateColumns: 'minmax(8rem, 12rem) minmax(0, 1fr)', gap: 1.5, padding: '4px 12px', borderBottom: `1px solid ${color('border')}` }}>
          <Box component="dt" sx={{ color: 'studio.textMuted' }}>{label}</Box>
          <Box component="dd" sx={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{value === '' ? <Box component="span" sx={{ color: 'studio.textMuted' }}>(empty)</Box> : value}</Box>
        </Box>
      ))}
    </Box>
  );
}
