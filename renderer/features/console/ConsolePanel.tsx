import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { showInvoked, showPlace } from '../../commands/invokedRuns.ts';
import { openRunbook } from '../../commands/workspaceActions.ts';
import { useCurrentKey, useSelectedActivity, useTestRun } from '../../stores/current.ts';
import { wholeOf, isActive, type TestRun } from '../../stores/testRun.ts';
import { useStores } from '../../stores/stores.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AfterRun } from './AfterRun.tsx';
import { RunConsole } from './RunConsole.tsx';

/** The console: what the last test of the runbook in front did, or does right now. */
export function ConsolePanel(): ReactElement {
  const key = useCurrentKey();
  const run = useTestRun(key ?? '');
  if (key === undefined) return <NoRunbook />;
  if (run === undefined) {
    return <EmptyState text={<>No test yet. <kbd>F5</kbd> runs the runbook, <kbd>F10</kbd> runs one activity at a time.</>} />;
  }
  return <Console runbookKey={key} run={run} />;
}

/** Something else than a runbook is in front: says so, and leads to the test that goes on meanwhile. */
function NoRunbook(): ReactElement {
  const stores = useStores();
  const going = useStore(stores.runs, ({ runs }) => Object.values(runs).find((run) => run.within === undefined && isActive(run))?.key);
  const name = useStore(stores.runs, ({ runs }) => (going === undefined ? undefined : runs[going]?.document.name));
  if (going === undefined) return <EmptyState text="The console shows the test of the runbook whose tab is in front." />;
  return <EmptyState text={`A test of ${name ?? ''} goes on.`} actions={<Button onClick={() => openRunbook(stores, going)}>Show the test</Button>} />;
}

function Console({ runbookKey: key, run }: { readonly runbookKey: string; readonly run: TestRun }): ReactElement {
  const stores = useStores();
  const chosen = useStore(stores.runs, ({ executions }) => executions[key]);
  const error = useStore(stores.runs, (state) => state.error);
  const selected = useSelectedActivity();
  const select = (row: string, activity: string): void => {
    stores.runs.getState().selectExecution(key, row);
    stores.editor.getState().select(key, { activities: [activity] });
  };
  const { command, abandon, stop } = stores.runs.getState();
  const place = (path: string): void => void showPlace(stores, wholeOf(run), path);
  const console = <RunConsole run={run} active={isActive(run)} selected={selected} chosen={chosen} onSelect={select} onStop={() => stop(key)} onCommand={(one) => void command(key, one)} onAbandon={() => void abandon(key)} onPlace={place} onInvoked={(invoked) => void showInvoked(stores, run, invoked)} afterwards={<AfterRun run={run} />} />;
  if (error === undefined) return console;
  return (
    <>
      <Box sx={{ padding: 1, maxHeight: '50%', overflow: 'auto', flexShrink: 0 }}><ErrorCard error={error} alert actions={<Button onClick={() => stores.runs.setState({ error: undefined })}>Close</Button>} /></Box>
      {console}
    </>
  );
}
