import { Box } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { OpenDialog } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

interface Props {
  readonly dialog: Extract<OpenDialog, { readonly kind: 'unsaved' }>;
  onClose(): void;
}

/** Asks what to do with unsaved runbooks before they are closed. A save that fails keeps them open. */
export function UnsavedDialog({ dialog, onClose }: Props): ReactElement {
  const { editor } = useStores();
  const [busy, setBusy] = useState(false);
  const { keys, names, proceed } = dialog;
  const goOn = (): void => {
    onClose();
    proceed();
  };
  const discard = (): void => {
    editor.getState().discard(keys);
    goOn();
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    const saved = await Promise.all(keys.map((key) => editor.getState().save(key)));
    setBusy(false);
    if (saved.every(Boolean)) goOn();
    else onClose();
  };
  return (
    <ConfirmDialog
      title={names.length === 1 ? `Save ${names[0]}?` : `Save ${names.length} runbooks?`}
      action={names.length === 1 ? 'Save runbook' : 'Save runbooks'}
      busy={busy}
      alternative={{ label: 'Discard changes', run: discard }}
      onCancel={onClose}
      onConfirm={() => void save()}
    >
      {names.length === 1 ? 'It has changes that are not saved yet.' : 'These have changes that are not saved yet:'}
      {names.length > 1 && (
        <Box component="ul" sx={{ marginBlock: 1, paddingLeft: 2.5 }}>
          {names.map((name, index) => <li key={keys[index] ?? name}>{name}</li>)}
        </Box>
      )}
    </ConfirmDialog>
  );
}
