import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { color } from '../../ui/color.ts';
import { phasesOf, timingText } from './pairText.ts';

const shades = [color('paused'), color('information'), color('effectChanges'), color('effectSends'), color('accent'), color('success')];

/** How long each phase of a request took: a bar in proportion, and the same in words. */
export function TimingBar({ record }: { readonly record: TraceRecord }): ReactElement {
  const phases = phasesOf(record);
  const total = phases.reduce((sum, { took }) => sum + took, 0);
  const text = timingText(record);
  return (
    <Box component="span" title={text} sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, minWidth: 0, fontVariantNumeric: 'tabular-nums' }}>
      {total > 0 && (
        <Box component="span" aria-hidden sx={{ display: 'inline-flex', width: 96, height: 8, borderRadius: 0.5, overflow: 'hidden', flexShrink: 0 }}>
          {phases.map(({ index, took }) => <Box component="span" key={index} style={{ width: `${(took / total) * 100}%`, background: shades[index] ?? '' }} />)}
        </Box>
      )}
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{text}</Box>
    </Box>
  );
}
