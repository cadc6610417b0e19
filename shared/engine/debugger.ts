import { assertNever } from '../errors/result.ts';
import { Answers } from './answers.ts';
import { judgeBreakpoint, type Breakpoint } from './breakpoint.ts';
import type { DebugCommand, RunMode } from './debugCommand.ts';
import type { Gate, GateAnswer, GateDecision, PauseReason, Step } from './ports.ts';

/** When the next execution is held back. */
type Plan =
  | { readonly stop: 'never' | 'breakpoints' }
  | { readonly stop: 'always'; readonly reason: PauseReason }
  | { readonly stop: 'activity'; readonly activity: string };

interface Waiting {
  readonly step: Step;
  /** Its activity, told apart from those of other runbooks. */
  readonly key: string;
  readonly guarded: boolean;
  say(answer: GateAnswer): void;
}

/** A gate, and the commands that open and close it. */
export interface Debugger {
  readonly gate: Gate;
  command(command: DebugCommand): void;
}

/** How a debugger begins. */
export interface DebuggerSetup {
  readonly mode: RunMode;
  readonly breakpoints: readonly Breakpoint[];
  /** Holds back everything that sends, changes or deletes on a mailbox that is no demo, until it is confirmed. */
  readonly guard: boolean;
}

/** An activity of the tested runbook, or of one that it invokes, by its key. */
const keyOf = ({ activity }: Step, runbook: string | undefined): string => (runbook === undefined ? activity : `${runbook}\n${activity}`);

const byActivity = (breakpoints: readonly Breakpoint[]): Map<string, Breakpoint> => new Map(breakpoints.map((one) => [one.activity, one]));

/**
 * Steps through a run: `run` ignores breakpoints, `runToBreakpoint` pauses before activities that have one, `step`
 * pauses before every execution, and the guard pauses in all of them. Branches that run side by side may wait together;
 * commands release the one that has waited longest. `continue` and `nextItem` release all but those that the guard holds. Runs that are invoked run
 * through, but the guard pauses in them as well: what they send, change or delete is as real.
 */
export function createDebugger({ mode, breakpoints, guard }: DebuggerSetup): Debugger {
  let marked = byActivity(breakpoints);
  let plan: Plan = mode === 'step' ? { stop: 'always', reason: 'step' } : { stop: mode === 'run' ? 'never' : 'breakpoints' };
  const waiting: Waiting[] = [];
  const allowed = new Set<string>();
  const skipped = new Set<string>();

  const isGuarded = ({ risk }: Step, key: string): boolean => guard && risk !== undefined && !allowed.has(key);

  const holdFor = (step: Step, runbook: string | undefined): { readonly reason: PauseReason; readonly detail?: string } | undefined => {
    if (isGuarded(step, keyOf(step, runbook))) return { reason: 'guard' };
    if (plan.stop === 'never' || runbook !== undefined) return undefined;
    if (plan.stop === 'always') return { reason: plan.reason };
    if (plan.stop === 'activity' && plan.activity === step.activity) return { reason: 'step' };
    const breakpoint = marked.get(step.activity);
    if (breakpoint === undefined) return undefined;
    const { holds, ...detail } = judgeBreakpoint(breakpoint, step);
    return holds ? { reason: 'breakpoint', ...detail } : undefined;
  };

  const enter = (runbook: string | undefined, step: Step, signalOf: () => AbortSignal): GateDecision => {
    const key = keyOf(step, runbook);
    if (skipped.has(key)) return { pause: false, skip: true };
    const hold = holdFor(step, runbook);
    if (hold === undefined) return { pause: false, skip: false };
    const signal = signalOf();
    const answers = new Answers<GateAnswer>();
    const forget = (): void => {
      signal.removeEventListener('abort', forget);
      const at = waiting.indexOf(entry);
      if (at >= 0) waiting.splice(at, 1);
    };
    const entry: Waiting = {
      step,
      key,
      guarded: isGuarded(step, key),
      say: (answer) => {
        // Only an edit leaves it waiting.
        if (answer.type !== 'edit') forget();
        answers.give(answer);
      },
    };
    waiting.push(entry);
    // A stopped run leaves nobody waiting, and a later command must not release a ghost.
    signal.addEventListener('abort', forget, { once: true });
    return { pause: true, ...hold, answer: () => answers.next() };
  };

  const release = (which: (entry: Waiting, index: number) => boolean, answer: GateAnswer = { type: 'go' }): void => {
    for (const entry of waiting.filter(which)) entry.say(answer);
  };
  const firstAndUnguarded = ({ guarded }: Waiting, index: number): boolean => index === 0 || !guarded;

  const command = (given: DebugCommand): void => {
    switch (given.type) {
      case 'continue':
        // A run without breakpoints that the guard held stays one.
        if (plan.stop !== 'never') plan = { stop: 'breakpoints' };
        return release(firstAndUnguarded);
      case 'step':
        plan = { stop: 'always', reason: 'step' };
        return waiting[0]?.say({ type: 'go' });
      case 'nextItem': {
        const at = waiting[0];
        plan = at === undefined ? { stop: 'breakpoints' } : { stop: 'activity', activity: at.step.activity };
        return release(firstAndUnguarded);
      }
      case 'pause':
        plan = { stop: 'always', reason: 'pause' };
        return;
      case 'setBreakpoints':
        marked = byActivity(given.breakpoints);
        return;
      case 'setInput':
        return release(({ step }) => step.execution === given.execution, { type: 'edit', key: given.key, value: given.value });
      case 'skip': {
        const at = waiting.find(({ step }) => step.execution === given.execution);
        if (at === undefined) return;
        if (given.all) skipped.add(at.key);
        return release((one) => (given.all ? one.key === at.key : one === at), { type: 'skip', what: given.what });
      }
      case 'allow': {
        const at = waiting.find(({ step }) => step.execution === given.execution);
        if (at === undefined) return;
        allowed.add(at.key);
        return release(({ key, guarded }) => guarded && key === at.key);
      }
      default:
        assertNever(given);
    }
  };

  const gateOf = (runbook: string | undefined): Gate => ({ asksForAll: mode !== 'run' && runbook === undefined, enter: (step, signalOf) => enter(runbook, step, signalOf), inside: gateOf });

  return { gate: gateOf(undefined), command };
}
