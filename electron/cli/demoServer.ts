import { AppError } from '../../shared/errors/appError.ts';
import { startDemoWorker } from '../demo/demoHost.ts';
import { aborted } from '../ipc/topic.ts';
import { systemCode, systemProblem } from '../workspace/systemProblem.ts';
import { exitStatus, sharedOptions, type Command } from './command.ts';
import { demoApplicationId, startEncryptedDemo } from './encryptedDemo.ts';

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
  usage: '[--port N] [--https] [--json]',
  summary: 'Runs the demo Exchange server on this computer until Ctrl+C.',
  notes: ['--https answers over TLS, with a certificate of an authority that no computer trusts, and starts an identity provider for OAuth beside it.'],
  options: { ...sharedOptions, port: { type: 'string' }, https: { type: 'boolean' } },
  async run(typed, { out, files, signal }) {
    const port = portOf(typed.text('port'));
    const starting = typed.on('https') ? startEncryptedDemo(files.demoWorker, port) : startDemoWorker(files.demoWorker, { port }).then((server) => ({ server, close: () => server.close() }));
    const demo = await starting.catch((thrown: unknown) => {
      const problem = systemCode(thrown) === 'EADDRINUSE' ? `Port ${port} is taken by another program.` : systemProblem(thrown);
      throw new AppError('demo.notStarted', { problem });
    });
    const { url, autodiscoverUrl, users } = demo.server.facts;
    const encrypted = 'identity' in demo ? { authorityFile: demo.authorityFile, signIn: { cloudInstanceUrl: demo.identity.url, tenantId: 'contoso.test', applicationId: demoApplicationId } } : undefined;
    out.record({ url, autodiscoverUrl, users, ...encrypted });
    out.line(`Exchange Web Services  ${url}`);
    out.line(`Autodiscover           ${autodiscoverUrl}`);
    if (encrypted !== undefined) {
      out.line(`Authority file         ${encrypted.authorityFile}`);
      out.line(`Cloud instance URL     ${encrypted.signIn.cloudInstanceUrl} (tenant ${encrypted.signIn.tenantId}, application ${encrypted.signIn.applicationId})`);
    }
    out.line('');
    out.table([['User', 'Password', 'Domain', 'Mailbox'], ...users.map((user) => [user.username, user.password, user.domain, user.mailbox])]);
    out.line('');
    out.line('Press Ctrl+C to stop.');
    await aborted(signal);
    await demo.close();
    return exitStatus.interrupted;
  },
};
