import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import type { Retention } from '../../shared/history/retention.ts';
import { retentionOf } from '../../shared/workspace/settings.ts';
import type { VariableFact } from '../../shared/globals/variable.ts';
import type { AccessToken, TokenAsking, TokenQuestion } from '../auth/accessToken.ts';
import { SignIns } from '../auth/signIns.ts';
import { startDemoWorker } from '../demo/demoHost.ts';
import { samples } from '../demo/samples.ts';
import { runGlobals, type RunGlobals } from '../runs/runGlobals.ts';
import { fallbackVault } from '../secrets/fallbackVault.ts';
import { keychainVault } from '../secrets/keychain.ts';
import { secretVariable } from '../secrets/secretVariable.ts';
import { TokenCache } from '../secrets/tokenCache.ts';
import { variableAccount, variableEnvironment } from '../secrets/variableSecrets.ts';
import { passwordAccount } from '../secrets/vault.ts';
import { deleteFile } from '../workspace/atomicWrite.ts';
import { DemoControl } from '../workspace/demoControl.ts';
import { openDemoWorkspace } from '../workspace/demoWorkspace.ts';
import { openFolder, type WorkspaceFolder } from '../workspace/folder.ts';
import { historyFolderOf } from '../runs/historyFiles.ts';
import { SettingsFile } from '../workspace/settingsFile.ts';
import type { CommandArguments, CommandContext } from './command.ts';

/** Options of commands that work on a workspace. */
export const workspaceOptions = { workspace: { type: 'string' }, demo: { type: 'boolean' } } as const;

/** A workspace for one command, with the demo server where it is wanted. */
export interface CliWorkspace {
  readonly folder: WorkspaceFolder;
  readonly demo: DemoControl;
  /** The password of a configuration: environment, demo server, keychain, in this order. */
  secret(key: string): Promise<string | undefined>;
  /** Variables, counters and schedules. Values of encrypted variables: environment, keychain, in this order. */
  readonly globals: RunGlobals;
  /** The variables of the workspace, and whether this computer has their values. */
  variableFacts(): Promise<VariableFact[]>;
  /** A token of a configuration for Exchange Online: somebody signed in with the app, or the legacy method. */
  token(question: TokenQuestion, asking: TokenAsking): Promise<AccessToken>;
  logFolder(): Promise<string>;
  /** Where the app keeps its runs; those of the command line are kept beside them. */
  readonly historyFolder: string;
  retention(): Promise<Retention>;
  /** Folder for what monitors remember. */
  readonly monitorFolder: string;
}

/** The folder in which the app keeps its settings, as Electron names it. */
function userDataFolder(environment: CommandContext['environment']): string {
  const name = 'Exchange Runbook Studio';
  if (process.platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name);
}

/** Opens the workspace a command was given, or the demo in a temporary folder; everything made for it is gone afterwards. */
export async function withWorkspace<T>(typed: CommandArguments, context: CommandContext, work: (workspace: CliWorkspace) => Promise<T>): Promise<T> {
  const demo = new DemoControl(() => startDemoWorker(context.files.demoWorker));
  const scratch = typed.on('demo') && typed.text('workspace') === undefined ? await mkdtemp(join(tmpdir(), 'exchange-runbook-demo-')) : undefined;
  const vault = keychainVault();
  const known = fallbackVault(vault);
  const openBrowser = (): Promise<never> => Promise.reject(new AppError('signIn.browserFailed'));
  const signIns = new SignIns({ cache: new TokenCache(join(userDataFolder(context.environment), 'sign-ins.bin'), known), openBrowser, userAgent: `ExchangeRunbookStudio/${context.version}` });
  const settings = new SettingsFile(join(userDataFolder(context.environment), 'settings.json'), (error) => context.out.failure(error.data));
  try {
    if (typed.on('demo')) await demo.ensure();
    const folder =
      scratch === undefined
        ? await openFolder(resolve(context.directory, typed.text('workspace') ?? '.'), { create: false, trash: deleteFile })
        : await openDemoWorkspace(scratch, samples);
    const secret = async (key: string): Promise<string | undefined> => {
      const given = context.environment[secretVariable(key)];
      if (given !== undefined) return given;
      const connection = await folder.connections.read(key);
      return connection.demo ? demo.password() : vault.get(passwordAccount(folder.id, key));
    };
    const workspace: CliWorkspace = {
      folder,
      demo,
      secret,
      token: async ({ connection, renew, labels }, asking) =>
        signIns.token({ connection: await folder.connections.read(connection), password: () => secret(connection), renew, labels, ...asking }),
      async variableFacts() {
        const { variables } = await folder.variables.read();
        const stored = async (name: string): Promise<boolean> => context.environment[variableEnvironment(name)] !== undefined || (await known.has(variableAccount(folder.id, name)));
        return Promise.all(Object.entries(variables).map(async ([name, { encrypted }]) => ({ name, encrypted, stored: !encrypted || (await stored(name)) })));
      },
      globals: runGlobals({
        workspace: () => folder,
        userData: scratch ?? userDataFolder(context.environment),
        variable: async (name) => context.environment[variableEnvironment(name)] ?? vault.get(variableAccount(folder.id, name)),
      }),
      logFolder: async () => (await settings.read()).logFolder,
      historyFolder: historyFolderOf(userDataFolder(context.environment)),
      retention: async () => retentionOf(await settings.read()),
      monitorFolder: join(scratch ?? userDataFolder(context.environment), 'monitors', folder.id),
    };
    return await work(workspace);
  } finally {
    await demo.close();
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  }
}
