import { expect, test } from 'vitest';
import { createDebugger, type Debugger } from '../../../shared/engine/debugger.ts';
import type { RunMode } from '../../../shared/engine/debugCommand.ts';

const stop = new AbortController().signal;

function enter(tester: Debugger, activity: string): { readonly reason: string; readonly released: () => boolean } {
  const decision = tester.gate.enter({ execution: activity, activity, item: 1, items: 1, inputs: [] }, stop);
  if (!decision.pause) return { reason: 'none', released: () => true };
  let released = false;
  void decision.released.then(() => {
    released = true;
  });
  return { reason: decision.reason, released: () => released };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test.each<[RunMode, readonly string[]]>([
  ['run', ['none', 'none']],
  ['runToBreakpoint', ['none', 'breakpoint']],
  ['step', ['step', 'step']],
])('mode %s holds %j back', (mode, reasons) => {
  const tester = createDebugger(mode, ['b']);
  expect(['a', 'b'].map((activity) => enter(tester, activity).reason)).toEqual(reasons);
});

test('step releases the execution that waited longest, continue all of them', async () => {
  const tester = createDebugger('step', []);
  const [first, second] = [enter(tester, 'a'), enter(tester, 'b')];
  tester.command({ type: 'step' });
  await settle();
  expect([first.released(), second.released()]).toEqual([true, false]);
  tester.command({ type: 'continue' });
  await settle();
  expect(second.released()).toBe(true);
  expect(enter(tester, 'c').reason).toBe('none');
});

test('next item pauses at the same activity again, or at a breakpoint before it', () => {
  const tester = createDebugger('runToBreakpoint', ['a', 'c']);
  enter(tester, 'a');
  tester.command({ type: 'setBreakpoints', activities: ['c'] });
  tester.command({ type: 'nextItem' });
  expect(['b', 'c', 'a'].map((activity) => enter(tester, activity).reason)).toEqual(['none', 'breakpoint', 'step']);
});

test('pause holds whatever comes next, also while nothing waits', () => {
  const tester = createDebugger('run', []);
  tester.command({ type: 'pause' });
  expect(enter(tester, 'a').reason).toBe('pause');
  tester.command({ type: 'step' });
  expect(enter(tester, 'b').reason).toBe('step');
});

test('next item without a paused activity runs to the next breakpoint', () => {
  const tester = createDebugger('run', ['b']);
  tester.command({ type: 'nextItem' });
  expect(['a', 'b'].map((activity) => enter(tester, activity).reason)).toEqual(['none', 'breakpoint']);
});
