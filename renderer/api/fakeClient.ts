import { Connection } from '../../shared/connections/connection.ts';
import type { ConnectionDraft, ConnectionEntry } from '../../shared/connections/draft.ts';
import { stoppedDemo, type DemoState } from '../../shared/demo/demo.ts';
import { errorData, type AppErrorData } from '../../shared/errors/appError.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { GlobalsView } from '../../shared/globals/view.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { activities } from '../../shared/activities/registry.ts';
import { findsFor } from '../../shared/runbook/find.ts';
import { Runbook } from '../../shared/runbook/runbook.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { Settings } from '../../shared/workspace/settings.ts';
import type { WorkspaceView } from '../../shared/workspace/workspace.ts';
import { fakeGlobals } from './fakeGlobals.ts';
import { scriptedStream } from './scriptedStream.ts';

/** What a test replaces: functions of one domain or several. */
export type FakeAnswers = { readonly [D in keyof AppApi]?: Partial<AppApi[D]> };

/** What the fake main process begins with. */
export interface FakeState {
  readonly workspace?: WorkspaceView | null;
  readonly connections?: readonly ConnectionEntry[];
  readonly runbooks?: Readonly<Record<string, Runbook>>;
  readonly settings?: Partial<Settings>;
  readonly globals?: Partial<GlobalsView>;
  readonly drafts?: readonly Draft[];
}

const ok = <T>(value: T): Promise<Result<T>> => Promise.resolve({ ok: true, value });

/** An answer that is an error. */
export const fails = (error: AppErrorData): Promise<Result<never>> => Promise.resolve({ ok: false, error });

const withoutEvents = scriptedStream<unknown, never>().open;
const keychain = { available: true, store: 'Secret Service' } as const;
const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/**
 * The client of component tests: a main process in memory. It keeps connections, runbooks and settings,
 * never gives a password back, and does what `answers` say instead where they say something.
 */
export function createFakeClient(answers: FakeAnswers = {}, begin: FakeState = {}): AppApi {
  let settings = Settings.parse(begin.settings ?? {});
  let workspace = begin.workspace ?? null;
  let connections = [...(begin.connections ?? [])];
  let clipboard = '';
  let demo: DemoState = stoppedDemo;
  const drafts = new Map((begin.drafts ?? []).map((draft) => [draft.key, draft]));
  const runbooks = new Map(Object.entries(begin.runbooks ?? {}));

  const keep = ({ key = '', connection, password }: ConnectionDraft): ConnectionEntry => {
    const before = connections.find((entry) => entry.key === key);
    const stored = password !== undefined || before?.secret.stored === true;
    const entry: ConnectionEntry = { key: before?.key ?? slug(connection.name), connection, secret: { stored, where: 'keychain', store: keychain.store } };
    connections = before === undefined ? [...connections, entry] : connections.map((one) => (one === before ? entry : one));
    return entry;
  };
  const missing = (key: string): Promise<Result<never>> => fails(errorData('app.invalidRequest', { channel: key }));
  const secretOf = (key: string): Promise<Result<ConnectionEntry['secret']>> => {
    const entry = connections.find((one) => one.key === key);
    return entry === undefined ? missing(key) : ok(entry.secret);
  };
  const opened = (): Promise<Result<WorkspaceView>> => (workspace === null ? missing('workspace') : ok(workspace));

  const fake: AppApi = {
    app: {
      facts: () => ok({ version: '0.1.0', electron: '33.2.1', platform: 'linux', keychain }),
      openExternal: () => ok(undefined),
      copyText({ text }) {
        clipboard = text;
        return ok(undefined);
      },
      clipboardText: () => ok({ text: clipboard }),
      reportDefect: () => ok({ reference: '7F3A' }),
    },
    commands: { chosen: withoutEvents, setEnabled: () => ok(undefined) },
    menus: { popUp: () => ok(null) },
    settings: {
      read: () => ok(settings),
      change: (change) => {
        settings = Settings.parse({ ...settings, ...change });
        return ok(settings);
      },
      exportKeys: () => ok(true),
      importKeys: () => ok(null),
    },
    workspace: {
      current: () => ok(workspace),
      chooseFolder: () => ok(workspace),
      open: opened,
      openDemo: opened,
      changes: withoutEvents,
    },
    runbooks: {
      read: ({ key }) => {
        const document = runbooks.get(key);
        return document === undefined ? missing(key) : ok({ key, document, revision: '1', readOnly: false });
      },
      readText: ({ key }) => missing(key),
      saveText: ({ key }) => missing(key),
      restore: ({ key }) => ok({ key, name: key, folder: '' }),
      create: ({ name, folder }) => {
        const key = [folder, slug(name)].filter((part) => part !== '').join('/');
        const entry = { key, name, folder };
        runbooks.set(key, Runbook.parse({ name }));
        if (workspace !== null) workspace = { ...workspace, runbooks: [...workspace.runbooks, entry] };
        return ok(entry);
      },
      save: ({ key, document }) => {
        const parsed = Runbook.parse(document);
        runbooks.set(key, parsed);
        return ok({ key, document: parsed, revision: '2', readOnly: false });
      },
      remove: () => ok(undefined),
      search({ query }, tell) {
        for (const [key, document] of runbooks) {
          const { found, more } = findsFor(document, query, activities);
          if (found.length > 0) tell({ key, name: document.name, found: [...found], more });
        }
        return { done: ok(undefined), cancel: () => undefined };
      },
    },
    drafts: {
      list: () => ok([...drafts.values()]),
      keep: (draft) => {
        drafts.set(draft.key, { ...draft, document: Runbook.parse(draft.document), at: '2026-01-02T03:04:05.000Z' });
        return ok(undefined);
      },
      drop: ({ key }) => {
        drafts.delete(key);
        return ok(undefined);
      },
    },
    connections: {
      list: () => ok(connections),
      save: (draft) => ok(keep({ ...draft, connection: Connection.parse(draft.connection) })),
      duplicate: ({ key }) => {
        const original = connections.find((entry) => entry.key === key);
        return original === undefined ? missing(key) : ok(keep({ connection: { ...original.connection, name: `Copy of ${original.connection.name}` } }));
      },
      remove: ({ key }) => {
        connections = connections.filter((entry) => entry.key !== key);
        return ok(undefined);
      },
      uses: () => ok([]),
      test: withoutEvents,
      signIn: withoutEvents,
      signOut: () => ok({ signedIn: false }),
      signInState: () => ok({ signedIn: false }),
      openDevicePage: () => ok(undefined),
    },
    mailbox: { browse: withoutEvents },
    secrets: {
      state: ({ key }) => secretOf(key),
      clear: ({ key }) => {
        connections = connections.map((entry) => (entry.key === key ? { ...entry, secret: { ...entry.secret, stored: false } } : entry));
        return secretOf(key);
      },
    },
    globals: fakeGlobals(begin.globals),
    files: { choose: () => ok([]), saveText: () => ok({ file: null }) },
    runs: { start: withoutEvents, command: () => ok(undefined), abandon: () => ok(undefined) },
    history: { watch: withoutEvents, open: withoutEvents, remove: () => ok(undefined), restore: () => ok(undefined), export: () => ok({ file: null }) },
    tester: { read: () => ok({}), save: () => ok(undefined) },
    traces: { watch: withoutEvents, read: ({ id }) => missing(id), clear: () => ok(undefined), openFiles: withoutEvents, openRun: withoutEvents, search: withoutEvents, sendAgain: withoutEvents, export: withoutEvents },
    demo: {
      watch: (_input, onEvent) => {
        onEvent(demo);
        return withoutEvents(undefined, () => undefined);
      },
      setFault: ({ fault }) => {
        demo = { ...demo, fault };
        return ok(demo);
      },
      reset: () => ok(demo),
    },
  };
  return withAnswers(fake, answers);
}

function withAnswers(fake: AppApi, answers: FakeAnswers): AppApi {
  return {
    app: { ...fake.app, ...answers.app },
    commands: { ...fake.commands, ...answers.commands },
    menus: { ...fake.menus, ...answers.menus },
    settings: { ...fake.settings, ...answers.settings },
    workspace: { ...fake.workspace, ...answers.workspace },
    runbooks: { ...fake.runbooks, ...answers.runbooks },
    drafts: { ...fake.drafts, ...answers.drafts },
    connections: { ...fake.connections, ...answers.connections },
    mailbox: { ...fake.mailbox, ...answers.mailbox },
    secrets: { ...fake.secrets, ...answers.secrets },
    globals: { ...fake.globals, ...answers.globals },
    files: { ...fake.files, ...answers.files },
    runs: { ...fake.runs, ...answers.runs },
    history: { ...fake.history, ...answers.history },
    tester: { ...fake.tester, ...answers.tester },
    traces: { ...fake.traces, ...answers.traces },
    demo: { ...fake.demo, ...answers.demo },
  };
}
