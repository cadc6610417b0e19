import { Box, Button, FormLabel, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { ConnectionEntry, KeychainState } from '../../../shared/connections/draft.ts';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { SecretEditor } from '../../fields/SecretEditor.tsx';
import { useStores } from '../../stores/stores.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { controlId, type ConnectionForm } from './useConnectionForm.ts';

interface Props {
  readonly form: ConnectionForm;
  readonly entry: ConnectionEntry | undefined;
  readonly keychain: KeychainState | undefined;
  readonly field: Extract<Field, { readonly kind: 'secret' }>;
  readonly error: string | undefined;
}

/** A password can be given, replaced and removed. One that is stored cannot be read back, so the field only says where it is. */
export function PasswordField({ form, entry, keychain, field, error }: Props): ReactElement {
  const { connections } = useStores();
  const [failure, setFailure] = useState<AppErrorData | undefined>(undefined);
  const id = controlId('password');
  const remove = async (): Promise<void> => {
    const result = entry === undefined ? undefined : await connections.getState().clearSecret(entry.key);
    setFailure(result?.ok === false ? result.error : undefined);
  };
  const stored = entry?.secret.stored === true;
  const noStore = keychain?.available === false;

  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {stored && !form.replacing ? (
        <Box role="group" aria-labelledby={`${id}-label`}>
          <FormLabel id={`${id}-label`} component="div">{field.label}</FormLabel>
          <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, minHeight: 32 }}>
            <Typography variant="body2" sx={{ flex: 1, color: 'studio.textMuted' }}>
              •••••••• {entry.secret.where === 'keychain' ? `stored in ${entry.secret.store}` : 'kept until the app closes'}
            </Typography>
            <Button id={id} aria-label="Replace password" onClick={() => form.setReplacing(true)}>Replace</Button>
            <Button aria-label="Remove password" onClick={() => void remove()}>Remove</Button>
          </Box>
        </Box>
      ) : (
        <SecretEditor
          field={field}
          id={id}
          value={form.password}
          error={error}
          onChange={form.setPassword}
          onBlur={() => form.leave('password')}
          inputRef={form.replacing ? (control) => (form.password === '' ? control?.focus() : undefined) : undefined}
          adornment={stored ? <Button variant="text" onClick={() => form.setReplacing(false)} sx={{ minHeight: 24, paddingBlock: 0 }}>Keep the stored one</Button> : undefined}
        />
      )}
      {entry !== undefined && !stored && !form.replacing && <Notice tone="warning">The password is not stored on this computer. Passwords do not travel with the workspace; enter it here once.</Notice>}
      {failure !== undefined && <ErrorCard error={failure} alert />}
      {entry?.secret.problem !== undefined && !stored && (
        <Notice tone="warning">
          {entry.secret.problem} Unlock it to use the password that is in it. A password entered here is kept until the app closes where the store stays locked.
        </Notice>
      )}
      {noStore && (
        <Notice tone="warning">
          This computer has no credential store available. The password is kept until the app closes.{keychain.problem === undefined ? '' : ` ${keychain.problem}`}
        </Notice>
      )}
    </Box>
  );
}
