import { Button, Dialog, DialogContent, DialogTitle, FormHelperText, FormLabel, OutlinedInput, Box } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { createRunbook } from '../../commands/workspaceActions.ts';
import { useStores } from '../../stores/stores.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';

/** Asks for the name and folder of a new runbook. */
export function NewRunbookDialog({ onClose }: { onClose(): void }): ReactElement {
  const stores = useStores();
  const id = useId();
  const busy = useStore(stores.workspace, (state) => state.busy === 'createRunbook');
  const error = useStore(stores.workspace, (state) => state.error);
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const create = async (): Promise<void> => {
    if (name.trim() === '') return setProblem('A runbook needs a name.');
    if (await createRunbook(stores, name.trim(), folder.trim())) onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="xs" fullWidth>
      <DialogTitle id={`${id}-title`}>New runbook</DialogTitle>
      <DialogContent>
        <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); void create(); }} sx={{ display: 'grid', gap: 1.5 }}>
          <Box>
            <FormLabel htmlFor={`${id}-name`}>Name</FormLabel>
            <OutlinedInput id={`${id}-name`} fullWidth autoFocus value={name} error={problem !== undefined} onChange={(event) => { setName(event.target.value); setProblem(undefined); }} slotProps={{ input: { 'aria-describedby': `${id}-problem` } }} />
            <FormHelperText id={`${id}-problem`} error>{problem}</FormHelperText>
          </Box>
          <Box>
            <FormLabel htmlFor={`${id}-folder`}>Folder</FormLabel>
            <OutlinedInput id={`${id}-folder`} fullWidth value={folder} placeholder="helpdesk" onChange={(event) => setFolder(event.target.value)} slotProps={{ input: { 'aria-describedby': `${id}-help` } }} />
            <FormHelperText id={`${id}-help`}>May stay empty. Folders inside folders are written with /.</FormHelperText>
          </Box>
          {error !== undefined && <ErrorCard error={error} alert />}
          <button type="submit" hidden />
        </Box>
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" loading={busy} onClick={() => void create()}>Create runbook</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
    </Dialog>
  );
}
