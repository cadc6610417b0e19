import { Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { BreakpointCondition } from '../../../shared/engine/breakpoint.ts';
import { removeBreakpoint, setBreakpoint } from '../../commands/testerMarks.ts';
import { breakpointSentence } from '../../fields/sentence/sentence.ts';
import { SentenceText } from '../../fields/sentence/SentenceText.tsx';
import { useMarks } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { BreakpointFields, isIncomplete } from './BreakpointFields.tsx';
import { newCondition } from './breakpointLines.ts';

interface Props {
  readonly runbook: string;
  readonly activity: string;
  onClose(): void;
}

/** Asks when a run is to pause before an activity: for which item, or for which value of the data that led to it. */
export function BreakpointDialog({ runbook, activity, onClose }: Props): ReactElement | null {
  const stores = useStores();
  const id = useId();
  const document = useStore(stores.editor, ({ open }) => open[runbook]?.document);
  const before = useMarks(runbook).breakpoints.find((one) => one.activity === activity);
  const [condition, setCondition] = useState<BreakpointCondition>(before?.condition ?? newCondition);
  if (document === undefined) return null;
  const incomplete = isIncomplete(condition);
  const name = document.activities[activity]?.name ?? activity;
  const save = (): void => {
    if (incomplete) return;
    setBreakpoint(stores, runbook, { activity, condition });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle id={`${id}-title`}>Pause before {name} when</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography variant="body2"><SentenceText sentence={breakpointSentence(condition, document)} /></Typography>
        <BreakpointFields runbook={runbook} document={document} activity={activity} condition={condition} autoFocus onChange={setCondition} onEnter={save} />
      </DialogContent>
      <DialogButtons
        start={before !== undefined && <Button color="error" onClick={() => { removeBreakpoint(stores, runbook, activity); onClose(); }}>Remove breakpoint</Button>}
        accept={<Button variant="contained" disabled={incomplete} onClick={save}>Set breakpoint</Button>}
        cancel={<Button onClick={onClose}>Cancel</Button>}
      />
    </Dialog>
  );
}
