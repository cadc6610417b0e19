import { Box, Checkbox, FormControlLabel } from '@mui/material';
import type { ReactElement } from 'react';
import type { EditorProps } from './editorProps.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

/** Yes or no as a check box with its label; the values are the texts True and False. */
export function BooleanEditor({ field, id, value, onChange, error, disabled, adornment, inputRef, onBlur }: EditorProps): ReactElement {
  return (
    <FieldFrame id={id} label={field.label} help={field.help} error={error} disabled={disabled} ownLabel>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, minHeight: 32 }}>
        <FormControlLabel
          label={field.label}
          disabled={disabled ?? false}
          // The field that is left folds its help away, which would move the box from under the pointer before the click is complete.
          onMouseDown={(event) => event.preventDefault()}
          sx={{ marginLeft: '-4px', marginRight: 0, gap: 0.5, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem', fontWeight: 500 } }}
          control={
            <Checkbox
              id={id}
              checked={value.trim().toLowerCase() === 'true'}
              onChange={(event) => {
                event.target.focus();
                onChange(event.target.checked ? 'True' : 'False');
              }}
              onBlur={onBlur}
              slotProps={{ input: { 'aria-describedby': describedBy(id), 'aria-invalid': error !== undefined, ...(inputRef === undefined ? {} : { ref: inputRef }) } }}
            />
          }
        />
        {adornment}
      </Box>
    </FieldFrame>
  );
}
