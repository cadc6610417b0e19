import { Box, OutlinedInput, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { EditorProps } from './editorProps.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

/** The name of this computer's time zone, for example Europe/Berlin. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A stored time as the local time that the control edits; empty for what is no time. */
export function localTime(value: string): string {
  const trimmed = value.trim();
  const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? `${trimmed}T00:00` : trimmed);
  if (trimmed === '' || Number.isNaN(time.getTime())) return '';
  return `${time.getFullYear()}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}T${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}

/** A date and time in this computer's zone, which is named; the time in UTC is the tooltip. Stored as ISO 8601 in UTC. */
export function DateTimeEditor({ field, id, value, onChange, error, disabled, adornment, inputRef, onBlur }: EditorProps): ReactElement {
  const local = localTime(value);
  return (
    <FieldFrame id={id} label={field.label} required={field.required} help={field.help} error={error} disabled={disabled} adornment={adornment}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }} title={local === '' ? undefined : `${new Date(local).toISOString()} (UTC)`}>
        <OutlinedInput
          id={id}
          type="datetime-local"
          value={local}
          disabled={disabled ?? false}
          error={error !== undefined}
          onChange={(event) => onChange(event.target.value === '' ? '' : new Date(event.target.value).toISOString())}
          onBlur={onBlur}
          inputRef={inputRef}
          slotProps={{ input: { 'aria-describedby': `${describedBy(id)} ${id}-zone`, 'aria-required': field.required === true } }}
          sx={{ width: '15rem' }}
        />
        <Typography id={`${id}-zone`} variant="caption" sx={{ color: 'studio.textMuted' }}>{zone}</Typography>
      </Box>
    </FieldFrame>
  );
}
