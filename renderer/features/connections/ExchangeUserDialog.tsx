import { Box, Button, Dialog, DialogContent, DialogTitle, Tab, Tabs } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ConnectionTarget } from '../../stores/layout.ts';
import { useStores } from '../../stores/stores.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ConfigurationTable } from './ConfigurationTable.tsx';
import { ConnectionDialog } from './ConnectionDialog.tsx';
import { RemoveConnection } from './RemoveConnection.tsx';

interface Props {
  /** A configuration whose form opens at once. */
  readonly edit: ConnectionTarget | undefined;
  onClose(): void;
}

/** Options > Exchange User: the configurations, to add, change, copy and remove. */
export function ExchangeUserDialog({ edit, onClose }: Props): ReactElement {
  const { connections } = useStores();
  const entries = useStore(connections, (state) => state.entries);
  const error = useStore(connections, (state) => state.error);
  const [selected, setSelected] = useState<string | undefined>(edit?.key ?? entries[0]?.key);
  const [form, setForm] = useState<ConnectionTarget | undefined>(edit);
  const [removing, setRemoving] = useState(false);
  const id = useId();
  const chosen = entries.find(({ key }) => key === selected);

  const duplicate = async (): Promise<void> => {
    const copy = chosen === undefined ? undefined : await connections.getState().duplicate(chosen.key);
    if (copy === undefined) return;
    setSelected(copy.key);
    setForm({ key: copy.key });
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="md" fullWidth slotProps={{ paper: { sx: { height: 'min(560px, 90vh)' } } }}>
      <DialogTitle id={`${id}-title`} sx={{ paddingBottom: 0.5 }}>Exchange User</DialogTitle>
      <Tabs value="configurations" aria-label="Exchange User" sx={{ paddingInline: 1.5, borderBottom: 1, borderColor: 'studio.border', flexShrink: 0 }}>
        <Tab value="configurations" label="Configurations" id={`${id}-tab`} aria-controls={`${id}-panel`} />
      </Tabs>
      <DialogContent sx={{ display: 'flex', padding: 0 }}>
        <Box id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab`} sx={{ flex: 1, display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 220, padding: 2, gap: 1.5 }}>
          {error !== undefined && <ErrorCard error={error} alert actions={<Button onClick={() => connections.getState().dismissError()}>Close</Button>} />}
          <Box sx={{ flex: 1, minHeight: 120, display: 'flex', border: 1, borderColor: 'studio.border', borderRadius: 1, overflow: 'hidden' }}>
            {entries.length === 0 ? (
              <EmptyState title="No configurations yet" text="A configuration says which Exchange server and which account activities work with." />
            ) : (
              <ConfigurationTable selected={selected} onSelect={setSelected} onOpen={(key) => setForm({ key })} />
            )}
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button autoFocus={entries.length === 0} onClick={() => setForm({})}>Add…</Button>
            <Button disabled={chosen === undefined} onClick={() => chosen !== undefined && setForm({ key: chosen.key })}>Edit…</Button>
            <Button disabled={chosen === undefined} onClick={() => void duplicate()}>Duplicate…</Button>
            <Button disabled={chosen === undefined} onClick={() => setRemoving(true)}>Remove</Button>
          </Box>
        </Box>
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" onClick={onClose}>Finish</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
      {form !== undefined && (
        <ConnectionDialog
          target={form}
          onClose={(saved) => {
            setForm(undefined);
            if (saved !== undefined) setSelected(saved.key);
          }}
        />
      )}
      {removing && chosen !== undefined && <RemoveConnection entry={chosen} onClose={() => setRemoving(false)} />}
    </Dialog>
  );
}
