import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Box, Button, Dialog, DialogContent, DialogTitle, IconButton, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { commands } from '../../../shared/commands/commands.ts';
import { removeBreakpoint } from '../../commands/testerMarks.ts';
import { breakpointText } from '../../fields/breakpointText.ts';
import { useMarks } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { color } from '../../ui/color.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { shortcutText } from '../../ui/shortcut.ts';

/** The breakpoints of a runbook: where, when, and the ways to show, change and remove each. */
export function BreakpointsDialog({ runbook, onClose }: { readonly runbook: string; onClose(): void }): ReactElement | null {
  const stores = useStores();
  const document = useStore(stores.editor, ({ open }) => open[runbook]?.document);
  const { breakpoints } = useMarks(runbook);
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
          <Box component="ul" aria-label="Breakpoints" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {shown.map(({ activity, condition }) => {
              const name = document.activities[activity]?.name ?? activity;
              return (
                <Box key={activity} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 40, borderBottom: `1px solid ${color('border')}` }}>
                  <Box sx={{ flex: 1, minWidth: 0 }}>
                    <Typography variant="body2" noWrap sx={{ fontWeight: 600 }}>{name}</Typography>
                    <Typography variant="caption" component="div" noWrap title={breakpointText(condition, document)} sx={{ color: 'studio.textMuted' }}>{breakpointText(condition, document)}</Typography>
                  </Box>
                  <Button variant="text" aria-label={`Show ${name}`} onClick={() => reveal(activity)}>Show</Button>
                  <Button variant="text" aria-label={`Change the condition of ${name}`} onClick={() => stores.layout.getState().openDialog({ kind: 'breakpoint', runbook, activity })}>Condition…</Button>
                  <IconButton aria-label={`Remove the breakpoint of ${name}`} onClick={() => removeBreakpoint(stores, runbook, activity)}><RemoveIcon /></IconButton>
                </Box>
              );
            })}
          </Box>
        )}
      </DialogContent>
      <DialogButtons
        start={<Button color="error" disabled={shown.length === 0} onClick={() => removeBreakpoint(stores, runbook)}>Remove all</Button>}
        accept={<Button variant="contained" autoFocus onClick={onClose}>Close</Button>}
        cancel={null}
      />
    </Dialog>
  );
}
