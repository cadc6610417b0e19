import { Box, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import { useStores } from '../../stores/stores.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface Props {
  readonly entry: ConnectionEntry;
  onClose(): void;
}

/** Asks before a configuration is removed, and names the runbooks and activities that use it. */
export function RemoveConnection({ entry, onClose }: Props): ReactElement {
  const { connections } = useStores();
  const uses = useStore(connections, (state) => state.uses[entry.key]) ?? [];
  const [busy, setBusy] = useState(false);
  const runbooks = [...new Set(uses.map(({ runbookName }) => runbookName))];
  const remove = async (): Promise<void> => {
    setBusy(true);
    await connections.getState().remove(entry.key);
    onClose();
  };
  return (
    <ConfirmDialog title={`Remove ${entry.connection.name}?`} action="Remove configuration" destructive busy={busy} onCancel={onClose} onConfirm={() => void remove()}>
      {uses.length === 0 ? (
        'No runbook uses this configuration. Its password is removed from the credential store as well.'
      ) : (
        <>
          {uses.length === 1 ? 'This activity uses it and will need another one:' : `These ${uses.length} activities use it and will need another one:`}
          <Box sx={{ marginTop: 1, maxHeight: 220, overflow: 'auto' }}>
            {runbooks.map((runbook) => (
              <Box key={runbook} sx={{ marginBottom: 1 }}>
                <Typography variant="h3" component="p">{runbook}</Typography>
                <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5 }}>
                  {uses.filter(({ runbookName }) => runbookName === runbook).map(({ activity, activityName }) => (
                    <li key={activity}>{activityName}</li>
                  ))}
                </Box>
              </Box>
            ))}
          </Box>
        </>
      )}
    </ConfirmDialog>
  );
}
