import AddIcon from '@mui/icons-material/AddOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Box, Button, FormLabel, IconButton, MenuItem, OutlinedInput, Select, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { ParameterDeclaration } from '../../shared/fields/field.ts';
import type { ReturnedItem } from '../../shared/runbook/runbook.ts';

const types: readonly ParameterDeclaration['type'][] = ['String', 'Integer', 'Boolean', 'DateTime'];

interface Props {
  readonly id: string;
  readonly value: readonly ReturnedItem[];
  readonly disabled: boolean;
  /** `typing` while a name is typed. */
  onChange(value: readonly ReturnedItem[], typing: boolean): void;
  onBlur(): void;
}

/** The items that a runbook returns: a row each with name, type and description. */
export function ReturnsEditor({ id, value, disabled, onChange, onBlur }: Props): ReactElement {
  const change = (index: number, part: Partial<ReturnedItem>, typing: boolean): void => onChange(value.map((row, at) => (at === index ? { ...row, ...part } : row)), typing);
  const fresh = `Item ${[...Array(value.length + 1).keys()].map((index) => index + 1).find((number) => !value.some(({ name }) => name === `Item ${number}`)) ?? 1}`;
  return (
    <Box role="group" aria-labelledby={`${id}-label`} onBlur={onBlur} sx={{ display: 'grid', gap: 0.75 }}>
      <FormLabel id={`${id}-label`} component="div">Returned data</FormLabel>
      <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>What the runbook hands back to the one that invokes it. Return Data fills it in.</Typography>
      {value.map((row, index) => (
        // Rows have no identity of their own, and the name is what is being typed: the position is the key.
        <Box key={index} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 6.5rem minmax(0, 1fr) 28px', gap: 0.5, alignItems: 'center' }}>
          <OutlinedInput value={row.name} disabled={disabled} placeholder="Name" onChange={(event) => change(index, { name: event.target.value }, true)} slotProps={{ input: { 'aria-label': `Name of returned item ${index + 1}` } }} />
          <Select value={row.type} disabled={disabled} onChange={(event) => change(index, { type: event.target.value }, false)} SelectDisplayProps={{ 'aria-label': `Type of ${row.name}` }}>
            {types.map((type) => <MenuItem key={type} value={type}>{type}</MenuItem>)}
          </Select>
          <OutlinedInput value={row.description ?? ''} disabled={disabled} placeholder="Description" onChange={(event) => change(index, { description: event.target.value === '' ? undefined : event.target.value }, true)} slotProps={{ input: { 'aria-label': `Description of ${row.name}` } }} />
          <IconButton aria-label={`Remove ${row.name}`} disabled={disabled} onClick={() => onChange(value.filter((_, at) => at !== index), false)}><RemoveIcon /></IconButton>
        </Box>
      ))}
      <Button variant="text" disabled={disabled} startIcon={<AddIcon />} onClick={() => onChange([...value, { name: fresh, type: 'String' }], false)} sx={{ justifySelf: 'start', minHeight: 28 }}>
        Add returned item
      </Button>
    </Box>
  );
}
