import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DebugCommand, RunMode } from '../../shared/engine/debugCommand.ts';
import type { RunEvent } from '../../shared/engine/events.ts';
import type { InvokedRun } from '../../shared/engine/runTree.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../../shared/engine/runView.ts';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { ParameterDeclaration } from '../../shared/fields/field.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';
import type { AppApi, RunRequest } from '../../shared/ipc/contract.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { endedView } from './endedRun.ts';
import { invokedTest, withInvoked } from './invokedTest.ts';
import { unpaced, type Pace } from './paced.ts';
import { isActive, wholeOf, type RunStart, type TestRun } from './testRun.ts';

/** How a test is to run. */
export interface RunPlan {
  readonly mode: RunMode;
  readonly input: Readonly<Record<string, string>>;
  /** Stops before whatever sends, changes or deletes on a real mailbox. */
  readonly guard: boolean;
  readonly onDemo: boolean;
  /** Goes on with the watch of the test before: its monitor waits for the next item. */
  readonly watching?: boolean;
  /** Begins at an activity with the rows of the last test. */
  readonly from?: { readonly activity: string; readonly only: boolean } | undefined;
}

/** What a run does to a real mailbox, for the question before it. */
export interface Consequence {
  readonly effect: 'changes' | 'sends' | 'deletes';
  readonly activities: readonly string[];
  /** Accounts of the connections. */
  readonly mailboxes: readonly string[];
}

/** What a test needs to know before it can start. */
export type RunPrompt =
  | { readonly kind: 'input'; readonly key: string; readonly plan: RunPlan; readonly parameters: readonly ParameterDeclaration[] }
  | { readonly kind: 'confirm'; readonly key: string; readonly plan: RunPlan; readonly consequences: readonly Consequence[] };

/** The tests of the open runbooks, by runbook key. */
export interface RunsState {
  readonly runs: Readonly<Record<string, TestRun>>;
  /** The execution that the console shows, by runbook key; undefined follows the run. */
  readonly executions: Readonly<Record<string, string | undefined>>;
  /** The values a runbook was last started with. */
  readonly inputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Runbooks whose question about a real mailbox was answered with "do not ask again", and how their tests are guarded. */
  readonly trusted: Readonly<Record<string, { readonly guard: boolean }>>;
  readonly prompt: RunPrompt | undefined;
  /** A command that the run refused. */
  readonly error: AppErrorData | undefined;
  start(request: RunStart, real: readonly string[]): void;
  command(key: string, command: DebugCommand): Promise<void>;
  stop(key: string): void;
  /** A test with a monitor that waits for an answer ends here. */
  leave(key: string): void;
  /** Ends a run that was told to stop and does not end. */
  abandon(key: string): Promise<void>;
  clear(key: string): void;
  /** Shows a recorded run as the last test of its runbook, unless a test goes on: what follows can begin with its data. */
  adopt(run: TestRun): void;
  /** Shows a run that a test invoked as the last one of its runbook, unless that is being tested itself. Answers whether it is shown. */
  showInvoked(whole: TestRun, key: string, document: Runbook, invoked: InvokedRun): boolean;
  selectExecution(key: string, execution: string | undefined): void;
  ask(prompt: RunPrompt | undefined): void;
  trust(key: string, guard: boolean): void;
}

export type RunsStore = StoreApi<RunsState>;

/** The store of tests: it folds the stream of a run into its view, at a pace that the window can follow, and cancels the stream to stop it. */
export function createRunsStore(api: Pick<AppApi, 'runs'>, pace: Pace = unpaced, now: () => string = () => new Date().toISOString()): RunsStore {
  const handles = new Map<string, StreamHandle>();
  const attempts = new Map<string, number>();
  return createStore<RunsState>()((set, get) => {
    const changeRun = (key: string, next: (run: TestRun) => TestRun): void =>
      set((state) => {
        const run = state.runs[key];
        if (run === undefined) return state;
        const after = next(run);
        return { runs: withInvoked({ ...state.runs, [key]: after }, after) };
      });
    /** The runbook whose test a run belongs to, by the key of its own. */
    const tested = (key: string): string => get().runs[key]?.within?.key ?? key;
    const begin = (key: string, run: TestRun, input: RunRequest['input']): void =>
      set((state) => ({
        runs: { ...state.runs, [key]: run },
        executions: { ...state.executions, [key]: undefined },
        inputs: { ...state.inputs, [key]: input },
        prompt: undefined,
        error: undefined,
      }));
    return {
      runs: {},
      executions: {},
      inputs: {},
      trusted: {},
      prompt: undefined,
      error: undefined,
      start(request, real) {
        const { key, document, mode, input } = request;
        if (isActive(get().runs[key])) return;
        const attempt = (attempts.get(key) ?? 0) + 1;
        attempts.set(key, attempt);
        // What arrives after the next run of the same runbook began belongs to the old one.
        const change = (next: (run: TestRun) => TestRun): void => (attempts.get(key) === attempt ? changeRun(key, next) : undefined);
        const items = request.watching === true ? (get().runs[key]?.items ?? 1) + 1 : 1;
        let view: RunView = { ...emptyRunView, status: 'running' };
        begin(key, { key, document, mode, view, stopping: false, real, request, items }, input);
        const take = (batch: readonly RunEvent[]): void => void (view = batch.reduce(foldRunEvent, view));
        const events = pace<RunEvent>(take, () => change((run) => ({ ...run, view })));
        const handle = api.runs.start(request, events.add);
        handles.set(key, handle);
        void handle.done.then(async (result) => {
          await events.drained();
          change((run) => ({ ...run, stopping: false, view: endedView(run.view, result, run.stopping, now()) }));
        });
      },
      async command(key, command) {
        const run = get().runs[key];
        if (!isActive(run)) return;
        const result = await api.runs.command({ run: wholeOf(run).view.run, command });
        set({ error: result.ok ? undefined : result.error });
      },
      stop(key) {
        if (!isActive(get().runs[key])) return;
        changeRun(tested(key), (run) => ({ ...run, stopping: true }));
        handles.get(tested(key))?.cancel();
      },
      leave: (key) => changeRun(key, (run) => ({ ...run, left: true })),
      async abandon(key) {
        const run = get().runs[key];
        if (!isActive(run)) return;
        const result = await api.runs.abandon({ run: wholeOf(run).view.run });
        set({ error: result.ok ? undefined : result.error });
      },
      clear(key) {
        if (isActive(get().runs[key])) return;
        set((state) => ({ runs: Object.fromEntries(Object.entries(state.runs).filter(([name]) => name !== key)) }));
      },
      adopt(run) {
        if (isActive(get().runs[run.key])) return;
        set((state) => ({ runs: { ...state.runs, [run.key]: run }, executions: { ...state.executions, [run.key]: undefined }, error: undefined }));
      },
      showInvoked(whole, key, document, invoked) {
        const before = get().runs[key];
        if (isActive(before) && wholeOf(before).key !== whole.key) return false;
        // What its own last test still tells came too late.
        attempts.set(key, (attempts.get(key) ?? 0) + 1);
        set((state) => ({ runs: { ...state.runs, [key]: invokedTest(whole, key, document, invoked) } }));
        return true;
      },
      selectExecution: (key, execution) => set((state) => ({ executions: { ...state.executions, [key]: execution } })),
      ask: (prompt) => set({ prompt }),
      trust: (key, guard) => set((state) => ({ trusted: { ...state.trusted, [key]: { guard } } })),
    };
  });
}
