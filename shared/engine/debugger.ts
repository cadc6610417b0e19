import { assertNever } from '../errors/result.ts';
import type { DebugCommand, RunMode } from './debugCommand.ts';
import type { Gate, GateDecision, Step } from './ports.ts';

type PauseReason = 'breakpoint' | 'step' | 'pause';

/** When the next execution is held back. */
type Plan =
  | { readonly stop: 'never' | 'breakpoints' }
  | { readonly stop: 'always'; readonly reason: PauseReason }
  | { readonly stop: 'activity'; readonly activity: string };

interface Waiting {
  readonly step: Step;
  readonly release: () => void;
}

/** A gate, and the commands that open and close it. */
export interface Debugger {
  readonly gate: Gate;
  command(command: DebugCommand): void;
}

/**
 * Steps through a run: `run` ignores breakpoints, `runToBreakpoint` pauses before activities that have one, `step`
 * pauses before every execution. Branches that run side by side may wait together; commands release the one that
 * has waited longest, and `continue` and `nextItem` release all.
 */
export function createDebugger(mode: RunMode, breakpoints: readonly string[]): Debugger {
  let marked = new Set(breakpoints);
  let plan: Plan = mode === 'step' ? { stop: 'always', reason: 'step' } : { stop: mode === 'run' ? 'never' : 'breakpoints' };
  const waiting: Waiting[] = [];

  const forget = (entry: Waiting): void => {
    const at = waiting.indexOf(entry);
    if (at >= 0) waiting.splice(at, 1);
  };

  const reasonFor = (step: Step): PauseReason | undefined => {
    if (plan.stop === 'never') return undefined;
    if (plan.stop === 'always') return plan.reason;
    if (plan.stop === 'activity' && plan.activity === step.activity) return 'step';
    return marked.has(step.activity) ? 'breakpoint' : undefined;
  };

  const enter = (step: Step, signal: AbortSignal): GateDecision => {
    const reason = reasonFor(step);
    if (reason === undefined) return { pause: false };
    const released = new Promise<void>((resolve) => {
      // A stopped run leaves nobody waiting, and a later command must not release a ghost.
      const onAbort = (): void => forget(entry);
      const release = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const entry: Waiting = { step, release };
      waiting.push(entry);
      signal.addEventListener('abort', onAbort, { once: true });
    });
    return { pause: true, reason, released };
  };

  const releaseAll = (): void => {
    for (const entry of waiting.splice(0)) entry.release();
  };

  const command = (given: DebugCommand): void => {
    switch (given.type) {
      case 'continue':
        plan = { stop: 'breakpoints' };
        releaseAll();
        return;
      case 'step':
        plan = { stop: 'always', reason: 'step' };
        waiting.shift()?.release();
        return;
      case 'nextItem': {
        const at = waiting[0];
        plan = at === undefined ? { stop: 'breakpoints' } : { stop: 'activity', activity: at.step.activity };
        releaseAll();
        return;
      }
      case 'pause':
        plan = { stop: 'always', reason: 'pause' };
        return;
      case 'setBreakpoints':
        marked = new Set(given.activities);
        return;
      default:
        assertNever(given);
    }
  };

  return { gate: { enter }, command };
}
