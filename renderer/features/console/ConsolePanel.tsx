import { Box, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import { useCurrentEditor, useTestRun } from '../../stores/current.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { isActive, type TestRun } from '../../stores/runs.ts';
import { useStores } from '../../stores/stores.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { useElementSize } from '../../ui/useElementSize.ts';
import { ConsoleHeader } from './ConsoleHeader.tsx';
import { ExecutionDetail } from './ExecutionDetail.tsx';
import { ExecutionList } from './ExecutionList.tsx';
import { RunLog } from './RunLog.tsx';

/** The console: what the last test of the runbook in front did, or does right now. */
export function ConsolePanel(): ReactElement {
  const editor = useCurrentEditor();
  const run = useTestRun(editor?.key ?? '');
  if (editor === undefined) return <EmptyState text="Open a runbook to test it." />;
  if (run === undefined) {
    return <EmptyState text={<>No test yet. <kbd>F5</kbd> runs the runbook, <kbd>F10</kbd> runs one activity at a time.</>} />;
  }
  return <Console editor={editor} run={run} />;
}

/** The execution that is shown: the chosen one while its activity is selected, else the latest of the selected activity, else the latest of all. */
function shownExecution({ view }: TestRun, chosen: string | undefined, selected: string | undefined): ExecutionView | undefined {
  const wanted = chosen === undefined ? undefined : view.executions.get(chosen);
  if (wanted !== undefined && (selected === undefined || wanted.activity === selected)) return wanted;
  const ids = selected === undefined ? undefined : view.activities[selected]?.executions;
  const own = ids?.at(ids.length - 1);
  return (own === undefined ? undefined : view.executions.get(own)) ?? wanted ?? view.executions.values.at(view.executions.size - 1);
}

function Console({ editor, run }: { readonly editor: OpenEditor; readonly run: TestRun }): ReactElement {
  const stores = useStores();
  const chosen = useStore(stores.runs, ({ executions }) => executions[editor.key]);
  const [listWidth, setListWidth] = useState(280);
  const [logHeight, setLogHeight] = useState(104);
  const [logWanted, setLogWanted] = useState<boolean | undefined>(undefined);
  const [root, size] = useElementSize();
  // In a low panel the log would leave no room for anything else, so it is opened by hand there.
  const logShown = logWanted ?? (size !== undefined && size.height >= 290);
  const { view } = run;
  const selected = editor.selection.activities.length === 1 ? editor.selection.activities[0] : undefined;
  const shown = shownExecution(run, chosen, selected);
  const select = (execution: ExecutionView): void => {
    stores.runs.getState().selectExecution(editor.key, execution.execution);
    stores.editor.getState().select(editor.key, { activities: [execution.activity] });
  };
  return (
    <Box ref={root} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <ConsoleHeader run={run} active={isActive(run)} logShown={logShown} onLog={() => setLogWanted(!logShown)} onStop={() => stores.runs.getState().stop(editor.key)} />
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
            first={<ExecutionList executions={view.executions.values} names={view.names} active={isActive(run)} selected={shown?.execution} onSelect={select} />}
            second={
              shown === undefined ? (
                <Typography variant="body2" sx={{ padding: 2, color: 'studio.textMuted' }}>{view.error === undefined ? 'Starting…' : view.error.what}</Typography>
              ) : (
                <ExecutionDetail key={shown.activity} runbookKey={editor.key} document={run.document} execution={shown} name={view.names[shown.activity] ?? shown.activity} />
              )
            }
          />
        }
        second={<RunLog lines={view.log} names={view.names} onShow={(execution) => { const found = view.executions.get(execution); if (found !== undefined) select(found); }} />}
      />
    </Box>
  );
}
