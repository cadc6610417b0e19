import MonitorIcon from '@mui/icons-material/SensorsOutlined';
import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { startOf } from '../../../shared/runbook/graph.ts';
import type { CommandBindings } from '../../commands/commandBindings.ts';
import { monitorStand } from '../../commands/monitorTest.ts';
import { resultText } from '../../stores/runText.ts';
import { useRegistry } from '../../stores/registry.ts';
import { isActive, type TestRun } from '../../stores/testRun.ts';
import { useKeyOf } from '../../stores/current.ts';
import { count } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import { shortcutText } from '../../ui/shortcut.ts';

interface Props {
  readonly run: TestRun | undefined;
  readonly bindings: CommandBindings;
}

/** In the test of a runbook that starts with a monitor: that it waits, and after each item whether it is to wait for the next one. The buttons come first: in a narrow window the text goes on below them. */
export function MonitorBar({ run, bindings }: Props): ReactElement | null {
  const stand = monitorStand(run, useRegistry());
  const keyOf = useKeyOf();
  if (run === undefined || stand === undefined) return null;
  const start = startOf(run.document) ?? '';
  const name = run.document.activities[start]?.name ?? start;
  const button = (id: 'run.nextItem' | 'run.stop', help: string): { readonly title: string; readonly onClick: () => void } => {
    const key = keyOf(id);
    return { title: key === undefined ? help : `${help} (${shortcutText(key)})`, onClick: () => bindings[id]?.run() };
  };
  const { items = 1 } = run;
  const text = stand === 'waits' ? `${name} waits for ${items > 1 ? 'the next' : 'an'} item. ${count(items - 1, 'item')} so far.` : `Item ${items} is through: ${resultText(run.view)}`;
  return (
    <Box role="group" aria-label="Monitor" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25, padding: '3px 12px', minHeight: 32, flexShrink: 0, fontSize: '0.8125rem', bgcolor: 'studio.accentSoft', borderBottom: `1px solid ${color('accent')}`, '& .MuiButton-root': { minHeight: 26, paddingBlock: 0, whiteSpace: 'nowrap' } }}>
      <MonitorIcon aria-hidden sx={{ fontSize: 18, color: 'studio.accent', flexShrink: 0 }} />
      {stand === 'asks' && <Button variant="contained" {...button('run.nextItem', 'Starts a run of its own with the next item')}>Wait for the next item</Button>}
      <Button variant="outlined" color={isActive(run) ? 'error' : 'primary'} {...button('run.stop', isActive(run) ? 'Stops the run' : 'Ends the test')}>Stop</Button>
      <Box role="status" sx={{ flex: '1 1 220px', minWidth: 0, fontWeight: 500 }}>{text}</Box>
    </Box>
  );
}
