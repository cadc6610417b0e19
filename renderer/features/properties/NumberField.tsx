import { OutlinedInput } from '@mui/material';
import { memo, type ReactElement } from 'react';
import { describedBy, FieldFrame } from '../../fields/FieldFrame.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly unit: string;
  readonly minimum: number;
  /** Undefined where there is none; the field is empty then. */
  readonly value: number | undefined;
  readonly disabled: boolean;
  /** Undefined when the field was emptied; never where `required`. */
  onChange(value: number | undefined): void;
  readonly required?: boolean;
  onLeave(): void;
}

/** A number of a setting, with its unit. */
export const NumberField = memo(function NumberField({ id, label, help, unit, minimum, value, disabled, required = false, onChange, onLeave }: Props): ReactElement {
  const change = (text: string): void => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number)) onChange(required ? minimum : undefined);
    else onChange(Math.max(minimum, number));
  };
  return (
    <FieldFrame id={id} label={label} help={help}>
      <OutlinedInput id={id} type="number" value={value ?? ''} disabled={disabled} endAdornment={unit} placeholder={required ? undefined : 'none'} onBlur={onLeave} onChange={(event) => change(event.target.value)} slotProps={{ input: { min: minimum, 'aria-describedby': describedBy(id) } }} sx={{ width: 190, paddingRight: 1, fontSize: '0.8125rem' }} />
    </FieldFrame>
  );
});
