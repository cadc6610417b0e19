import { Box, Button, FormLabel, Typography } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { VariableEntry } from '../../../shared/globals/view.ts';
import { SecretEditor } from '../../fields/SecretEditor.tsx';
import { useStores } from '../../stores/stores.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { valueText } from './globalWords.ts';

interface Props {
  readonly entry: VariableEntry | undefined;
  readonly value: string;
  onChange(value: string): void;
}

/** The value of an encrypted variable: given, replaced or removed. One that is stored cannot be read back, so the field only says where it is. */
export function EncryptedValue({ entry, value, onChange }: Props): ReactElement {
  const { app, globals } = useStores();
  const id = useId();
  const keychain = useStore(app, ({ facts }) => facts?.keychain);
  const [replacing, setReplacing] = useState(false);
  const [failure, setFailure] = useState<AppErrorData | undefined>(undefined);
  const stored = entry?.variable.encrypted === true && entry.secret?.stored === true;
  const remove = async (): Promise<void> => {
    const result = entry === undefined ? undefined : await globals.getState().clearValue(entry.name);
    setFailure(result?.ok === false ? result.error : undefined);
  };
  const keep = (): void => {
    setReplacing(false);
    onChange('');
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {stored && !replacing ? (
        <Box role="group" aria-labelledby={`${id}-label`}>
          <FormLabel id={`${id}-label`} component="div">Value</FormLabel>
          <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, minHeight: 32 }}>
            <Typography variant="body2" sx={{ flex: 1, color: 'studio.textMuted' }}>•••••••• {valueText(entry).toLowerCase().replace(entry.secret?.store.toLowerCase() ?? '', entry.secret?.store ?? '')}</Typography>
            <Button aria-label="Replace value" onClick={() => setReplacing(true)}>Replace</Button>
            <Button aria-label="Remove value" onClick={() => void remove()}>Remove</Button>
          </Box>
        </Box>
      ) : (
        <SecretEditor
          field={{ kind: 'secret', label: 'Value', required: !stored, help: 'Kept in the credential store of this computer and never shown again.' }}
          id={`${id}-value`}
          value={value}
          onChange={onChange}
          inputRef={replacing ? (control) => (value === '' ? control?.focus() : undefined) : undefined}
          adornment={stored ? <Button variant="text" onClick={keep} sx={{ minHeight: 24, paddingBlock: 0 }}>Keep the stored one</Button> : undefined}
        />
      )}
      {failure !== undefined && <ErrorCard error={failure} alert />}
      {keychain?.available === false && (
        <Notice tone="warning">This computer has no credential store available. The value is kept until the app closes.{keychain.problem === undefined ? '' : ` ${keychain.problem}`}</Notice>
      )}
    </Box>
  );
}
