import { MenuItem, Select } from '@mui/material';
import type { ReactElement } from 'react';
import type { Field } from '../../shared/fields/field.ts';
import type { EditorProps } from './editorProps.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

/** One of a fixed set of words. A value that is none of them is kept and shown as such. */
export function ChoiceEditor({ field, id, value, onChange, error, disabled, adornment, inputRef, onBlur }: EditorProps<Extract<Field, { readonly kind: 'choice' }>>): ReactElement {
  const known = value === '' || field.options.includes(value);
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
        renderValue={(chosen) => (chosen === '' ? 'Choose…' : chosen)}
        SelectDisplayProps={{ 'aria-describedby': describedBy(id), 'aria-required': field.required === true, ...(error === undefined ? {} : { 'aria-invalid': true }) }}
      >
        {field.required !== true && <MenuItem value="">None</MenuItem>}
        {!known && <MenuItem value={value}>{value} (not offered)</MenuItem>}
        {field.options.map((option) => (
          <MenuItem key={option} value={option}>{option}</MenuItem>
        ))}
      </Select>
    </FieldFrame>
  );
}
