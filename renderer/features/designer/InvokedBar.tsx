import BackIcon from '@mui/icons-material/ArrowBackOutlined';
import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { executionAt } from '../../../shared/engine/runTree.ts';
import type { CommandBindings } from '../../commands/commandBindings.ts';
import { itemText } from '../../stores/runText.ts';
import type { TestRun } from '../../stores/testRun.ts';
import { color } from '../../ui/color.ts';

interface Props {
  readonly run: TestRun | undefined;
  readonly bindings: CommandBindings;
}

/** Above the canvas of a runbook that another one invoked: whose test its results belong to, and the way back. */
export function InvokedBar({ run, bindings }: Props): ReactElement | null {
  if (run?.within === undefined) return null;
  const { whole, invoker } = run.within;
  const found = executionAt(whole.view, invoker);
  if (found === undefined) return null;
  const { view, execution } = found;
  const place = [view.names[execution.activity] ?? execution.activity, itemText(execution)].filter((part) => part !== '').join(', ');
  const text = `This run was invoked by ${place}, in the test of ${whole.document.name}.`;
  return (
    <Box role="group" aria-label="Invoked run" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25, padding: '3px 12px', minHeight: 32, flexShrink: 0, fontSize: '0.8125rem', bgcolor: 'studio.accentSoft', borderBottom: `1px solid ${color('accent')}`, '& .MuiButton-root': { minHeight: 26, paddingBlock: 0, whiteSpace: 'nowrap', flexShrink: 0 } }}>
      <Button variant="outlined" startIcon={<BackIcon />} onClick={() => bindings['run.showInvoker']?.run()}>Back to {view.runbook}</Button>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>{text}</Box>
    </Box>
  );
}
