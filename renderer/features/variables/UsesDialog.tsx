import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { GlobalKind, GlobalUse } from '../../../shared/globals/view.ts';
import { openRunbook } from '../../commands/workspaceActions.ts';
import { useStores } from '../../stores/stores.ts';
import { UseList } from './UseList.tsx';

interface Props {
  readonly kind: GlobalKind;
  readonly name: string;
  readonly uses: readonly GlobalUse[];
  onClose(): void;
}

/** The places that use a variable, counter or schedule; choosing one shows it. */
export function UsesDialog({ name, uses, onClose }: Props): ReactElement {
  const stores = useStores();
  const id = useId();
  const show = ({ runbook, activity }: GlobalUse): void => {
    openRunbook(stores, runbook);
    onClose();
    void stores.editor
      .getState()
      .load(runbook)
      .then(() => stores.editor.getState().select(runbook, { activities: activity === undefined ? [] : [activity] }));
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth>
      <DialogTitle id={`${id}-title`}>Where {name} is used</DialogTitle>
      <DialogContent>
        {uses.length === 0 ? 'No runbook of this workspace uses it.' : <Box sx={{ maxHeight: '50vh', overflow: 'auto' }}><UseList uses={uses} onChoose={show} /></Box>}
      </DialogContent>
      <DialogActions><Button autoFocus onClick={onClose}>Close</Button></DialogActions>
    </Dialog>
  );
}
