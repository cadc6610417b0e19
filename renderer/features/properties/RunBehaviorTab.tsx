import { Box, Checkbox, FormControlLabel, OutlinedInput, Radio, RadioGroup, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { setFlatten, setReport } from '../../../shared/runbook/edits.ts';
import type { Flatten } from '../../../shared/runbook/runbook.ts';
import { color, monospace } from '../../ui/color.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { ReportFields } from './ReportFields.tsx';

const kinds: readonly { readonly by: Flatten['by']; readonly label: string }[] = [
  { by: 'lineBreaks', label: 'Separate with line breaks' },
  { by: 'text', label: 'Separate with' },
  { by: 'csv', label: 'Use CSV format' },
];
const example = ['ana@contoso.com', 'li@contoso.com', 'Sales, North'] as const;

function sample(flatten: Flatten): string {
  if (flatten.by === 'lineBreaks') return example.join('\n');
  if (flatten.by === 'text') return example.join(flatten.text);
  return example.map((value) => (value.includes(',') ? `"${value}"` : value)).join(',');
}

/** Flatten: many rows go on one by one, or as one row that holds all values. And what is reported. */
export function RunBehaviorTab({ facts, activityKey, activity }: ActivityTabProps): ReactElement {
  const { flatten } = activity;
  const set = (next: Flatten | undefined, joins?: string): void => facts.edit((before) => setFlatten(before, activityKey, next), joins);
  const choose = (by: Flatten['by']): void => set(by === 'text' ? { by, text: ',' } : { by });
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <FormControlLabel
        control={<Checkbox checked={flatten !== undefined} disabled={facts.readOnly} onChange={(event) => set(event.target.checked ? { by: 'text', text: ',' } : undefined)} />}
        label="Flatten published data into one row"
        sx={{ marginLeft: '-4px', '& .MuiFormControlLabel-label': { fontSize: '0.8125rem', fontWeight: 500 } }}
      />
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
        {flatten === undefined ? 'Every row goes on by itself: the next activity runs once for each.' : 'All rows of one run become one: the next activity runs once, and each item holds all values.'}
      </Typography>
      {flatten !== undefined && (
        <>
          <RadioGroup aria-label="How values are joined" value={flatten.by} onChange={(_event, by) => kinds.forEach((kind) => (kind.by === by ? choose(kind.by) : undefined))} sx={{ paddingLeft: 2.5 }}>
            {kinds.map(({ by, label }) => (
              <Box key={by} sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
                <FormControlLabel value={by} disabled={facts.readOnly} control={<Radio />} label={label} sx={{ marginRight: 0, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }} />
                {by === 'text' && flatten.by === 'text' && (
                  <OutlinedInput value={flatten.text} disabled={facts.readOnly} onBlur={facts.endStep} onChange={(event) => set({ by, text: event.target.value }, `flatten:${activityKey}`)} slotProps={{ input: { 'aria-label': 'Separator' } }} sx={{ width: 96 }} />
                )}
              </Box>
            ))}
          </RadioGroup>
          <Box sx={{ marginLeft: 2.5 }}>
            <Typography variant="caption" component="div" sx={{ color: 'studio.textMuted' }}>Three rows become</Typography>
            <Box component="pre" sx={{ margin: 0, padding: '6px 8px', borderRadius: '6px', border: `1px solid ${color('border')}`, bgcolor: 'studio.surface', fontFamily: monospace, fontSize: '0.75rem', whiteSpace: 'pre-wrap' }}>{sample(flatten)}</Box>
          </Box>
        </>
      )}
      <Box sx={{ marginTop: 1.5 }}>
        <ReportFields id={`${activityKey}-report`} subject="activity" report={activity.report} disabled={facts.readOnly} onLeave={facts.endStep} onChange={(report, typing) => facts.edit((before) => setReport(before, activityKey, report), typing ? `report:${activityKey}` : undefined)} />
      </Box>
    </Box>
  );
}
