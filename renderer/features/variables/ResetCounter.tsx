import { Box } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/stores.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

/** Asks before the current values of a counter are forgotten. */
export function ResetCounter({ name, onClose }: { readonly name: string; onClose(): void }): ReactElement {
  const { globals } = useStores();
  const entry = useStore(globals, (state) => state.view.counters.find((one) => one.name === name));
  const [busy, setBusy] = useState(false);
  const values = Object.entries(entry?.values ?? {});
  const reset = async (): Promise<void> => {
    setBusy(true);
    await globals.getState().resetCounter(name);
    onClose();
  };
  return (
    <ConfirmDialog title={`Reset ${name}?`} action="Reset counter" busy={busy} onCancel={onClose} onConfirm={() => void reset()}>
      {values.length === 0 ? (
        `It has its default value ${entry?.counter.default ?? 0} everywhere already.`
      ) : (
        <>
          {`It goes back to ${entry?.counter.default ?? 0} on this computer. Until now it counted:`}
          <Box component="ul" sx={{ marginBottom: 0, paddingLeft: 2.5 }}>
            {values.map(([runbook, value]) => <li key={runbook}>{runbook}: {value}</li>)}
          </Box>
        </>
      )}
    </ConfirmDialog>
  );
}
