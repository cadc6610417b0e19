import { Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useMemo, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { differencesBetween } from '../../../shared/workspace/differences.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { DifferenceTable } from '../../ui/DifferenceTable.tsx';

interface Props {
  readonly runbookKey: string;
  readonly theirs: Runbook;
  onKeepMine(): void;
  onLoadTheirs(): void;
  onClose(): void;
}

/** The version in the app beside the file's: every part in which they differ, and which one stays. */
export function CompareDialog({ runbookKey, theirs, onKeepMine, onLoadTheirs, onClose }: Props): ReactElement | null {
  const id = useId();
  const registry = useRegistry();
  const mine = useStore(useStores().editor, ({ open }) => open[runbookKey]?.document);
  const differences = useMemo(() => (mine === undefined ? [] : differencesBetween(mine, theirs, registry)), [mine, theirs, registry]);
  if (mine === undefined) return null;
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="md" fullWidth>
      <DialogTitle id={`${id}-title`}>Compare {mine.name} with its file</DialogTitle>
      <DialogContent dividers tabIndex={0} sx={{ padding: '0 !important' }}>
        <Typography variant="body2" sx={{ padding: '8px 20px', color: 'studio.textMuted' }}>{differences.length === 0 ? 'Both versions say the same.' : `${count(differences.length, 'difference')}.`}</Typography>
        {differences.length > 0 && <DifferenceTable differences={differences} before="Mine" after="Theirs" />}
      </DialogContent>
      <DialogButtons
        start={<><Button onClick={onKeepMine}>Keep mine</Button><Button onClick={onLoadTheirs}>Load theirs</Button></>}
        accept={<Button variant="contained" autoFocus onClick={onClose}>Close</Button>}
        cancel={null}
      />
    </Dialog>
  );
}
