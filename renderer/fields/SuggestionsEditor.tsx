import { Autocomplete, Box, OutlinedInput } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { Suggestion } from '../../shared/fields/field.ts';
import type { EditorProps } from './editorProps.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

interface Props extends EditorProps {
  readonly suggestions: readonly Suggestion[];
}

/** Text with a list of usual values behind an arrow. Whatever is typed stays. */
export function SuggestionsEditor({ field, id, value, onChange, error, disabled, adornment, inputRef, onBlur, suggestions }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const nameOf = (one: string): string => suggestions.find((suggestion) => suggestion.value === one)?.name ?? '';
  return (
    <FieldFrame id={id} label={field.label} required={field.required} help={field.help} error={error} disabled={disabled} adornment={adornment}>
      <Autocomplete
        id={id}
        freeSolo
        forcePopupIcon
        disableClearable
        open={open}
        // Who types knows what they want; the list would cover what stands below.
        onOpen={(event) => setOpen(event.type !== 'change')}
        onClose={() => setOpen(false)}
        disabled={disabled ?? false}
        options={suggestions.map((suggestion) => suggestion.value)}
        // All of them, whatever is in the field: there are few, and the one that is there is rarely the one that is looked for.
        filterOptions={(options) => options}
        inputValue={value}
        onInputChange={(_event, typed, reason) => (reason === 'reset' ? undefined : onChange(typed))}
        value={value}
        onChange={(_event, chosen) => onChange(chosen)}
        onBlur={onBlur}
        renderOption={({ key, ...props }, option) => (
          <Box component="li" {...props} key={key} sx={{ display: 'block !important', lineHeight: 1.35 }}>
            <Box sx={{ fontSize: '0.8125rem' }}>{option}</Box>
            <Box sx={{ fontSize: '0.75rem', color: 'studio.textMuted' }}>{nameOf(option)}</Box>
          </Box>
        )}
        renderInput={({ slotProps }) => (
          <OutlinedInput
            {...slotProps.input}
            fullWidth
            error={error !== undefined}
            inputRef={inputRef}
            slotProps={{ input: { ...slotProps.htmlInput, 'aria-describedby': describedBy(id), 'aria-required': field.required === true, autoComplete: 'off', spellCheck: false } }}
          />
        )}
      />
    </FieldFrame>
  );
}
