import { Box, Button } from '@mui/material';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { RunHeader } from '../../../shared/history/runHeader.ts';
import { differencesBetween } from '../../../shared/workspace/differences.ts';
import { isHere } from '../../commands/historyActions.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { Notice } from '../../ui/Notice.tsx';
import { DifferencesDialog } from './DifferencesDialog.tsx';

/** Says when the runbook of a run is another one now, and shows in what. A runbook of another workspace cannot be compared. */
export function ChangedSince({ header }: { readonly header: RunHeader }): ReactElement | null {
  const stores = useStores();
  const registry = useRegistry();
  const [shown, setShown] = useState(false);
  const { key, document: then } = header;
  const here = useStore(stores.workspace, ({ view }) => isHere(view, header));
  const now = useStore(stores.editor, ({ open }) => open[key]?.document);
  useEffect(() => {
    if (here) void stores.editor.getState().load(key);
  }, [stores, here, key]);
  const differences = useMemo(() => (now === undefined ? [] : differencesBetween(then, now, registry)), [then, now, registry]);
  if (!here || differences.length === 0) return null;
  return (
    <Box sx={{ padding: '6px 12px', flexShrink: 0 }}>
      <Notice tone="information">
        The runbook has changed since. <Button variant="text" onClick={() => setShown(true)} sx={{ minHeight: 24, paddingBlock: 0 }}>Show differences</Button>
      </Notice>
      {shown && <DifferencesDialog runbook={then.name} differences={differences} onClose={() => setShown(false)} />}
    </Box>
  );
}
