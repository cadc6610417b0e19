import { MenuItem, Select } from '@mui/material';
import type { ReactElement } from 'react';
import type { Field } from '../../shared/fields/field.ts';
import type { EditorProps } from './editorProps.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

type NamingField = Extract<Field, { readonly kind: 'activity' | 'runbook' }>;

/** One of the activities or runbooks there are. A value that is none of them is kept and shown as such. */
export function NamedEditor({ field, id, value, choices = [], onChange, error, disabled, adornment, inputRef, onBlur }: EditorProps<NamingField>): ReactElement {
  const none = field.kind === 'activity' ? field.none : 'None';
  const chosen = choices.find((one) => one.value === value);
  const nothing = field.kind === 'activity' ? 'No activity leads here yet' : 'This workspace has no other runbook';
  return (
    <FieldFrame id={id} label={field.label} required={field.required} help={field.help} error={error} disabled={disabled} adornment={adornment}>
      <Select
        id={id}
        labelId={`${id}-label`}
        fullWidth
        displayEmpty
        value={value}
        disabled={disabled ?? false}
        error={error !== undefined}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        inputRef={inputRef}
        renderValue={(shown) => (shown === '' ? (field.required === true ? 'Choose…' : none) : (chosen?.label ?? shown))}
        SelectDisplayProps={{ 'aria-describedby': describedBy(id), 'aria-required': field.required === true, ...(error === undefined ? {} : { 'aria-invalid': true }) }}
      >
        {field.required !== true && <MenuItem value="">{none}</MenuItem>}
        {value !== '' && chosen === undefined && <MenuItem value={value}>{value} (not found)</MenuItem>}
        {choices.length === 0 && <MenuItem disabled value="" sx={{ display: field.required === true ? undefined : 'none' }}>{nothing}</MenuItem>}
        {choices.map((one) => <MenuItem key={one.value} value={one.value}>{one.label}</MenuItem>)}
      </Select>
    </FieldFrame>
  );
}
