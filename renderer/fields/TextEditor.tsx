import { InputAdornment, OutlinedInput } from '@mui/material';
import type { ReactElement } from 'react';
import type { FieldKind } from '../../shared/fields/field.ts';
import { monospace } from '../ui/color.ts';
import type { EditorProps } from './editorProps.ts';
import { ValueEditor } from './expression/ValueEditor.tsx';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

const placeholders: Partial<Record<FieldKind, string>> = {
  addresses: 'ana@contoso.com, Help desk <help@contoso.com>',
  folder: 'inbox or \\Inbox\\Done',
};

/** How many lines each kind of text shows at least. */
const lines: Partial<Record<FieldKind, number>> = { body: 4, list: 1, addresses: 1 };

/** Text of one line or several; lists and addresses grow with what is typed or pasted. Numbers stay text, so that references can be written. */
export function TextEditor(props: EditorProps): ReactElement {
  return props.expression === undefined ? <PlainText {...props} /> : <ValueEditor {...props} expression={props.expression} lines={lines[props.field.kind]} placeholder={props.field.placeholder ?? placeholders[props.field.kind]} />;
}

function PlainText({ field, id, value, onChange, error, disabled, adornment, inputRef, onBlur }: EditorProps): ReactElement {
  const rows = lines[field.kind];
  const placeholder = field.placeholder ?? placeholders[field.kind];
  const numeric = field.kind === 'integer' || field.kind === 'number';
  return (
    <FieldFrame id={id} label={field.label} required={field.required} help={field.help} error={error} disabled={disabled} found={field.found} adornment={adornment}>
      <OutlinedInput
        id={id}
        fullWidth
        value={value}
        disabled={disabled ?? false}
        error={error !== undefined}
        multiline={rows !== undefined}
        {...(rows === undefined ? {} : { minRows: rows, maxRows: 14 })}
        {...(placeholder === undefined ? {} : { placeholder })}
        endAdornment={field.unit === undefined ? undefined : <InputAdornment position="end">{field.unit}</InputAdornment>}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        inputRef={inputRef}
        slotProps={{
          input: {
            'aria-describedby': describedBy(id),
            'aria-required': field.required === true,
            autoComplete: 'off',
            spellCheck: field.kind === 'body',
            ...(numeric ? { inputMode: 'decimal' } : {}),
          },
        }}
        sx={{ ...(field.kind === 'itemId' ? { '& input': { fontFamily: monospace, fontSize: '0.8125rem' } } : {}), ...(numeric ? { maxWidth: '14rem' } : {}) }}
      />
    </FieldFrame>
  );
}
