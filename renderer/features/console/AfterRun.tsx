import { Button } from '@mui/material';
import { useCallback, type ReactElement } from 'react';
import { canBeginAt } from '../../../shared/engine/earlierRun.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { showActivity } from '../../commands/workspaceActions.ts';
import type { EditorState } from '../../stores/editor.ts';
import { decisiveOf } from '../../stores/runText.ts';
import { useRunTraces } from '../../stores/runTraces.ts';
import { useStores } from '../../stores/stores.ts';
import type { TestRun } from '../../stores/testRun.ts';
import { useLater } from '../../stores/useLater.ts';

/** The next steps after a test: to the activity that decided how it ended, to its last request, and once more from there or from the beginning. */
export function AfterRun({ run }: { readonly run: TestRun }): ReactElement {
  const stores = useStores();
  const commands = useCommands();
  const requests = useRunTraces();
  const { key, view, within } = run;
  // Whoever types does not wait for it.
  const document = useLater(stores.editor, useCallback(({ open }: EditorState) => open[key]?.document, [key]));
  const decisive = decisiveOf(view);
  const trace = decisive?.traces.at(-1);
  // An invoked run is no test of its own, so that none can be made of it again.
  const startable = within === undefined && commands.enabled('run.test');
  const show = (): void => {
    if (decisive === undefined) return;
    stores.runs.getState().selectExecution(key, decisive.execution);
    void showActivity(stores, key, decisive.activity);
  };
  const fromHere = (): void => {
    if (decisive === undefined) return;
    stores.editor.getState().select(key, { activities: [decisive.activity] });
    commands.run('run.fromHere');
  };
  const canGoOn = startable && decisive !== undefined && document?.activities[decisive.activity] !== undefined && canBeginAt(document, decisive.activity, view);
  return (
    <>
      {decisive !== undefined && <Button title={`Shows ${view.names[decisive.activity] ?? decisive.activity} on the canvas`} onClick={show}>Show</Button>}
      {trace !== undefined && <Button onClick={() => requests.open(trace)}>Open trace</Button>}
      {canGoOn && <Button title="Runs this activity and what follows with the data of this test" onClick={fromHere}>Run from here</Button>}
      {startable && <Button title="Runs the runbook from its beginning" onClick={() => commands.run('run.test')}>Run again</Button>}
    </>
  );
}
