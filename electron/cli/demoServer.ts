import { AppError } from '../../shared/errors/appError.ts';
import { startDemoWorker } from '../demo/demoHost.ts';
import { aborted } from '../ipc/topic.ts';
import { systemCode, systemProblem } from '../workspace/systemProblem.ts';
import { exitStatus, sharedOptions, type Command } from './command.ts';

/** The port that was typed; 0 takes any free one. Throws AppError `cli.usage`. */
function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new AppError('cli.usage', { problem: `--port wants a number from 0 to 65535, and was given "${text}".` });
  return port;
}

/** Runs the demo Exchange server until it is interrupted. */
export const demoServerCommand: Command = {
  name: 'demo-server',
  usage: '[--port N] [--json]',
  summary: 'Runs the demo Exchange server on this computer until Ctrl+C.',
  notes: ['--https comes with a later version.'],
  options: { ...sharedOptions, port: { type: 'string' }, https: { type: 'boolean' } },
  async run(typed, { out, files, signal }) {
    if (typed.on('https')) throw new AppError('cli.later', { command: 'demo-server --https' });
    const port = portOf(typed.text('port'));
    const server = await startDemoWorker(files.demoWorker, { port }).catch((thrown: unknown) => {
      const problem = systemCode(thrown) === 'EADDRINUSE' ? `Port ${port} is taken by another program.` : systemProblem(thrown);
      throw new AppError('demo.notStarted', { problem });
    });
    const { url, autodiscoverUrl, users } = server.facts;
    out.record({ url, autodiscoverUrl, users });
    out.line(`Exchange Web Services  ${url}`);
    out.line(`Autodiscover           ${autodiscoverUrl}`);
    out.line('');
    out.table([['User', 'Password', 'Domain', 'Mailbox'], ...users.map((user) => [user.username, user.password, user.domain, user.mailbox])]);
    out.line('');
    out.line('Press Ctrl+C to stop.');
    await aborted(signal);
    await server.close();
    return exitStatus.interrupted;
  },
};
