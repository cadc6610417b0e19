import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import { Box, FormHelperText, FormLabel } from '@mui/material';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Whereabouts } from '../../shared/fields/field.ts';
import { afterPress } from '../ui/afterPress.ts';
import { unseen } from '../ui/unseen.ts';
import { FieldWhereabouts } from './FieldWhereabouts.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly help: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Where the value is found, for one that another program shows. */
  readonly found?: Whereabouts | undefined;
  /** Buttons beside the label, for example subscribing to published data. */
  readonly adornment?: ReactNode;
  /** The label is part of the control, as for a check box. */
  readonly ownLabel?: boolean;
  readonly children: ReactNode;
}

/** Ids of the texts under a field, for `aria-describedby`. */
export const describedBy = (id: string): string => `${id}-error ${id}-help`;

/** Label above, control, problem below, and the help sentence while the focus is inside. */
export function FieldFrame({ id, label, required = false, help, error, disabled = false, found, adornment, ownLabel = false, children }: Props): ReactElement {
  const [focused, setFocused] = useState(false);
  const helpShown = focused && help !== '';
  return (
    <Box data-field={label} data-field-help={help} onFocus={() => setFocused(true)} onBlur={() => afterPress(() => setFocused(false))} sx={{ minWidth: 0, position: 'relative' }}>
      {(!ownLabel || adornment !== undefined) && (
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: 24, gap: 1 }}>
          {ownLabel ? <span /> : (
            <Box sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
              {/* A click on the label of a control that is no input has to be told to it. */}
              <FormLabel id={`${id}-label`} htmlFor={id} disabled={disabled} onClick={() => document.getElementById(id)?.focus()}>
                {label}
                {required && <Box component="span" aria-hidden sx={{ color: 'studio.error', marginLeft: '3px' }}>*</Box>}
              </FormLabel>
              {found !== undefined && <FieldWhereabouts labelId={`${id}-label`} label={label} found={found} />}
            </Box>
          )}
          {adornment}
        </Box>
      )}
      {children}
      <FormHelperText id={`${id}-error`} error sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start', '&:empty': { display: 'none' } }}>
        {error !== undefined && <><ErrorIcon aria-hidden sx={{ fontSize: '0.9375rem', flexShrink: 0, marginTop: '1px' }} />{error}</>}
      </FormHelperText>
      <FormHelperText id={`${id}-help`} style={helpShown ? {} : { ...unseen, margin: 0 }}>{help}</FormHelperText>
    </Box>
  );
}
