import { Box, FormControlLabel, OutlinedInput, Radio, RadioGroup, Typography } from '@mui/material';
import { memo, useMemo, type ReactElement } from 'react';
import { setFlatten, setReport } from '../../../shared/runbook/edits.ts';
import type { Flatten, Report } from '../../../shared/runbook/runbook.ts';
import { color, monospace } from '../../ui/color.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { CheckField } from './CheckField.tsx';
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
  const { edit } = facts;
  // The same functions for every drawing, so that a key draws its own field.
  const on = useMemo(() => {
    const set = (next: Flatten | undefined, joins?: string): void => edit((before) => setFlatten(before, activityKey, next), joins);
    return {
      flatten: (wanted: boolean) => set(wanted ? { by: 'text', text: ',' } : undefined),
      choose: (by: Flatten['by']) => set(by === 'text' ? { by, text: ',' } : { by }),
      separate: (text: string) => set({ by: 'text', text }, `flatten:${activityKey}`),
      report: (report: Report | undefined, typing: boolean) => edit((before) => setReport(before, activityKey, report), typing ? `report:${activityKey}` : undefined),
    };
  }, [edit, activityKey]);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <CheckField label="Flatten published data into one row" checked={flatten !== undefined} disabled={facts.readOnly} look="title" onChange={on.flatten} />
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
        {flatten === undefined ? 'Every row goes on by itself: the next activity runs once for each.' : 'All rows of one run become one: the next activity runs once, and each item holds all values.'}
      </Typography>
      {flatten !== undefined && <FlattenFields flatten={flatten} readOnly={facts.readOnly} onChoose={on.choose} onSeparate={on.separate} onLeave={facts.endStep} />}
      <Box sx={{ marginTop: 1.5 }}>
        <ReportFields id={`${activityKey}-report`} subject="activity" report={activity.report} disabled={facts.readOnly} onLeave={facts.endStep} onChange={on.report} />
      </Box>
    </Box>
  );
}

interface FlattenProps {
  readonly flatten: Flatten;
  readonly readOnly: boolean;
  onChoose(by: Flatten['by']): void;
  onSeparate(text: string): void;
  onLeave(): void;
}

/** How values are joined, and what that makes of three rows. */
const FlattenFields = memo(function FlattenFields({ flatten, readOnly, onChoose, onSeparate, onLeave }: FlattenProps): ReactElement {
  return (
    <>
      <RadioGroup aria-label="How values are joined" value={flatten.by} onChange={(_event, by) => kinds.forEach((kind) => (kind.by === by ? onChoose(kind.by) : undefined))} sx={{ paddingLeft: 2.5 }}>
        {kinds.map(({ by, label }) => (
          <Box key={by} sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
            <FormControlLabel value={by} disabled={readOnly} control={<Radio />} label={label} sx={{ marginRight: 0, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }} />
            {by === 'text' && flatten.by === 'text' && (
              <OutlinedInput value={flatten.text} disabled={readOnly} onBlur={onLeave} onChange={(event) => onSeparate(event.target.value)} slotProps={{ input: { 'aria-label': 'Separator' } }} sx={{ width: 96 }} />
            )}
          </Box>
        ))}
      </RadioGroup>
      <Box sx={{ marginLeft: 2.5 }}>
        <Typography variant="caption" component="div" sx={{ color: 'studio.textMuted' }}>Three rows become</Typography>
        <Box component="pre" sx={{ margin: 0, padding: '6px 8px', borderRadius: '6px', border: `1px solid ${color('border')}`, bgcolor: 'studio.surface', fontFamily: monospace, fontSize: '0.75rem', whiteSpace: 'pre-wrap' }}>{sample(flatten)}</Box>
      </Box>
    </>
  );
});
