import { expect, test } from 'vitest';
import { createDebugger, type Debugger } from '../../../shared/engine/debugger.ts';
import type { PlacedBreakpoint } from '../../../shared/engine/breakpoint.ts';
import type { RunMode } from '../../../shared/engine/debugCommand.ts';
import type { Gate, GateAnswer, Step } from '../../../shared/engine/ports.ts';
import { AppError } from '../../../shared/errors/appError.ts';

interface Entered {
  readonly reason: string;
  readonly detail: string | undefined;
  /** What was said to it so far. */
  readonly answers: readonly GateAnswer[];
}

/** Lets an execution come to the gate. Texts are worked out to themselves in upper case. */
function enter(tester: Debugger, activity: string, more: Partial<Step> = {}, signal: AbortSignal = new AbortController().signal, gate: Gate = tester.gate): Entered {
  const step: Step = { execution: `${activity}-1`, activity, item: 1, items: 1, inputs: [], worked: (text) => ({ value: text.toUpperCase(), secret: false }), ...more };
  const decision = gate.enter(step, () => signal);
  if (!decision.pause) return { reason: decision.skip ? 'skip' : 'none', detail: undefined, answers: [{ type: 'go' }] };
  const answers: GateAnswer[] = [];
  const listen = (): void =>
    void decision.answer().then((answer) => {
      answers.push(answer);
      listen();
    });
  listen();
  return { reason: decision.reason, detail: decision.detail, answers };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const at = (...activities: readonly string[]): PlacedBreakpoint[] => activities.map((activity) => ({ activity }));
const tester = (mode: RunMode, breakpoints: readonly PlacedBreakpoint[] = [], guard = false): Debugger => createDebugger({ mode, breakpoints, guard });
const released = ({ answers }: Entered): boolean => answers.some(({ type }) => type === 'go');

test.each<[RunMode, readonly string[]]>([
  ['run', ['none', 'none']],
  ['runToBreakpoint', ['none', 'breakpoint']],
  ['step', ['step', 'step']],
])('mode %s holds %j back', (mode, reasons) => {
  const one = tester(mode, at('b'));
  expect(['a', 'b'].map((activity) => enter(one, activity).reason)).toEqual(reasons);
});

test('step releases the execution that waited longest, continue all of them', async () => {
  const one = tester('step');
  const [first, second] = [enter(one, 'a'), enter(one, 'b')];
  one.command({ type: 'step' });
  await settle();
  expect([released(first), released(second)]).toEqual([true, false]);
  one.command({ type: 'continue' });
  await settle();
  expect(released(second)).toBe(true);
  expect(enter(one, 'c').reason).toBe('none');
});

test('next item pauses at the same activity again, or at a breakpoint before it', () => {
  const one = tester('runToBreakpoint', at('a', 'c'));
  enter(one, 'a');
  one.command({ type: 'setBreakpoints', breakpoints: at('c') });
  one.command({ type: 'nextItem' });
  expect(['b', 'c', 'a'].map((activity) => enter(one, activity).reason)).toEqual(['none', 'breakpoint', 'step']);
});

test('pause holds whatever comes next, also while nothing waits', () => {
  const one = tester('run');
  one.command({ type: 'pause' });
  expect(enter(one, 'a').reason).toBe('pause');
  one.command({ type: 'step' });
  expect(enter(one, 'b').reason).toBe('step');
});

test('next item without a paused activity runs to the next breakpoint', () => {
  const one = tester('run', at('b'));
  one.command({ type: 'nextItem' });
  expect(['a', 'b'].map((activity) => enter(one, activity).reason)).toEqual(['none', 'breakpoint']);
});

test('a condition compares what its text amounts to, and says so', () => {
  const one = tester('runToBreakpoint', [{ activity: 'a', condition: { subject: { of: 'text', text: 'vip lunch' }, operator: 'contains', value: 'vip' } }]);
  expect(enter(one, 'a')).toMatchObject({ reason: 'breakpoint', detail: '"VIP LUNCH" contains "VIP"' });
  one.command({ type: 'setBreakpoints', breakpoints: [{ activity: 'a', condition: { subject: { of: 'item' }, operator: 'isBetween', value: '3', and: '5' } }] });
  expect([2, 3, 5, 6].map((item) => enter(one, 'a', { item }).reason)).toEqual(['none', 'breakpoint', 'breakpoint', 'none']);
});

test('a condition that cannot be worked out holds the run back', () => {
  const one = tester('runToBreakpoint', [{ activity: 'a', condition: { subject: { of: 'text', text: 'x' }, operator: 'equals', value: 'y' } }]);
  const broken = (): never => {
    throw new AppError('runbook.divisionByZero', { dividend: '1' });
  };
  expect(enter(one, 'a', { worked: broken }).detail).toContain('Div cannot divide 1 by zero');
});

test('the guard holds back what puts a real mailbox at risk in every mode, one execution at a time', async () => {
  const one = tester('run', [], true);
  const [first, second] = [enter(one, 'a', { risk: 'sends' }), enter(one, 'b', { risk: 'deletes' })];
  expect([first.reason, second.reason, enter(one, 'c').reason]).toEqual(['guard', 'guard', 'none']);
  one.command({ type: 'continue' });
  await settle();
  expect([released(first), released(second)]).toEqual([true, false]);
  expect(enter(one, 'd').reason).toBe('none');
});

test('allowing an activity lets those of its executions go that wait, and all later ones', async () => {
  const one = tester('run', [], true);
  const [first, second] = [enter(one, 'a', { risk: 'sends' }), enter(one, 'a', { execution: 'a-2', risk: 'sends' })];
  one.command({ type: 'allow', execution: 'a-1' });
  await settle();
  expect([released(first), released(second), enter(one, 'a', { risk: 'sends' }).reason, enter(one, 'b', { risk: 'sends' }).reason]).toEqual([true, true, 'none', 'guard']);
});

test('an edit leaves the execution waiting, and reaches the one it names', async () => {
  const one = tester('step');
  const [first, second] = [enter(one, 'a'), enter(one, 'b')];
  one.command({ type: 'setInput', execution: 'b-1', key: 'subject', value: 'Hi' });
  await settle();
  expect([first.answers, second.answers]).toEqual([[], [{ type: 'edit', key: 'subject', value: 'Hi' }]]);
});

test('skipping passes over one execution, or over the activity from then on', async () => {
  const one = tester('step');
  const first = enter(one, 'a');
  one.command({ type: 'skip', execution: 'a-1', what: 'item', all: false });
  await settle();
  expect(first.answers).toEqual([{ type: 'skip', what: 'item' }]);
  expect(enter(one, 'a').reason).toBe('step');
  one.command({ type: 'skip', execution: 'a-1', what: 'activity', all: true });
  expect([enter(one, 'a').reason, enter(one, 'b').reason]).toEqual(['skip', 'step']);
});

test('a command for an execution that is gone does nothing', async () => {
  const one = tester('step');
  const stop = new AbortController();
  const gone = enter(one, 'a', {}, stop.signal);
  stop.abort();
  one.command({ type: 'skip', execution: 'a-1', what: 'activity', all: true });
  one.command({ type: 'setInput', execution: 'a-1', key: 'x', value: 'y' });
  await settle();
  expect([gone.answers, enter(one, 'a').reason]).toEqual([[], 'step']);
});

test('two invoked runs side by side are stepped through together, and stepping out of one leaves the other held', async () => {
  const one = tester('step');
  const gates = ['left', 'right'].map((execution) => {
    enter(one, execution, { execution });
    one.command({ type: 'stepInto' });
    return one.gate.inside('child', execution);
  });
  const held = gates.map((gate, index) => enter(one, 'a', { execution: `a-${index}` }, undefined, gate));
  expect(held.map(({ reason }) => reason)).toEqual(['step', 'step']);
  one.command({ type: 'stepOut' });
  await settle();
  expect(held.map(released)).toEqual([true, false]);
  expect(gates.map((gate, index) => enter(one, 'b', { execution: `b-${index}` }, undefined, gate).reason)).toEqual(['none', 'step']);
  expect(enter(one, 'outside').reason).toBe('step');
});

test('stepping out lets everything of the invoked run go but what the guard holds', async () => {
  const one = tester('runToBreakpoint', [{ activity: 'a', runbook: 'child' }], true);
  const gate = one.gate.inside('child', 'call');
  const held = (['a', 'a', 'c'] as const).map((activity, index) => enter(one, activity, { execution: `x-${index}`, ...(activity === 'c' ? { risk: 'sends' as const } : {}) }, undefined, gate));
  const deeper = enter(one, 'd', { risk: 'deletes' }, undefined, gate.inside('deep', 'x-9'));
  expect([...held, deeper].map(({ reason }) => reason)).toEqual(['breakpoint', 'breakpoint', 'guard', 'guard']);
  one.command({ type: 'stepOut' });
  await settle();
  expect([...held, deeper].map(released)).toEqual([true, true, false, false]);
});

test('an invocation that was stepped into is not stepped into again after a step out of it, nor after the run went on', () => {
  const again = (then: 'stepOut' | 'continue' | 'nextItem'): string => {
    const one = tester('step');
    enter(one, 'call', { execution: 'call' });
    one.command({ type: 'stepInto' });
    expect(enter(one, 'a', {}, undefined, one.gate.inside('child', 'call')).reason).toBe('step');
    one.command({ type: then });
    return enter(one, 'b', {}, undefined, one.gate.inside('child', 'call')).reason;
  };
  expect([again('stepOut'), again('continue'), again('nextItem')]).toEqual(['none', 'none', 'none']);
});

test('a breakpoint belongs to its runbook', () => {
  const one = tester('runToBreakpoint', [{ activity: 'a', runbook: 'child' }, { activity: 'b' }]);
  const inside = one.gate.inside('child', 'call');
  expect([enter(one, 'a').reason, enter(one, 'b').reason, enter(one, 'a', {}, undefined, inside).reason, enter(one, 'b', {}, undefined, inside).reason]).toEqual(['none', 'breakpoint', 'breakpoint', 'none']);
});

test('a step from a breakpoint inside goes on inside, and after the end of that run outside', () => {
  const one = tester('runToBreakpoint', [{ activity: 'a', runbook: 'child' }]);
  const inside = one.gate.inside('child', 'call');
  expect(enter(one, 'a', {}, undefined, inside).reason).toBe('breakpoint');
  one.command({ type: 'step' });
  expect([enter(one, 'b', {}, undefined, inside).reason, enter(one, 'outside').reason]).toEqual(['step', 'step']);
});

test('stepping out of a run leaves those behind that it invoked, and that were stepped into', () => {
  const one = tester('step');
  enter(one, 'call', { execution: 'call' });
  one.command({ type: 'stepInto' });
  const child = one.gate.inside('child', 'call');
  // Nothing waits for the deeper run: the child goes on beside it.
  enter(one, 'deep', { execution: 'deep' }, undefined, child);
  one.command({ type: 'stepInto' });
  const deeper = child.inside('deep', 'deep');
  enter(one, 'next', {}, undefined, child);
  one.command({ type: 'stepOut' });
  expect([enter(one, 'x', {}, undefined, deeper).reason, enter(one, 'y', {}, undefined, child).reason, enter(one, 'outside').reason]).toEqual(['none', 'none', 'step']);
});

test('after continue nothing is stepped through any more that was before, when steps begin again elsewhere', async () => {
  const one = tester('step', at('later'));
  enter(one, 'call', { execution: 'call' });
  one.command({ type: 'stepInto' });
  const child = one.gate.inside('child', 'call');
  enter(one, 'a', {}, undefined, child);
  one.command({ type: 'continue' });
  expect(enter(one, 'later').reason).toBe('breakpoint');
  one.command({ type: 'step' });
  // The same execution invokes again, in its next attempt; and the run that was stepped through goes on beside.
  expect([enter(one, 'b', {}, undefined, child).reason, enter(one, 'b', {}, undefined, one.gate.inside('child', 'call')).reason, enter(one, 'outside').reason]).toEqual(['none', 'none', 'step']);
});

test('the tested runbook has its breakpoints, and what was allowed, in runs of it that are invoked as well', async () => {
  const one = createDebugger({ mode: 'runToBreakpoint', runbook: 'own', breakpoints: at('a'), guard: true });
  const inside = one.gate.inside('own', 'call');
  expect(enter(one, 'a', {}, undefined, inside).reason).toBe('breakpoint');
  enter(one, 'send', { risk: 'sends', execution: 's' });
  one.command({ type: 'allow', execution: 's' });
  expect(enter(one, 'send', { risk: 'sends' }, undefined, inside).reason).toBe('none');
});
