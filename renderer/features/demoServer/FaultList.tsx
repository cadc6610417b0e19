import { Box, Switch, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { DemoFault, demoFaults, demoFaultTexts } from '../../../shared/demo/demo.ts';
import { color } from '../../ui/color.ts';

const faults = DemoFault.options.flatMap((fault) => (fault === 'none' ? [] : [fault]));

/** The faults as switches, each with what is seen of it and what helps. One at a time: the next one takes the place of the one before. */
export function FaultList({ fault: current, onCause }: { readonly fault: DemoFault; onCause(fault: DemoFault): void }): ReactElement {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 0.75 }}>
      <Typography variant="h3" component="h2" id={id}>Faults</Typography>
      <Typography variant="body2" sx={{ color: 'studio.textMuted', maxWidth: '70ch' }}>
        Shows safely what each failure looks like in a test, and what a runbook can do about it. One fault at a time; it stays until it is switched off.
      </Typography>
      <Box component="ul" aria-labelledby={id} sx={{ margin: 0, padding: 0, listStyle: 'none', border: `1px solid ${color('border')}`, borderRadius: '8px' }}>
        {faults.map((fault) => {
          const { seen, remedy } = demoFaultTexts[fault];
          const on = fault === current;
          return (
            <Box component="li" key={fault} sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 1, padding: '6px 12px 8px 6px', bgcolor: on ? 'studio.warningSoft' : 'transparent', '& + &': { borderTop: `1px solid ${color('border')}` } }}>
              <Switch size="small" checked={on} onChange={(_event, checked) => onCause(checked ? fault : 'none')} slotProps={{ input: { id: `${id}-${fault}`, role: 'switch', 'aria-describedby': `${id}-${fault}-text` } }} sx={{ marginTop: '2px' }} />
              <Box sx={{ fontSize: '0.8125rem', minWidth: 0 }}>
                <Box component="label" htmlFor={`${id}-${fault}`} sx={{ display: 'block', fontWeight: 600, paddingBlock: '3px', cursor: 'pointer' }}>{demoFaults[fault]}</Box>
                <Box id={`${id}-${fault}-text`} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', columnGap: 3, color: 'studio.textMuted', '@container (min-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
                  <span>{seen} </span>
                  <span>{remedy}</span>
                </Box>
              </Box>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
