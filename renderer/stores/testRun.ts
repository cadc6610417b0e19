import type { RunMode } from '../../shared/engine/debugCommand.ts';
import type { RunView } from '../../shared/engine/runView.ts';
import type { RunRequest } from '../../shared/ipc/contract.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';

/** What a test is started with; the client takes it as it is. */
export type RunStart = Omit<RunRequest, 'document' | 'unsaved'> & { readonly document: Runbook; readonly unsaved?: Readonly<Record<string, Runbook>> };

/** The last test of a runbook. */
export interface TestRun {
  readonly key: string;
  /** The runbook as it ran; results belong to activities that are still the same objects. */
  readonly document: Runbook;
  readonly mode: RunMode;
  readonly view: RunView;
  /** Stop was pressed and the run has not ended yet. */
  readonly stopping: boolean;
  /** Names of the connections that are no demo and that this run works on. */
  readonly real: readonly string[];
  /** How it was started; missing for a recorded run. */
  readonly request?: RunStart;
  /** With a monitor: runs of this test up to this one, each for an item. */
  readonly items?: number;
  /** The person does not want the next item. */
  readonly left?: true;
  /** Of a run that was invoked in the test of another runbook. */
  readonly within?: Within;
}

/** Where a run stands that a test invoked. */
export interface Within {
  /** Key of the tested runbook. */
  readonly key: string;
  /** The test; what a person tells one of its runs holds for all of it. */
  readonly whole: TestRun;
  /** The way to the execution that invoked the run. */
  readonly invoker: string;
}

/** The test that a run belongs to: itself, unless it was invoked. */
export const wholeOf = (run: TestRun): TestRun => run.within?.whole ?? run;

const goesOn = ({ status }: RunView): boolean => status === 'running' || status === 'paused';

/** Whether a run goes on, or the test that invoked it. */
export const isActive = (run: TestRun | undefined): run is TestRun => run !== undefined && goesOn(wholeOf(run).view);
