import { Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { Difference } from '../../../shared/workspace/differences.ts';
import { count } from '../../stores/words.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { DifferenceTable } from '../../ui/DifferenceTable.tsx';

interface Props {
  readonly runbook: string;
  readonly differences: readonly Difference[];
  onClose(): void;
}

/** How a runbook that ran differs from what it is now. */
export function DifferencesDialog({ runbook, differences, onClose }: Props): ReactElement {
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="md" fullWidth>
      <DialogTitle id={id}>{runbook}: then and now</DialogTitle>
      <DialogContent dividers tabIndex={0} sx={{ padding: '0 !important' }}>
        <Typography variant="body2" sx={{ padding: '8px 20px', color: 'studio.textMuted' }}>{count(differences.length, 'difference')} between the run and the runbook as it is now.</Typography>
        <DifferenceTable differences={differences} before="When it ran" after="Now" />
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" autoFocus onClick={onClose}>Close</Button>} cancel={null} />
    </Dialog>
  );
}
