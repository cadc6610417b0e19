import { join } from 'node:path';
import type { TraceRecord, TraceSummary } from '../../shared/trace/record.ts';
import { retentionOf } from '../../shared/workspace/settings.ts';
import type { WorkspaceView } from '../../shared/workspace/workspace.ts';
import { signInPageOpener } from '../auth/openSignInPage.ts';
import { SignIns } from '../auth/signIns.ts';
import { startDemoWorker } from '../demo/demoHost.ts';
import { samples } from '../demo/samples.ts';
import type { Desktop } from '../ipc/desktop.ts';
import type { HandlerParts } from '../ipc/handlers.ts';
import { createTopic } from '../ipc/topic.ts';
import type { Log } from '../log/log.ts';
import { ConnectionJobs } from '../runs/connectionJobs.ts';
import { History } from '../runs/history.ts';
import { historyFolderOf } from '../runs/historyFiles.ts';
import { CounterValues } from '../runs/counterValues.ts';
import { counterFileOf, runGlobals } from '../runs/runGlobals.ts';
import { Runs } from '../runs/runs.ts';
import { TraceStore } from '../runs/traceStore.ts';
import { ConnectionSecrets } from '../secrets/connectionSecrets.ts';
import { fallbackVault } from '../secrets/fallbackVault.ts';
import { keychainVault } from '../secrets/keychain.ts';
import { VariableSecrets } from '../secrets/variableSecrets.ts';
import { TokenCache } from '../secrets/tokenCache.ts';
import { connectionsForRun } from '../workspace/connectionsForRun.ts';
import { runbooksForRun } from '../workspace/runbooksForRun.ts';
import { DemoControl } from '../workspace/demoControl.ts';
import { openDemoWorkspace } from '../workspace/demoWorkspace.ts';
import { Drafts } from '../workspace/drafts.ts';
import { openFolder } from '../workspace/folder.ts';
import { OpenWorkspace } from '../workspace/openWorkspace.ts';
import type { SettingsFile } from '../workspace/settingsFile.ts';
import { trashInto } from '../workspace/trash.ts';

/** What the workplace is assembled from. */
export interface WorkplaceParts {
  readonly userData: string;
  readonly files: { readonly runWorker: string; readonly demoWorker: string; readonly traceFileWorker: string };
  readonly log: Log;
  readonly settings: SettingsFile;
  readonly desktop: Desktop;
}

/** The handlers' parts but for the window's own. */
export interface Workplace {
  readonly parts: Omit<HandlerParts, 'chosen'>;
  close(): Promise<void>;
}

/** Puts files, vault, demo server, runs and traces together. */
export function assembleWorkplace({ userData, files, log, settings, desktop }: WorkplaceParts): Workplace {
  const userAgent = `ExchangeRunbookStudio/${desktop.version}`;
  const changes = createTopic<WorkspaceView>();
  const traced = createTopic<TraceSummary>();
  const traces = new TraceStore();
  const workspace = new OpenWorkspace(changes.publish, (thrown) => log.defect(thrown, 'following the workspace'));
  const demoChanges = createTopic<void>();
  const demo = new DemoControl(() => startDemoWorker(files.demoWorker), demoChanges.publish);
  const vault = fallbackVault(keychainVault());
  const signIns = new SignIns({ cache: new TokenCache(join(userData, 'sign-ins.bin'), vault), userAgent, openBrowser: signInPageOpener((url) => desktop.openExternal(url)) });
  const secrets = new ConnectionSecrets(vault, () => demo.password());
  const variableSecrets = new VariableSecrets(vault);
  const trash = trashInto(join(userData, 'removed'), desktop.trash);
  const worker = {
    workerFile: files.runWorker,
    userAgent,
    traced: (record: TraceRecord) => traced.publish(traces.add(record)),
    warned: (error: { readonly what: string }) => log.write('warning', error.what),
  };
  const secret = async (key: string): Promise<string | undefined> =>
    secrets.get({ workspace: workspace.required().id, key, connection: await workspace.required().connections.read(key) });
  const history = new History({
    folder: historyFolderOf(userData),
    version: desktop.version,
    workspace() {
      const { id, name, demo: isDemo } = workspace.required();
      return { id, name, demo: isDemo };
    },
    retention: async () => retentionOf(await settings.read()),
    warned: worker.warned,
  });
  void history.tidy().catch((thrown: unknown) => log.defect(thrown, 'tidying the history'));
  const runs = new Runs({
    ...worker,
    history,
    connections: (onDemo) => connectionsForRun(workspace.required(), demo, onDemo),
    globals: runGlobals({ workspace: () => workspace.required(), userData, variable: (name) => variableSecrets.get(workspace.required().id, name) }),
    runbooks: (document, unsaved) => runbooksForRun(workspace.required(), document, unsaved),
    secret: (key, onDemo) => (onDemo ? Promise.resolve(demo.password()) : secret(key)),
    async token({ connection: key, renew, labels }, asking) {
      const connection = await workspace.required().connections.read(key);
      return signIns.token({ connection, password: () => secret(key), renew, labels, ...asking });
    },
    logFolder: async () => (await settings.read()).logFolder,
    monitorFolder: () => join(userData, 'monitors', workspace.required().id),
    workspace: () => workspace.required().id,
  });
  const parts = {
    desktop,
    log,
    settings,
    workspace,
    secrets,
    variableSecrets,
    counterValues: (id: string) => new CounterValues(counterFileOf(userData, id)),
    signIns,
    demo,
    demoChanges,
    drafts: new Drafts(join(userData, 'drafts')),
    changes,
    traces,
    traced,
    traceWorker: files.traceFileWorker,
    runs,
    history,
    testerFile: () => join(userData, 'tester', `${workspace.required().id}.json`),
    connectionJobs: new ConnectionJobs(worker),
    openFolder: (path: string) => openFolder(path, { create: true, trash }),
    async openDemo() {
      await demo.ensure();
      return openDemoWorkspace(join(userData, 'demo-workspace'), samples);
    },
  };
  return {
    parts,
    async close() {
      workspace.close();
      await demo.close();
    },
  };
}
