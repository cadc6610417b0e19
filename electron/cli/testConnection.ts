import { checkTitles, type CheckEvent } from '../../shared/connections/checks.ts';
import { AppError, type AppErrorData } from '../../shared/errors/appError.ts';
import { spanText } from '../../shared/text/measures.ts';
import { ConnectionJobs } from '../runs/connectionJobs.ts';
import type { WorkspaceFolder } from '../workspace/folder.ts';
import { withWorkspace, workspaceOptions } from './cliWorkspace.ts';
import { exitStatus, sharedOptions, type Command } from './command.ts';
import type { Output } from './output.ts';

/** The key of the configuration that a word names. */
async function keyOf(word: string | undefined, folder: WorkspaceFolder): Promise<string> {
  const all = await folder.connections.list();
  const found = all.find((one) => one.key === word) ?? all.find((one) => one.connection.name.toLowerCase() === word?.toLowerCase());
  if (found !== undefined) return found.key;
  const problem = word === undefined ? 'test-connection wants the name of a configuration.' : `There is no configuration "${word}".`;
  throw new AppError('cli.usage', { problem, usage: `Configurations of this workspace: ${all.map((one) => one.key).join(', ') || 'none'}.` });
}

function show(event: CheckEvent, out: Output): void {
  if (event.type === 'stagePassed') out.line(`${out.styled('green', '✓')} ${checkTitles[event.stage].padEnd(12)} ${event.fact}  ${spanText(event.durationMs)}`);
  else if (event.type === 'stageSkipped') out.line(`- ${checkTitles[event.stage].padEnd(12)} ${event.reason}`);
  else if (event.type === 'stageFailed') out.line(`${out.styled('red', '✕')} ${checkTitles[event.stage].padEnd(12)} ${event.error.what}`);
}

/** Tests a configuration stage by stage. */
export const testConnectionCommand: Command = {
  name: 'test-connection',
  usage: '<name> [--workspace DIR] [--demo] [--json]',
  summary: 'Tests a configuration stage by stage.',
  notes: ['The password comes from EXCHANGE_RUNBOOK_SECRET_<CONNECTION>, or from the credential store of this computer.'],
  options: { ...sharedOptions, ...workspaceOptions },
  run: (typed, context) =>
    withWorkspace(typed, context, async (workspace) => {
      const { out, signal, files, version } = context;
      const key = await keyOf(typed.positionals[0], workspace.folder);
      const connection = await workspace.folder.connections.read(key);
      if (connection.demo) await workspace.demo.ensure();
      const jobs = new ConnectionJobs({
        workerFile: files.runWorker,
        userAgent: `ExchangeRunbookStudio/${version}`,
        traced: () => undefined,
        warned: (error) => out.failure(error),
      });
      let ok = false;
      let error: AppErrorData | undefined;
      const emit = (event: CheckEvent): void => {
        out.record(event);
        show(event, out);
        if (event.type === 'finished') ok = event.ok;
        if (event.type === 'stageFailed') error ??= event.error;
      };
      const request = { key, connection: workspace.demo.resolved(connection), secret: () => workspace.secret(key), token: workspace.token };
      await jobs.check(request, { emit, signal });
      out.record({ type: 'summary', command: 'test-connection', connection: key, ok, ...(error === undefined ? {} : { error }) });
      if (error !== undefined && !out.json) out.failure(error);
      if (signal.aborted) return exitStatus.interrupted;
      return ok ? exitStatus.success : exitStatus.failed;
    }),
};
