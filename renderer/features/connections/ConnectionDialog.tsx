import { Box, Button, Dialog, DialogContent, DialogTitle, Fade } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { SignInMethod } from '../../../shared/connections/connection.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { ConnectionTarget } from '../../stores/layout.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CheckPanel, type FieldChange } from './CheckPanel.tsx';
import { ConnectionFields } from './ConnectionFields.tsx';
import { SignInActions } from './SignInActions.tsx';
import { SignInPanel } from './SignInPanel.tsx';
import { useCheck } from './useCheck.ts';
import { usePasted } from './usePasted.ts';
import { useSignIn } from './useSignIn.ts';
import { controlId, useConnectionForm } from './useConnectionForm.ts';

interface Props {
  readonly target: ConnectionTarget;
  onClose(saved: ConnectionEntry | undefined): void;
}

/** Add Configuration and Edit Configuration: the fields of the pack, Test connection, OK and Cancel. */
export function ConnectionDialog({ target, onClose }: Props): ReactElement {
  const api = useApi();
  const { app, connections } = useStores();
  const entry = useStore(connections, ({ entries }) => entries.find(({ key }) => key === target.key));
  const form = useConnectionForm(entry);
  const check = useCheck();
  const signIn = useSignIn(form.connection);
  const pasted = usePasted(form);
  const id = useId();
  const [saving, setSaving] = useState(false);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<AppErrorData | undefined>(undefined);
  const focusFirst = (): void => document.getElementById(controlId(target.field ?? 'name'))?.focus();

  const finish = (saved: ConnectionEntry | undefined): void => {
    check.cancel();
    onClose(saved);
  };
  const save = async (): Promise<void> => {
    const draft = form.submit();
    if (draft === undefined) return;
    setSaving(true);
    const result = await connections.getState().save(draft);
    setSaving(false);
    if (!result.ok) return setFailure(result.error);
    const { where, store } = result.value.secret;
    if (draft.password !== undefined && where === 'memory' && !draft.connection.demo) app.getState().notify(`${store} did not take the password. It is kept until the app closes.`);
    finish(result.value);
  };
  const test = (): void => {
    const draft = form.submit();
    if (draft !== undefined) check.start(draft);
  };
  const change = async ({ field, value, chooseFile, label }: FieldChange): Promise<void> => {
    const chosen = chooseFile === true ? await api.files.choose({ title: label, several: false }) : undefined;
    const next = chosen === undefined ? value : chosen.ok ? chosen.value[0] : undefined;
    if (next !== undefined) form.set(field, next);
    document.getElementById(controlId(field))?.focus();
  };
  const startSignIn = (method: SignInMethod | undefined): void => {
    const draft = form.submit();
    if (draft === undefined) return;
    if (method !== undefined) form.set('signInMethod', method);
    signIn.start(method === undefined ? draft : { ...draft, connection: { ...draft.connection, signInMethod: method } });
  };
  const opened = (): void => {
    if (target.test === true) test();
    else focusFirst();
  };
  const leave = (): void => (form.changed ? setAsking(true) : finish(undefined));

  return (
    <Dialog open onClose={leave} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth slotProps={{ transition: { onEnter: opened } }}>
      <DialogTitle id={`${id}-title`}>{entry === undefined ? 'Add Configuration' : 'Edit Configuration'}</DialogTitle>
      <DialogContent dividers sx={{ scrollPaddingBlock: 48 }}>
        <Box component="form" noValidate autoComplete="off" onPaste={pasted} onSubmit={(event) => { event.preventDefault(); void save(); }} sx={{ display: 'grid', gap: 2 }}>
          <ConnectionFields
            form={form}
            entry={entry}
            signIn={
              <SignInPanel
                signIn={signIn}
                connection={form.connection}
                onStart={() => startSignIn(undefined)}
                errorActions={signIn.error !== undefined && <SignInActions error={signIn.error} onSignIn={startSignIn} />}
              />
            }
          />
          {check.view !== undefined && <CheckPanel name={form.values['name'] ?? ''} view={check.view} onCancel={check.cancel} onAgain={test} onField={(action) => void change(action)} onSignIn={startSignIn} />}
          {/* A moment later, because most stores answer at once. */}
          <Fade in={saving && form.password !== ''} unmountOnExit timeout={{ appear: 0, enter: 150, exit: 0 }} style={{ transitionDelay: saving ? '800ms' : '0ms' }}>
            <div role="status">
              <Notice tone="information">Waiting for the credential store of this computer. It may ask for its password in a dialog of its own; where it does not answer, the password is kept until the app closes.</Notice>
            </div>
          </Fade>
          {failure !== undefined && <ErrorCard error={failure} alert />}
          {/* Enter in a field means OK; the button that is seen stands outside the form. */}
          <button type="submit" hidden />
        </Box>
      </DialogContent>
      <DialogButtons
        start={<Button onClick={test} disabled={check.view?.state === 'running'}>Test connection</Button>}
        accept={<Button variant="contained" loading={saving} onClick={() => void save()} sx={{ minWidth: 80 }}>OK</Button>}
        cancel={<Button onClick={leave} sx={{ minWidth: 80 }}>Cancel</Button>}
      />
      {asking && (
        <ConfirmDialog title="Discard the changes?" action="Discard changes" destructive onCancel={() => setAsking(false)} onConfirm={() => finish(undefined)}>
          What was changed in this configuration is not saved yet.
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
