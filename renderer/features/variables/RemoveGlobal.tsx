import { Box } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { globalNouns, type GlobalKind } from '../../../shared/globals/view.ts';
import { globalKey } from '../../stores/globals.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { UseList } from './UseList.tsx';

interface Props {
  readonly kind: GlobalKind;
  readonly name: string;
  onClose(): void;
}

/** What goes with an entry of each list. */
const consequences: Readonly<Record<GlobalKind, string>> = {
  variables: 'A stored value is removed from the credential store of this computer as well.',
  counters: 'Its current values on this computer are forgotten as well.',
  schedules: '',
};

/** Asks before an entry is removed, and names the places that use it. */
export function RemoveGlobal({ kind, name, onClose }: Props): ReactElement {
  const { globals } = useStores();
  const uses = useStore(globals, (state) => state.uses[globalKey(kind, name)]) ?? [];
  const [busy, setBusy] = useState(false);
  const noun = globalNouns[kind];
  const remove = async (): Promise<void> => {
    setBusy(true);
    await globals.getState().remove(kind, name);
    onClose();
  };
  return (
    <ConfirmDialog title={`Remove ${name}?`} action={`Remove ${noun}`} destructive busy={busy} onCancel={onClose} onConfirm={() => void remove()}>
      {uses.length === 0 ? (
        `No runbook uses this ${noun}. ${consequences[kind]}`
      ) : (
        <>
          {`${count(uses.length, 'place')} will have nothing to use:`}
          <Box sx={{ marginTop: 1, maxHeight: 220, overflow: 'auto' }}><UseList uses={uses} /></Box>
        </>
      )}
    </ConfirmDialog>
  );
}
