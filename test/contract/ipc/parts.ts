import { CounterValues } from '../../../electron/runs/counterValues.ts';
import { VariableSecrets } from '../../../electron/secrets/variableSecrets.ts';
import { nothingShared } from '../../fixtures/nothingShared.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samples } from '../../../electron/demo/samples.ts';
import type { Desktop } from '../../../electron/ipc/desktop.ts';
import { createHandlers, type HandlerParts } from '../../../electron/ipc/handlers.ts';
import { createTopic } from '../../../electron/ipc/topic.ts';
import { openLog } from '../../../electron/log/log.ts';
import { ConnectionJobs } from '../../../electron/runs/connectionJobs.ts';
import { History } from '../../../electron/runs/history.ts';
import { Runs } from '../../../electron/runs/runs.ts';
import { TraceStore } from '../../../electron/runs/traceStore.ts';
import { ConnectionSecrets } from '../../../electron/secrets/connectionSecrets.ts';
import { fallbackVault } from '../../../electron/secrets/fallbackVault.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { SignIns } from '../../../electron/auth/signIns.ts';
import { TokenCache } from '../../../electron/secrets/tokenCache.ts';
import { memoryVault } from '../../../electron/secrets/memory.ts';
import type { SecretVault } from '../../../electron/secrets/vault.ts';
import { deleteFile } from '../../../electron/workspace/atomicWrite.ts';
import { DemoControl, type RunningDemo } from '../../../electron/workspace/demoControl.ts';
import { openDemoWorkspace } from '../../../electron/workspace/demoWorkspace.ts';
import { Drafts } from '../../../electron/workspace/drafts.ts';
import { openFolder } from '../../../electron/workspace/folder.ts';
import { OpenWorkspace } from '../../../electron/workspace/openWorkspace.ts';
import { SettingsFile } from '../../../electron/workspace/settingsFile.ts';
import { builtEntries } from '../../adapters/built.ts';
import { stoppedDemo, type DemoState } from '../../../shared/demo/demo.ts';
import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { WorkspaceView } from '../../../shared/workspace/workspace.ts';

/** The app behind its door: real files in a temporary folder, a keychain in memory, a desktop that records. */
export interface TestApp {
  readonly handlers: AppHandlers;
  readonly parts: HandlerParts;
  readonly folder: string;
  readonly keychain: SecretVault;
  /** What the desktop was asked to do. */
  readonly asked: string[];
  chooseNext(folder: string | undefined): void;
  /** What the system's dialogs for a file answer. */
  chooseFile(path: string | undefined): void;
  [Symbol.asyncDispose](): Promise<void>;
}

const facts = {
  url: 'http://127.0.0.1:1/EWS/Exchange.asmx',
  autodiscoverUrl: '',
  users: [{ username: 'demo', password: 'demo-made-up', domain: 'DEMO', mailbox: 'demo@contoso.test' }],
};

function pretendDemo(): RunningDemo {
  let state: DemoState = { ...stoppedDemo, running: true, url: facts.url };
  let changed = (): void => undefined;
  const change = async (next: Partial<DemoState>): Promise<DemoState> => {
    state = { ...state, ...next };
    changed();
    return state;
  };
  return { facts, state: async () => state, setFault: (fault) => change({ fault }), reset: () => change({ fault: 'none' }), onChange: (listener) => { changed = listener; return () => undefined; }, close: async () => undefined };
}

export async function testApp(): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'studio-ipc-'));
  const asked: string[] = [];
  let nextFolder: string | undefined;
  let nextFile: string | undefined;
  const desktop: Desktop = {
    version: '0.0.0',
    electron: '',
    platform: 'test',
    openExternal: async (url) => void asked.push(`open ${url}`),
    clipboardText: () => 'what was copied',
    copyText: (text) => void asked.push(`copy ${text}`),
    chooseFolder: async () => nextFolder,
    chooseFiles: async () => (nextFile === undefined ? [] : [nextFile]),

    chooseSaveFile: async () => nextFolder,
    trash: (path) => deleteFile(path),
    enableCommands: (enabled) => void asked.push(`enable ${enabled.join(' ')}`),
    popUpMenu: async ({ entries }) => {
      const [first] = entries;
      return first === undefined || first === 'separator' ? null : first.id;
    },
  };
  const changes = createTopic<WorkspaceView>();
  const workspace = new OpenWorkspace(changes.publish, (thrown) => {
    throw thrown;
  });
  const keychain = memoryVault();
  const demoChanges = createTopic<void>();
  const demo = new DemoControl(async () => pretendDemo(), demoChanges.publish);
  const worker = { workerFile: join(folder, 'no-worker.cjs'), userAgent: 'test', traced: () => undefined, warned: () => undefined };
  const history = new History({
    folder: join(folder, 'history'),
    version: '0.0.0',
    workspace: () => ({ id: 'w', name: 'Test', demo: false }),
    retention: async () => ({ days: 90, megabytes: 500 }),
    warned: (error) => {
      throw AppError.from(error);
    },
  });
  const parts: HandlerParts = {
    desktop,
    log: openLog(join(folder, 'logs')),
    settings: new SettingsFile(join(folder, 'settings.json'), () => undefined),
    workspace,
    secrets: new ConnectionSecrets(fallbackVault(keychain), () => demo.password()),
    variableSecrets: new VariableSecrets(fallbackVault(keychain)),
    counterValues: (id) => new CounterValues(join(folder, `counters-${id}.json`)),
    signIns: new SignIns({ cache: new TokenCache(join(folder, 'sign-ins.bin'), fallbackVault(keychain)), userAgent: 'test', openBrowser: async (url) => void asked.push(`open ${url}`) }),
    demo,
    demoChanges,
    drafts: new Drafts(join(folder, 'drafts')),
    changes,
    chosen: createTopic(),
    traces: new TraceStore(),
    traced: createTopic(),
    history,
    traceWorker: (await builtEntries()).traceFileWorker,
    testerFile: () => join(folder, 'tester', `${workspace.required().id}.json`),
    connectionJobs: new ConnectionJobs(worker),
    runs: new Runs({ ...worker, history, connections: async () => ({}), globals: nothingShared, runbooks: async () => [], secret: async () => undefined, token: () => Promise.reject(new AppError('signIn.required')), logFolder: async () => '', monitorFolder: () => join(folder, 'monitors'), workspace: () => 'workspace-1' }),
    openFolder: (path) => openFolder(path, { create: true, trash: deleteFile }),
    openDemo: async () => {
      await demo.ensure();
      return openDemoWorkspace(join(folder, 'demo'), samples);
    },
  };
  return {
    handlers: createHandlers(parts),
    parts,
    folder,
    keychain,
    asked,
    chooseNext: (path) => (nextFolder = path),
    chooseFile: (path) => (nextFile = path),
    async [Symbol.asyncDispose]() {
      workspace.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
