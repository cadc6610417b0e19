import { Box, Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useRef, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { commands } from '../../../shared/commands/commands.ts';
import { removeBreakpoint } from '../../commands/testerMarks.ts';
import { useLines } from '../../fields/sentence/useLines.ts';
import { useMarks } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { shortcutText } from '../../ui/shortcut.ts';
import { BreakpointLine } from './BreakpointLine.tsx';

/** Breakpoints are kept at once, and are no part of what can be undone. */
const noStep = (): void => undefined;

/** The breakpoints of a runbook as sentences: where and when, and the ways to show, change and remove each. */
export function BreakpointsDialog({ runbook, onClose }: { readonly runbook: string; onClose(): void }): ReactElement | null {
  const stores = useStores();
  const document = useStore(stores.editor, ({ open }) => open[runbook]?.document);
  const { breakpoints } = useMarks(runbook);
  const close = useRef<HTMLButtonElement>(null);
  const lines = useLines(noStep, close);
  if (document === undefined) return null;
  const shown = breakpoints.filter(({ activity }) => Object.hasOwn(document.activities, activity));
  const reveal = (activity: string): void => {
    stores.editor.getState().select(runbook, { activities: [activity] });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="breakpoints-title" maxWidth="sm" fullWidth slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle id="breakpoints-title">Breakpoints of {document.name}</DialogTitle>
      <DialogContent>
        {shown.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>No breakpoint is set. Select an activity and press {shortcutText(commands['run.toggleBreakpoint'].key ?? '')}, or {shortcutText(commands['run.conditionalBreakpoint'].key ?? '')} for one with a condition.</Typography>
        ) : (
          <Box component="ul" aria-label="Breakpoints" data-sentences sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
            {shown.map((breakpoint) => (
              <li key={breakpoint.activity}>
                <BreakpointLine runbook={runbook} document={document} breakpoint={breakpoint} line={lines.of(breakpoint.activity)} onShow={() => reveal(breakpoint.activity)} />
              </li>
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogButtons
        start={<Button color="error" disabled={shown.length === 0} onClick={() => removeBreakpoint(stores, runbook)}>Remove all</Button>}
        accept={<Button ref={close} variant="contained" autoFocus onClick={onClose}>Close</Button>}
        cancel={null}
      />
    </Dialog>
  );
}
