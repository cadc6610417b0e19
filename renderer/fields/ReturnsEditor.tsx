import { Box, FormLabel, Typography } from '@mui/material';
import { memo, type ReactElement } from 'react';
import type { ReturnedItem } from '../../shared/runbook/runbook.ts';
import { DeclarationRows } from './DeclarationRows.tsx';

interface Props {
  readonly id: string;
  readonly value: readonly ReturnedItem[];
  readonly disabled: boolean;
  /** `typing` while a name or description is typed. */
  onChange(value: readonly ReturnedItem[], typing: boolean): void;
  onBlur(): void;
}

/** The items that a runbook returns: a row each with name, type and description. */
export const ReturnsEditor = memo(function ReturnsEditor({ id, value, disabled, onChange, onBlur }: Props): ReactElement {
  return (
    <Box role="group" aria-labelledby={`${id}-label`} onBlur={onBlur} sx={{ display: 'grid', gap: 0.75 }}>
      <FormLabel id={`${id}-label`} component="div">Returned data</FormLabel>
      <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>What the runbook hands back to the one that invokes it. Return Data fills it in.</Typography>
      <DeclarationRows
        id={id}
        rows={value.map(({ name, type, description }) => ({ name, type, text: description }))}
        noun="returned item"
        prefix="Item"
        textLabel="Description"
        disabled={disabled}
        onChange={(rows, typing) => onChange(rows.map(({ name, type, text }) => ({ name, type, ...(text === undefined ? {} : { description: text }) })), typing)}
      />
    </Box>
  );
});
