import { MenuItem, Select } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Field } from '../../shared/fields/field.ts';
import { globalNouns } from '../../shared/globals/view.ts';
import { useStores } from '../stores/stores.ts';
import type { EditorProps } from './editorProps.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

/** A counter or schedule of the workspace. A name that the workspace does not have is kept and shown as such. */
export function GlobalEditor({ field, id, value, onChange, error, disabled, adornment, inputRef, onBlur }: EditorProps<Extract<Field, { readonly kind: 'global' }>>): ReactElement {
  const { globals } = useStores();
  const entries = useStore(globals, ({ view }) => view[field.of]);
  const noun = globalNouns[field.of];
  const known = value === '' || entries.some(({ name }) => name === value);
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
        renderValue={(chosen) => (chosen === '' ? (field.required === true ? `Choose a ${noun}…` : 'None') : chosen)}
        SelectDisplayProps={{ 'aria-describedby': describedBy(id), 'aria-required': field.required === true, ...(error === undefined ? {} : { 'aria-invalid': true }) }}
      >
        {field.required !== true && <MenuItem value="">None</MenuItem>}
        {entries.length === 0 && field.required === true && <MenuItem disabled value="">No {noun} yet: add one in the Variables view</MenuItem>}
        {!known && <MenuItem value={value}>{value} (not in this workspace)</MenuItem>}
        {entries.map(({ name }) => <MenuItem key={name} value={name}>{name}</MenuItem>)}
      </Select>
    </FieldFrame>
  );
}
