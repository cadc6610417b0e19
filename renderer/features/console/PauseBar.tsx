import GuardIcon from '@mui/icons-material/ReportOutlined';
import PauseIcon from '@mui/icons-material/PauseCircleOutlined';
import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import type { DebugCommand } from '../../../shared/engine/debugCommand.ts';
import type { Found } from '../../../shared/engine/runTree.ts';
import { invokes } from '../../stores/invokedTest.ts';
import { pauseText } from '../../stores/runText.ts';
import { color } from '../../ui/color.ts';

interface Props {
  /** What waits longest in the whole test. */
  readonly found: Found;
  /** It waits in another run than the one that is shown. */
  readonly elsewhere: boolean;
  /** It waits in a run that was invoked. */
  readonly inside: boolean;
  /** Shows where it waits, where that is another runbook. */
  onShow(): void;
  onCommand(command: DebugCommand): void;
  onStop(): void;
}

/** Where and why the run is held back, and the ways on: for what changes a real mailbox, what starting it would do. */
export function PauseBar({ found, elsewhere, inside, onShow, onCommand, onStop }: Props): ReactElement {
  const { view, execution } = found;
  const text = !elsewhere ? pauseText(view, execution) : `${view.runbook}: ${pauseText(view, execution)}`;
  const guarded = execution.pause?.reason === 'guard';
  const { items } = execution;
  const id = execution.execution;
  // An activity of an invoked run may come again, with each run.
  const several = items > 1 || inside;
  const skip = (what: 'item' | 'activity', all: boolean) => (): void => onCommand({ type: 'skip', execution: id, what, all });
  const look = guarded ? { background: 'studio.warningSoft', text: 'studio.warning', line: color('warning') } : { background: 'studio.pausedSoft', text: 'studio.paused', line: color('paused') };
  const Icon = guarded ? GuardIcon : PauseIcon;
  return (
    <Box role="group" aria-label="Paused" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, padding: '5px 12px', flexShrink: 0, bgcolor: look.background, borderBottom: `1px solid ${look.line}`, '& .MuiButton-root': { minHeight: 26, paddingBlock: 0, whiteSpace: 'nowrap' } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: '1 1 16rem', minWidth: 0, fontSize: '0.8125rem', fontWeight: 500, color: look.text }}>
        <Icon aria-hidden sx={{ flexShrink: 0 }} />
        <Box component="span" title={text} sx={{ overflow: 'hidden', textOverflow: 'ellipsis', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical' }}>{text}</Box>
      </Box>
      {elsewhere && <Button variant="outlined" title={`Opens ${view.runbook} with the activity that waits`} onClick={onShow}>Show</Button>}
      {guarded ? (
        <>
          <Button variant="contained" onClick={() => onCommand({ type: 'continue' })}>Run it</Button>
          {several && <Button variant="outlined" onClick={() => onCommand({ type: 'allow', execution: id })}>Run all of these</Button>}
          <Button variant="outlined" onClick={skip('activity', false)}>Skip it</Button>
          {several && <Button variant="outlined" onClick={skip('activity', true)}>Skip all of these</Button>}
          <Button variant="outlined" color="error" onClick={onStop}>Stop</Button>
        </>
      ) : (
        <>
          <Button variant="contained" onClick={() => onCommand({ type: 'continue' })}>Continue</Button>
          <Button variant="outlined" onClick={() => onCommand({ type: 'step' })}>Step</Button>
          {invokes(execution) && <Button variant="outlined" title="Goes into the runbook that it invokes" onClick={() => onCommand({ type: 'stepInto' })}>Step into</Button>}
          {inside && <Button variant="outlined" title="Runs the invoked runbook to its end" onClick={() => onCommand({ type: 'stepOut' })}>Step out</Button>}
          {items > 1 && <Button variant="outlined" title="Takes the item no further" onClick={skip('item', false)}>Leave item out</Button>}
          <Button variant="outlined" title="Passes the item on as if the activity were disabled" onClick={skip('activity', false)}>Skip activity</Button>
        </>
      )}
    </Box>
  );
}
