import AddIcon from '@mui/icons-material/AddOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Box, Button, FormHelperText, FormLabel, IconButton, MenuItem, OutlinedInput, Select } from '@mui/material';
import type { ReactElement } from 'react';
import type { Field, ParameterDeclaration } from '../../shared/fields/field.ts';

const types: readonly ParameterDeclaration['type'][] = ['String', 'Integer', 'Boolean', 'DateTime'];

interface Props {
  readonly field: Extract<Field, { readonly kind: 'parameters' }>;
  readonly id: string;
  readonly value: readonly ParameterDeclaration[];
  onChange(value: readonly ParameterDeclaration[]): void;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** A name that no parameter has yet. */
function freshName(value: readonly ParameterDeclaration[]): string {
  const names = new Set(value.map(({ name }) => name.toLowerCase()));
  const number = [...Array(value.length + 1).keys()].find((index) => !names.has(`parameter ${index + 1}`)) ?? 0;
  return `Parameter ${number + 1}`;
}

/** The parameters of a runbook: a row each with name, type and the value used when a run gives none. */
export function ParametersEditor({ field, id, value, onChange, error, disabled = false, onBlur }: Props): ReactElement {
  const change = (index: number, part: Partial<ParameterDeclaration>): void => onChange(value.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <Box role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-error`} onBlur={onBlur} sx={{ display: 'grid', gap: 0.75 }}>
      <FormLabel id={`${id}-label`} component="div">{field.label}</FormLabel>
      {value.map((row, index) => (
        // Rows have no identity of their own, and the name is what is being typed: the position is the key.
        <Box key={index} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 6.5rem minmax(0, 1fr) 28px', gap: 0.5, alignItems: 'center' }}>
          <OutlinedInput
            id={index === 0 ? id : `${id}-${index}`}
            value={row.name}
            disabled={disabled}
            placeholder="Name"
            onChange={(event) => change(index, { name: event.target.value })}
            slotProps={{ input: { 'aria-label': `Name of parameter ${index + 1}` } }}
          />
          <Select value={row.type} disabled={disabled} onChange={(event) => change(index, { type: event.target.value })} SelectDisplayProps={{ 'aria-label': `Type of ${row.name}` }}>
            {types.map((type) => <MenuItem key={type} value={type}>{type}</MenuItem>)}
          </Select>
          <OutlinedInput
            value={row.default ?? ''}
            disabled={disabled}
            placeholder="Default"
            onChange={(event) => change(index, { default: event.target.value === '' ? undefined : event.target.value })}
            slotProps={{ input: { 'aria-label': `Default of ${row.name}` } }}
          />
          <IconButton aria-label={`Remove ${row.name}`} disabled={disabled} onClick={() => onChange(value.filter((_, at) => at !== index))}><RemoveIcon /></IconButton>
        </Box>
      ))}
      <Button variant="text" disabled={disabled} startIcon={<AddIcon />} onClick={() => onChange([...value, { name: freshName(value), type: 'String' }])} sx={{ justifySelf: 'start', minHeight: 28 }}>
        Add parameter
      </Button>
      {error !== undefined && <FormHelperText id={`${id}-error`} error>{error}</FormHelperText>}
    </Box>
  );
}
