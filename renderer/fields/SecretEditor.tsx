import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { IconButton, InputAdornment, OutlinedInput } from '@mui/material';
import { useState, type FocusEvent, type ReactElement } from 'react';
import type { EditorProps } from './editorProps.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

/** A secret while it is typed: it can be pasted, filled by a password manager, and shown until the field is left. */
export function SecretEditor({ field, id, value, onChange, error, disabled, adornment, inputRef, onBlur }: EditorProps): ReactElement {
  const [shown, setShown] = useState(false);
  const action = shown ? `Hide ${field.label.toLowerCase()}` : `Show ${field.label.toLowerCase()}`;
  /** The button beside the text belongs to the field; leaving both hides the text again. */
  const leave = (event: FocusEvent<HTMLElement>): void => {
    const field = event.target.closest('[data-secret]');
    if (field?.contains(event.relatedTarget) === true) return;
    setShown(false);
    onBlur?.();
  };
  return (
    <FieldFrame id={id} label={field.label} required={field.required} help={field.help} error={error} disabled={disabled} adornment={adornment}>
      <OutlinedInput
        data-secret
        onBlur={leave}
        id={id}
        fullWidth
        type={shown ? 'text' : 'password'}
        value={value}
        disabled={disabled ?? false}
        error={error !== undefined}
        onChange={(event) => onChange(event.target.value)}
        inputRef={inputRef}
        slotProps={{ input: { 'aria-describedby': describedBy(id), 'aria-required': field.required === true, autoComplete: 'current-password', spellCheck: false } }}
        endAdornment={
          value === '' ? undefined : (
            <InputAdornment position="end">
              <IconButton edge="end" aria-label={action} aria-pressed={shown} onBlur={leave} onClick={() => setShown(!shown)}>
                {shown ? <HideIcon /> : <ShowIcon />}
              </IconButton>
            </InputAdornment>
          )
        }
      />
    </FieldFrame>
  );
}
