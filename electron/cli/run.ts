import { activities } from '../../shared/activities/registry.ts';
import type { RunEvent } from '../../shared/engine/events.ts';
import { countText } from '../../shared/engine/logLine.ts';
import { spanText } from '../../shared/text/measures.ts';
import { handledFailures } from '../../shared/engine/runTree.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../../shared/engine/runView.ts';
import { AppError, type AppErrorData } from '../../shared/errors/appError.ts';
import { startOf } from '../../shared/runbook/graph.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { interfaceOf } from '../../shared/runbook/targets.ts';
import { History } from '../runs/history.ts';
import { Runs } from '../runs/runs.ts';
import { connectionsForRun } from '../workspace/connectionsForRun.ts';
import { runbooksForRun } from '../workspace/runbooksForRun.ts';
import { withWorkspace, workspaceOptions } from './cliWorkspace.ts';
import { exitStatus, sharedOptions, type Command, type CommandContext } from './command.ts';
import { findRunbook } from './findRunbook.ts';
import { runColors, runLines, runTable } from './runText.ts';

/** `name=value` pairs. Throws AppError `cli.usage`. */
function inputOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new AppError('cli.usage', { problem: `--input wants name=value, and was given "${pair}".` });
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Why a run failed: its own error, or that of the first activity whose failure no link took care of. */
function errorOf(view: RunView): AppErrorData | undefined {
  if (view.error !== undefined) return view.error;
  return [...view.executions.values].find((one) => one.error !== undefined && one.handled !== true)?.error;
}

function statusOf(view: RunView, signal: AbortSignal): number {
  if (signal.aborted) return exitStatus.interrupted;
  return view.status === 'success' || view.status === 'warning' ? exitStatus.success : exitStatus.failed;
}

/** Whether the monitor did its work: each item it notices is a run of its own, and the next one can be waited for. A monitor that failed would fail again. */
function hasNoticed(view: RunView, runbook: Runbook): boolean {
  const start = startOf(runbook);
  return start !== undefined && view.activities[start]?.state === 'success';
}

function summarize(view: RunView, runbook: Runbook, out: CommandContext['out']): void {
  const error = view.status === 'failed' ? errorOf(view) : undefined;
  const activities = Object.values(view.activities).map(({ activity, state, finished, failed, warned, rows }) => {
    const name = runbook.activities[activity]?.name ?? activity;
    return { activity, name, state, finished, failed, warned, rows };
  });
  out.record({
    type: 'summary',
    command: 'run',
    run: view.run,
    runbook: runbook.name,
    status: view.status,
    durationMs: view.durationMs ?? 0,
    activities,
    ...(error === undefined ? {} : { error }),
  });
  out.line('');
  out.table(runTable(view, runbook));
  out.line('');
  const handled = handledFailures(view).length;
  const how = view.status === 'running' || view.status === 'paused' ? view.status : out.styled(runColors[view.status], view.status);
  out.line(`${runbook.name}: ${how} after ${spanText(view.durationMs ?? 0)}${handled === 0 ? '' : `, ${countText(handled, 'failure')} handled by links`}`);
  if (error !== undefined && !out.json) out.failure(error);
}

/** Runs a runbook from beginning to end. */
export const runCommand: Command = {
  name: 'run',
  usage: '<runbook> [--workspace DIR] [--input name=value]… [--demo] [--follow] [--json]',
  summary: 'Runs a runbook.',
  notes: [
    'A runbook that starts with a monitor waits for one item and runs for it. --follow goes on with the next ones, each in a run of its own, until it is',
    'interrupted (Ctrl+C) or the monitor fails.',
    '<runbook> is a key such as helpdesk/answer-mail, a name, or a YAML file.',
    '--demo starts the demo Exchange server; without --workspace the samples can be run (see the command samples).',
    'Passwords come from EXCHANGE_RUNBOOK_SECRET_<CONNECTION>, encrypted variables from EXCHANGE_RUNBOOK_SECRET_VARIABLE_<NAME>,',
    'or both from the credential store of this computer.',
  ],
  options: { ...sharedOptions, ...workspaceOptions, input: { type: 'string', multiple: true }, follow: { type: 'boolean' } },
  run: (typed, context) =>
    withWorkspace(typed, context, async (workspace) => {
      const { out, signal } = context;
      const [word] = typed.positionals;
      if (word === undefined) throw new AppError('cli.usage', { problem: 'run wants a runbook.', usage: `run ${runCommand.usage}` });
      const input = inputOf(typed.texts('input'));
      const { key, document } = await findRunbook(word, workspace.folder, context.directory);
      let view = emptyRunView;
      const runs = new Runs({
        workerFile: context.files.runWorker,
        userAgent: `ExchangeRunbookStudio/${context.version}`,
        connections: () => connectionsForRun(workspace.folder, workspace.demo),
        globals: workspace.globals,
        runbooks: (invoking) => runbooksForRun(workspace.folder, invoking),
        secret: workspace.secret,
        token: workspace.token,
        logFolder: workspace.logFolder,
        monitorFolder: () => workspace.monitorFolder,
        workspace: () => workspace.folder.id,
        history: new History({
          folder: workspace.historyFolder,
          version: context.version,
          workspace: () => ({ id: workspace.folder.id, name: workspace.folder.name, demo: workspace.folder.demo }),
          retention: workspace.retention,
          warned: (error) => out.failure(error),
        }),
        traced: () => undefined,
        warned: (error) => out.failure(error),
      });
      const lineOf = runLines(out);
      const emit = (event: RunEvent): void => {
        view = foldRunEvent(view, event);
        out.record(event);
        const line = lineOf(event);
        if (line !== undefined) out.line(line);
      };
      const { monitor } = interfaceOf(document, activities);
      const follow = typed.on('follow');
      if (follow && !monitor) throw new AppError('cli.usage', { problem: `--follow is for runbooks that start with a monitor; ${document.name} does not.` });
      let watching = false;
      do {
        view = emptyRunView;
        await runs.start({ key, document, mode: 'run', breakpoints: [], input, startedBy: 'commandLine', watching }, { emit, signal });
        summarize(view, document, out);
        watching = true;
      } while (follow && !signal.aborted && hasNoticed(view, document));
      if (monitor && !follow && !signal.aborted) out.line('It ran for one item. With --follow it goes on with the next ones.');
      return statusOf(view, signal);
    }),
};
