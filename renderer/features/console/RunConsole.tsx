import { Box, Typography } from '@mui/material';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { DebugCommand } from '../../../shared/engine/debugCommand.ts';
import { invokerOf, outermostOf } from '../../../shared/engine/executionPath.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import { executionAt, type InvokedRun } from '../../../shared/engine/runTree.ts';
import { wholeOf, type TestRun } from '../../stores/testRun.ts';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { useElementSize } from '../../ui/useElementSize.ts';
import { shownBy } from './consoleRows.ts';
import { ConsoleHeader } from './ConsoleHeader.tsx';
import { ExecutionList } from './ExecutionList.tsx';
import { PauseBar } from './PauseBar.tsx';
import { RowDetail } from './RowDetail.tsx';
import { RunDone } from './RunDone.tsx';
import { RunLog } from './RunLog.tsx';

/** The row that is shown: the chosen one while its activity is selected, else the latest execution of the selected activity, else the latest of all. */
function shownRow({ view }: TestRun, chosen: string | undefined, selected: string | undefined): string | undefined {
  const wanted = chosen === undefined ? undefined : view.executions.get(outermostOf(chosen));
  if (chosen !== undefined && wanted !== undefined && (selected === undefined || wanted.activity === selected) && shownBy(view, chosen) !== undefined) return chosen;
  const ids = selected === undefined ? undefined : view.activities[selected]?.executions;
  return ids?.at(ids.length - 1) ?? wanted?.execution ?? view.executions.values.at(view.executions.size - 1)?.execution;
}

/** What a run says that has not begun with its first activity: that it waits for a free slot, for example. */
function beforeFirst({ log }: RunView): string {
  const last = log.at(log.length - 1);
  return last === undefined || log.length === 1 ? 'Starting…' : last.text;
}

interface Props {
  readonly run: TestRun;
  /** The run goes on, and Stop makes sense. */
  readonly active: boolean;
  /** The activity that is selected on the canvas, where it is one alone. */
  readonly selected: string | undefined;
  /** The row that was chosen here; undefined follows the run. */
  readonly chosen: string | undefined;
  /** Milliseconds that went by, for a moment of a recorded run; otherwise the clock tells. */
  readonly elapsedMs?: number;
  /** A row of the list, with the activity on the canvas that it belongs to. */
  onSelect(row: string, activity: string): void;
  onStop(): void;
  /** Tells a run that goes on what to do. */
  readonly onCommand?: (command: DebugCommand) => void;
  /** Ends a run that was told to stop and does not end. */
  readonly onAbandon?: () => void;
  /** Shows an execution of the whole test in the tab of its runbook. */
  readonly onPlace?: (path: string) => void;
  /** Shows a run that one of the executions invoked on a canvas. */
  readonly onInvoked?: (invoked: InvokedRun) => void;
  /** What can be done with the run once it has ended. */
  readonly afterwards?: ReactNode;
}

/** What a run did, or does: a line about it, its executions, the one that is shown, and its log. */
export function RunConsole({ run, active, selected, chosen, elapsedMs, onSelect, onStop, onCommand, onAbandon, onPlace, onInvoked, afterwards }: Props): ReactElement {
  const [listWidth, setListWidth] = useState(280);
  const [logHeight, setLogHeight] = useState(104);
  const [logWanted, setLogWanted] = useState<boolean | undefined>(undefined);
  const [root, size] = useElementSize();
  // In a low panel the log would leave no room for anything else, so it is opened by hand there.
  const logShown = logWanted ?? (size !== undefined && size.height >= 290);
  const { view } = run;
  const row = shownRow(run, chosen, selected);
  const shown = row === undefined ? undefined : shownBy(view, row);
  const whole = wholeOf(run).view;
  const paused = active && !run.stopping && whole.pausedAt !== undefined ? executionAt(whole, whole.pausedAt) : undefined;
  const selectAt = (path: string): void => {
    const found = executionAt(view, path);
    if (found !== undefined) onSelect(path, found.outermost.activity);
  };
  return (
    <Box ref={root} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <ConsoleHeader run={run} active={active} {...(elapsedMs === undefined ? {} : { elapsedMs })} logShown={logShown} onShow={selectAt} onLog={() => setLogWanted(!logShown)} onStop={onStop} onAbandon={onAbandon} afterwards={afterwards} />
      {paused !== undefined && onCommand !== undefined && <PauseBar found={paused} elsewhere={paused.view !== view} inside={invokerOf(paused.path) !== undefined} onShow={() => onPlace?.(paused.path)} onCommand={onCommand} onStop={onStop} />}
      {!active && <RunDone view={view} />}
      <SplitPane
        label="Height of the log"
        direction="column"
        sized="second"
        size={logHeight}
        minimum={56}
        maximum={400}
        onResize={setLogHeight}
        collapsed={!logShown}
        first={
          <SplitPane
            label="Width of the list of activities"
            direction="row"
            sized="first"
            size={size === undefined ? listWidth : Math.min(listWidth, size.width * 0.45)}
            minimum={140}
            maximum={480}
            onResize={setListWidth}
            first={<ExecutionList view={view} active={active} selected={row} onSelect={onSelect} />}
            second={
              shown === undefined ? (
                <Typography variant="body2" sx={{ padding: 2, color: 'studio.textMuted' }}>{view.error?.what ?? beforeFirst(view)}</Typography>
              ) : (
                <RowDetail key={shown.found.execution.activity} run={run} active={active} found={shown.found} invoked={shown.invoked} onSelect={selectAt} onCommand={onCommand} onInvoked={onInvoked} />
              )
            }
          />
        }
        second={<RunLog lines={view.log} names={view.names} runbook={run.document.name} onShow={selectAt} />}
      />
    </Box>
  );
}
