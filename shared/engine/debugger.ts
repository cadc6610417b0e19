import { assertNever } from '../errors/result.ts';
import { Answers } from './answers.ts';
import { judgeBreakpoint, type PlacedBreakpoint } from './breakpoint.ts';
import type { DebugCommand, RunMode } from './debugCommand.ts';
import type { Gate, GateAnswer, GateDecision, PauseReason, Step } from './ports.ts';
import { isWithin, Stepping, type Frame } from './stepping.ts';

/** When the next execution is held back: never, at breakpoints alone, wherever it is, in the runs that are stepped through, or at an activity. */
type Plan = { readonly stop: 'never' | 'breakpoints' | 'anywhere' | 'steps' } | { readonly stop: 'activity'; readonly key: string };

interface Waiting {
  readonly step: Step;
  readonly frame: Frame;
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
  /** Key of the tested runbook, where it has one: it may be invoked as well. */
  readonly runbook?: string;
  readonly breakpoints: readonly PlacedBreakpoint[];
  /** Holds back everything that sends, changes or deletes on a mailbox that is no demo, until it is confirmed. */
  readonly guard: boolean;
}

/** An activity of the tested runbook, or of one that it invokes, by its key. */
const keyOf = (activity: string, runbook: string | undefined): string => (runbook === undefined ? activity : `${runbook}\n${activity}`);

const byActivity = (breakpoints: readonly PlacedBreakpoint[]): Map<string, PlacedBreakpoint> => new Map(breakpoints.map((one) => [keyOf(one.activity, one.runbook), one]));

/**
 * Steps through a run: `run` ignores breakpoints, `runToBreakpoint` pauses before activities that have one, `step`
 * pauses before every execution, and the guard pauses in all of them. Branches that run side by side may wait together;
 * commands release the one that has waited longest. `continue` and `nextItem` release all but those that the guard holds. In runs that are
 * invoked, breakpoints and the guard hold as in the tested one; steps go through them where a person steps into them, or stands in them.
 */
export function createDebugger({ mode, runbook: own, breakpoints, guard }: DebuggerSetup): Debugger {
  let marked = byActivity(breakpoints);
  let plan: Plan = { stop: mode === 'step' ? 'steps' : mode === 'run' ? 'never' : 'breakpoints' };
  const tested: Frame = { runbook: undefined };
  const stepping = new Stepping();
  if (mode === 'step') stepping.over(tested);
  const waiting: Waiting[] = [];
  const allowed = new Set<string>();
  const skipped = new Set<string>();

  const isGuarded = ({ risk }: Step, key: string): boolean => guard && risk !== undefined && !allowed.has(key);

  const holdFor = (step: Step, key: string, frame: Frame): { readonly reason: PauseReason; readonly detail?: string } | undefined => {
    if (isGuarded(step, key)) return { reason: 'guard' };
    if (plan.stop === 'never') return undefined;
    if (plan.stop === 'anywhere') return { reason: 'pause' };
    if (plan.stop === 'steps' && stepping.includes(frame)) return { reason: 'step' };
    if (plan.stop === 'activity' && plan.key === key) return { reason: 'step' };
    const breakpoint = marked.get(key);
    if (breakpoint === undefined) return undefined;
    const { holds, ...detail } = judgeBreakpoint(breakpoint, step);
    return holds ? { reason: 'breakpoint', ...detail } : undefined;
  };

  const enter = (frame: Frame, step: Step, signalOf: () => AbortSignal): GateDecision => {
    const key = keyOf(step.activity, frame.runbook);
    if (skipped.has(key)) return { pause: false, skip: true };
    const hold = holdFor(step, key, frame);
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
      frame,
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
  const firstOrUnguarded = ({ guarded }: Waiting, index: number): boolean => index === 0 || !guarded;

  const command = (given: DebugCommand): void => {
    const [at] = waiting;
    switch (given.type) {
      case 'continue':
        // A run without breakpoints that the guard held stays one.
        if (plan.stop !== 'never') plan = { stop: 'breakpoints' };
        stepping.end();
        return release(firstOrUnguarded);
      case 'step':
      case 'stepInto':
        plan = { stop: 'steps' };
        if (given.type === 'step' || at === undefined) stepping.over(at?.frame ?? tested);
        else stepping.into(at.frame, at.step.execution);
        return at?.say({ type: 'go' });
      case 'stepOut': {
        plan = { stop: 'steps' };
        const left = at?.frame ?? tested;
        stepping.out(left);
        return release((one, index) => isWithin(one.frame, left) && firstOrUnguarded(one, index));
      }
      case 'nextItem':
        plan = at === undefined ? { stop: 'breakpoints' } : { stop: 'activity', key: at.key };
        stepping.end();
        return release(firstOrUnguarded);
      case 'pause':
        plan = { stop: 'anywhere' };
        return;
      case 'setBreakpoints':
        marked = byActivity(given.breakpoints);
        return;
      case 'setInput':
        return release(({ step }) => step.execution === given.execution, { type: 'edit', key: given.key, value: given.value });
      case 'skip': {
        const named = waiting.find(({ step }) => step.execution === given.execution);
        if (named === undefined) return;
        if (given.all) skipped.add(named.key);
        return release((one) => (given.all ? one.key === named.key : one === named), { type: 'skip', what: given.what });
      }
      case 'allow': {
        const named = waiting.find(({ step }) => step.execution === given.execution);
        if (named === undefined) return;
        allowed.add(named.key);
        return release(({ key, guarded }) => guarded && key === named.key);
      }
      default:
        assertNever(given);
    }
  };

  const gateOf = (frame: Frame): Gate => ({
    // Any text may be asked for, in whichever run it is.
    asksForAll: mode !== 'run',
    enter: (step, signalOf) => enter(frame, step, signalOf),
    inside(runbook, execution) {
      const opened: Frame = { runbook: runbook === own ? undefined : runbook, invoker: { frame, execution } };
      stepping.opened(opened);
      return gateOf(opened);
    },
  });

  return { gate: gateOf(tested), command };
}
