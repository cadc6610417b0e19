import AddIcon from '@mui/icons-material/AddOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Box, Button, IconButton, MenuItem, OutlinedInput, Select } from '@mui/material';
import type { ReactElement } from 'react';
import type { ParameterDeclaration } from '../../shared/fields/field.ts';

const types: readonly ParameterDeclaration['type'][] = ['String', 'Integer', 'Boolean', 'DateTime'];

/** A name with a data type and a text: a parameter with its default, or a returned item with its description. */
export interface Declaration {
  readonly name: string;
  readonly type: ParameterDeclaration['type'];
  readonly text: string | undefined;
}

interface Props {
  readonly id: string;
  readonly rows: readonly Declaration[];
  /** What a row declares, as in "Add parameter". */
  readonly noun: string;
  /** How new rows are named, as in "Parameter 1". */
  readonly prefix: string;
  readonly textLabel: string;
  readonly disabled: boolean;
  /** `typing` while a text is typed. */
  onChange(rows: readonly Declaration[], typing: boolean): void;
}

/** A name that no row has yet. */
function freshName(rows: readonly Declaration[], prefix: string): string {
  const names = new Set(rows.map(({ name }) => name.toLowerCase()));
  const number = [...Array(rows.length + 1).keys()].find((index) => !names.has(`${prefix} ${index + 1}`.toLowerCase())) ?? 0;
  return `${prefix} ${number + 1}`;
}

/** Declarations, a row each, and a button that adds one. */
export function DeclarationRows({ id, rows, noun, prefix, textLabel, disabled, onChange }: Props): ReactElement {
  const change = (index: number, part: Partial<Declaration>, typing: boolean): void => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)), typing);
  return (
    <>
      {rows.map((row, index) => (
        // Rows have no identity of their own, and the name is what is being typed: the position is the key.
        <Box key={index} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 6.5rem minmax(0, 1fr) 28px', gap: 0.5, alignItems: 'center' }}>
          <OutlinedInput
            id={index === 0 ? id : `${id}-${index}`}
            value={row.name}
            disabled={disabled}
            placeholder="Name"
            onChange={(event) => change(index, { name: event.target.value }, true)}
            slotProps={{ input: { 'aria-label': `Name of ${noun} ${index + 1}` } }}
          />
          <Select value={row.type} disabled={disabled} onChange={(event) => change(index, { type: event.target.value }, false)} SelectDisplayProps={{ 'aria-label': `Type of ${row.name}` }}>
            {types.map((type) => <MenuItem key={type} value={type}>{type}</MenuItem>)}
          </Select>
          <OutlinedInput
            value={row.text ?? ''}
            disabled={disabled}
            placeholder={textLabel}
            onChange={(event) => change(index, { text: event.target.value === '' ? undefined : event.target.value }, true)}
            slotProps={{ input: { 'aria-label': `${textLabel} of ${row.name}` } }}
          />
          <IconButton aria-label={`Remove ${row.name}`} disabled={disabled} onClick={() => onChange(rows.filter((_, at) => at !== index), false)}><RemoveIcon /></IconButton>
        </Box>
      ))}
      <Button
        variant="text"
        disabled={disabled}
        startIcon={<AddIcon />}
        onClick={() => onChange([...rows, { name: freshName(rows, prefix), type: 'String', text: undefined }], false)}
        sx={{ justifySelf: 'start', minHeight: 28 }}
      >
        Add {noun}
      </Button>
    </>
  );
}
