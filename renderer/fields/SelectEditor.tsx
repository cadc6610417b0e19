import { MenuItem, Select } from '@mui/material';
import { memo, type ReactElement } from 'react';
import type { Field } from '../../shared/fields/field.ts';
import type { EditorProps } from './editorProps.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

/** What a list offers. */
export interface Offer {
  readonly value: string;
  readonly label: string;
}

interface Props extends EditorProps<Field> {
  readonly options: readonly Offer[];
  /** Said while nothing is chosen that has to be. */
  readonly choose?: string;
  /** The entry for no value; only of a field that may be empty. */
  readonly none?: string;
  /** Behind a value that is not offered: it is kept and shown as such. */
  readonly unknown: string;
  /** Said where nothing is offered. */
  readonly nothing?: string;
}

/** One of several values, by name. */
export const SelectEditor = memo(function SelectEditor({ field, id, value, options, choose = 'Choose…', none = 'None', unknown, nothing, onChange, error, disabled, adornment, inputRef, onBlur }: Props): ReactElement {
  const required = field.required === true;
  const chosen = options.find((one) => one.value === value);
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
        renderValue={(shown) => (shown === '' ? (required ? choose : none) : (chosen?.label ?? shown))}
        SelectDisplayProps={{ 'aria-describedby': describedBy(id), 'aria-required': required, ...(error === undefined ? {} : { 'aria-invalid': true }) }}
      >
        {!required && <MenuItem value="">{none}</MenuItem>}
        {value !== '' && chosen === undefined && <MenuItem value={value}>{value} ({unknown})</MenuItem>}
        {options.length === 0 && required && nothing !== undefined && <MenuItem disabled value="">{nothing}</MenuItem>}
        {options.map((one) => <MenuItem key={one.value} value={one.value}>{one.label}</MenuItem>)}
      </Select>
    </FieldFrame>
  );
});
