import { Box, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { DebugCommand } from '../../../shared/engine/debugCommand.ts';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import type { TestRun } from '../../stores/runs.ts';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { useElementSize } from '../../ui/useElementSize.ts';
import { ConsoleHeader } from './ConsoleHeader.tsx';
import { ExecutionDetail } from './ExecutionDetail.tsx';
import { ExecutionList } from './ExecutionList.tsx';
import { PauseBar } from './PauseBar.tsx';
import { RunDone } from './RunDone.tsx';
import { RunLog } from './RunLog.tsx';

/** The execution that is shown: the chosen one while its activity is selected, else the latest of the selected activity, else the latest of all. */
function shownExecution({ view }: TestRun, chosen: string | undefined, selected: string | undefined): ExecutionView | undefined {
  const wanted = chosen === undefined ? undefined : view.executions.get(chosen);
  if (wanted !== undefined && (selected === undefined || wanted.activity === selected)) return wanted;
  const ids = selected === undefined ? undefined : view.activities[selected]?.executions;
  const own = ids?.at(ids.length - 1);
  return (own === undefined ? undefined : view.executions.get(own)) ?? wanted ?? view.executions.values.at(view.executions.size - 1);
}

interface Props {
  readonly run: TestRun;
  /** The run goes on, and Stop makes sense. */
  readonly active: boolean;
  /** The activity that is selected on the canvas, where it is one alone. */
  readonly selected: string | undefined;
  /** The execution that was chosen here; undefined follows the run. */
  readonly chosen: string | undefined;
  /** Milliseconds that went by, for a moment of a recorded run; otherwise the clock tells. */
  readonly elapsedMs?: number;
  onSelect(execution: ExecutionView): void;
  onStop(): void;
  /** Tells a run that goes on what to do. */
  readonly onCommand?: (command: DebugCommand) => void;
  /** Ends a run that was told to stop and does not end. */
  readonly onAbandon?: () => void;
}

/** What a run did, or does: a line about it, its executions, the one that is shown, and its log. */
export function RunConsole({ run, active, selected, chosen, elapsedMs, onSelect, onStop, onCommand, onAbandon }: Props): ReactElement {
  const [listWidth, setListWidth] = useState(280);
  const [logHeight, setLogHeight] = useState(104);
  const [logWanted, setLogWanted] = useState<boolean | undefined>(undefined);
  const [root, size] = useElementSize();
  // In a low panel the log would leave no room for anything else, so it is opened by hand there.
  const logShown = logWanted ?? (size !== undefined && size.height >= 290);
  const { view } = run;
  const shown = shownExecution(run, chosen, selected);
  const paused = active && !run.stopping && view.pausedAt !== undefined ? view.executions.get(view.pausedAt) : undefined;
  return (
    <Box ref={root} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <ConsoleHeader run={run} active={active} {...(elapsedMs === undefined ? {} : { elapsedMs })} logShown={logShown} onLog={() => setLogWanted(!logShown)} onStop={onStop} onAbandon={onAbandon} />
      {paused !== undefined && onCommand !== undefined && <PauseBar view={view} execution={paused} onCommand={onCommand} onStop={onStop} />}
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
            size={listWidth}
            minimum={180}
            maximum={480}
            onResize={setListWidth}
            first={<ExecutionList executions={view.executions.values} names={view.names} active={active} selected={shown?.execution} onSelect={onSelect} />}
            second={
              shown === undefined ? (
                <Typography variant="body2" sx={{ padding: 2, color: 'studio.textMuted' }}>{view.error === undefined ? 'Starting…' : view.error.what}</Typography>
              ) : (
                <ExecutionDetail key={shown.activity} run={run} active={active} execution={shown} name={view.names[shown.activity] ?? shown.activity} onSelect={onSelect} onCommand={onCommand} />
              )
            }
          />
        }
        second={<RunLog lines={view.log} names={view.names} runbook={run.document.name} onShow={(execution) => { const found = view.executions.get(execution); if (found !== undefined) onSelect(found); }} />}
      />
    </Box>
  );
}
