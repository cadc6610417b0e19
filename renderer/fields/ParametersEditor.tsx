import { Box, FormHelperText, FormLabel } from '@mui/material';
import type { ReactElement } from 'react';
import type { Field, ParameterDeclaration } from '../../shared/fields/field.ts';
import { DeclarationRows } from './DeclarationRows.tsx';

interface Props {
  readonly field: Extract<Field, { readonly kind: 'parameters' }>;
  readonly id: string;
  readonly value: readonly ParameterDeclaration[];
  onChange(value: readonly ParameterDeclaration[]): void;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** The parameters of a runbook: a row each with name, type and the value used when a run gives none. */
export function ParametersEditor({ field, id, value, onChange, error, disabled = false, onBlur }: Props): ReactElement {
  return (
    <Box role="group" aria-labelledby={`${id}-label`} {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })} onBlur={onBlur} sx={{ display: 'grid', gap: 0.75 }}>
      <FormLabel id={`${id}-label`} component="div">{field.label}</FormLabel>
      <DeclarationRows
        id={id}
        rows={value.map(({ name, type, default: text }) => ({ name, type, text }))}
        noun="parameter"
        prefix="Parameter"
        textLabel="Default"
        disabled={disabled}
        onChange={(rows) => onChange(rows.map(({ name, type, text }) => ({ name, type, ...(text === undefined ? {} : { default: text }) })))}
      />
      {error !== undefined && <FormHelperText id={`${id}-error`} error>{error}</FormHelperText>}
    </Box>
  );
}
