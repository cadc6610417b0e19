import { activities } from '../../shared/activities/registry.ts';
import { AppError, type AppErrorData } from '../../shared/errors/appError.ts';
import type { VariableFact } from '../../shared/globals/variable.ts';
import type { Problem, RunbookFacts } from '../../shared/runbook/problem.ts';
import { problemsOf } from '../../shared/runbook/problems.ts';
import { withWorkspace, workspaceOptions, type CliWorkspace } from './cliWorkspace.ts';
import { targetsIn } from '../../shared/workspace/workspace.ts';
import { exitStatus, sharedOptions, type Command } from './command.ts';

interface FoundProblem extends Problem {
  readonly file: string;
}

const unreadable = (file: string, { code, what, why, fix }: AppErrorData): FoundProblem => ({
  file,
  code,
  severity: 'error',
  what: [what, why].filter(Boolean).join(' '),
  fix: fix[0] ?? '',
});

/** The problems of a file, or the one that it cannot be read. */
async function problemsIn(file: string, work: () => Promise<readonly Problem[]>): Promise<FoundProblem[]> {
  try {
    return (await work()).map((problem) => ({ ...problem, file }));
  } catch (thrown) {
    if (thrown instanceof AppError) return [unreadable(file, thrown.data)];
    throw thrown;
  }
}

async function allProblems({ folder, variableFacts }: CliWorkspace): Promise<FoundProblem[]> {
  const connections = await folder.connections.list();
  let variables: readonly VariableFact[] = [];
  let globals: RunbookFacts['globals'];
  const ofVariables = await problemsIn('variables.yaml', async () => {
    variables = await variableFacts();
    return [];
  });
  const ofGlobals = await problemsIn('counters.yaml and schedules.yaml', async () => {
    const [{ counters }, { schedules }] = await Promise.all([folder.counters.read(), folder.schedules.read()]);
    globals = { counters: Object.keys(counters), schedules: Object.keys(schedules) };
    return [];
  });
  const entries = await folder.runbooks.list();
  const facts: RunbookFacts = {
    registry: activities,
    connections: connections.filter((one) => one.problem === undefined),
    variables,
    runbooks: targetsIn(entries),
    ...(globals === undefined ? {} : { globals }),
  };
  const ofConnections = connections.map(({ key }) =>
    problemsIn(`connections/${key}.yaml`, async () => {
      await folder.connections.read(key);
      return [];
    }),
  );
  const ofRunbooks = entries.map(({ key }) =>
    problemsIn(`runbooks/${key}.yaml`, async () => problemsOf((await folder.runbooks.read(key)).document, facts)),
  );
  return [...ofVariables, ...ofGlobals, ...(await Promise.all([...ofConnections, ...ofRunbooks])).flat()];
}

/** Lists everything that is wrong with the runbooks and configurations of a workspace. */
export const checkCommand: Command = {
  name: 'check',
  usage: '[--workspace DIR] [--json]',
  summary: 'Lists what is wrong with the runbooks and configurations of a workspace.',
  options: { ...sharedOptions, ...workspaceOptions },
  run: (typed, context) =>
    withWorkspace(typed, context, async (workspace) => {
      const { out } = context;
      const problems = await allProblems(workspace);
      const errors = problems.filter((problem) => problem.severity === 'error').length;
      const warnings = problems.length - errors;
      const runbooks = (await workspace.folder.runbooks.list()).length;
      for (const problem of problems) out.record({ type: 'problem', ...problem });
      out.record({ type: 'summary', command: 'check', runbooks, errors, warnings });
      out.table(problems.map((problem) => [problem.severity, problem.file, problem.activity ?? problem.link?.from ?? '', `${problem.what} ${problem.fix}`]));
      out.line(
        `${runbooks} runbook${runbooks === 1 ? '' : 's'} checked: ${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}.`,
      );
      return errors === 0 ? exitStatus.success : exitStatus.failed;
    }),
};
