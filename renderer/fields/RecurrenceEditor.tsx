import { Box, FormHelperText, FormLabel, MenuItem, OutlinedInput, Select, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { occurrences, recurrenceSentence } from '../../shared/items/occurrences.ts';
import { recurrencePatterns } from '../../shared/items/recurrence.ts';
import { color } from '../ui/color.ts';
import { daysOf, endKinds, endValues, monthlyDays, readRecurrence, weekdayNames, weekNames, type RecurrenceTexts } from './recurrenceTexts.ts';

interface Props {
  readonly id: string;
  readonly texts: RecurrenceTexts;
  /** First day of the series, `yyyy-mm-dd`, where it is known. */
  readonly start: string | undefined;
  /** Label of the field with the first day. */
  readonly startLabel: string;
  readonly disabled: boolean;
  /** Buttons beside the label. */
  readonly adornment?: ReactNode;
  onChange(change: Partial<RecurrenceTexts>): void;
  onBlur(): void;
}

const units: Readonly<Record<string, string>> = { Daily: 'days', Weekly: 'weeks', 'The same day each month': 'months', 'The same week each month': 'months' };
const line = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem' } as const;
const shortDate = (day: string): string => new Date(`${day}T12:00:00`).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** A series as a sentence that is put together, with the next dates; it writes the pack's own properties. */
export function RecurrenceEditor({ id, texts, start, startLabel, disabled, adornment, onChange, onBlur }: Props): ReactElement {
  const { recurrence, recursOnTheseDays, recurrenceInterval } = texts;
  const unit = units[recurrence];
  const end = endKinds.find(({ is }) => is(texts)) ?? endKinds[0];
  const result = readRecurrence(texts, start);
  const [week = 'First', day = 'Monday'] = recursOnTheseDays.trim().split(/[\s,]+/);
  const choosePattern = (next: string): void => onChange({ recurrence: next, recursOnTheseDays: daysOf(next, start), ...(next.endsWith('year') ? { recurrenceInterval: '' } : {}) });
  return (
    <Box role="group" aria-labelledby={`${id}-label`} onBlur={onBlur} sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: 24 }}>
        <FormLabel id={`${id}-label`} component="div">Recurrence</FormLabel>
        {adornment}
      </Box>
      <Box sx={{ display: 'grid', gap: 1, padding: '10px', border: `1px solid ${color('border')}`, borderRadius: '8px', bgcolor: 'studio.surface' }}>
        <Select id={id} value={recurrence} disabled={disabled} onChange={(event) => choosePattern(event.target.value)} SelectDisplayProps={{ 'aria-label': 'How the series repeats' }}>
          {!recurrencePatterns.some((name) => name === recurrence) && <MenuItem value={recurrence}>{recurrence === '' ? 'Choose…' : `${recurrence} (not offered)`}</MenuItem>}
          {recurrencePatterns.map((name) => <MenuItem key={name} value={name}>{name}</MenuItem>)}
        </Select>
        {unit !== undefined && (
          <Box sx={line}>
            every
            <OutlinedInput type="number" value={recurrenceInterval} placeholder="1" disabled={disabled} onChange={(event) => onChange({ recurrenceInterval: event.target.value })} slotProps={{ input: { min: 1, max: 999, 'aria-label': `Repeats every so many ${unit}` } }} sx={{ width: 72 }} />
            {unit}
          </Box>
        )}
        {recurrence === 'Weekly' && (
          <ToggleButtonGroup value={weekdayNames.filter((name) => recursOnTheseDays.toLowerCase().includes(name.slice(0, 3).toLowerCase()))} disabled={disabled} aria-label="Days of the week" onChange={(_event, days: readonly string[]) => onChange({ recursOnTheseDays: weekdayNames.filter((name) => days.includes(name)).join(', ') })}>
            {weekdayNames.map((name) => <ToggleButton key={name} value={name} aria-label={name} sx={{ flex: 1, height: 28, minWidth: 0, padding: 0, fontSize: '0.75rem', textTransform: 'none', color: 'studio.text', borderColor: color('border'), '&.Mui-selected, &.Mui-selected:hover': { bgcolor: 'studio.accent', color: 'studio.onAccent' } }}>{name.slice(0, 2)}</ToggleButton>)}
          </ToggleButtonGroup>
        )}
        {recurrence.startsWith('The same week') && (
          <Box sx={line}>
            on the
            <Select value={week} disabled={disabled} onChange={(event) => onChange({ recursOnTheseDays: `${event.target.value} ${day}` })} SelectDisplayProps={{ 'aria-label': 'Which one in the month' }}>
              {weekNames.map((name) => <MenuItem key={name} value={name}>{name.toLowerCase()}</MenuItem>)}
            </Select>
            <Select value={day} disabled={disabled} onChange={(event) => onChange({ recursOnTheseDays: `${week} ${event.target.value}` })} SelectDisplayProps={{ 'aria-label': 'Which day' }}>
              {monthlyDays.map(({ name, word }) => <MenuItem key={name} value={name}>{word}</MenuItem>)}
            </Select>
          </Box>
        )}
        <Box sx={line}>
          ends
          <Select value={end.kind} disabled={disabled} onChange={(event) => onChange(endValues(event.target.value, start))} SelectDisplayProps={{ 'aria-label': 'When the series ends' }}>
            {endKinds.map(({ kind, word }) => <MenuItem key={kind} value={kind}>{word}</MenuItem>)}
          </Select>
          {end.kind === 'count' && (
            <>
              <OutlinedInput type="number" value={texts.numberOfOccurrences} disabled={disabled} onChange={(event) => onChange({ numberOfOccurrences: event.target.value })} slotProps={{ input: { min: 1, max: 999, 'aria-label': 'Number of occurrences' } }} sx={{ width: 72 }} />
              times
            </>
          )}
          {end.kind === 'day' && <OutlinedInput type="date" value={texts.recurrenceEnds.slice(0, 10)} disabled={disabled} onChange={(event) => onChange({ recurrenceEnds: event.target.value })} slotProps={{ input: { 'aria-label': 'Last day of the series' } }} />}
        </Box>
        {result.ok ? (
          <Box role="status">
            <Typography variant="body2" sx={{ fontWeight: 500 }}>{recurrenceSentence(result.recurrence)}.</Typography>
            <Typography variant="caption" component="div" sx={{ color: 'studio.textMuted' }}>
              {start === undefined ? `Give ${startLabel} a date to see the next dates.` : `Next: ${occurrences(result.recurrence, 5).map(shortDate).join(' · ')}`}
            </Typography>
          </Box>
        ) : <FormHelperText error role="status">{result.problem}</FormHelperText>}
      </Box>
    </Box>
  );
}
