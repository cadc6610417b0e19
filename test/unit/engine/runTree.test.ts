import { expect, test } from 'vitest';
import { innermost, type RunEvent } from '../../../shared/engine/events.ts';
import { executionAt, invokedAt, invokedOnTheWay } from '../../../shared/engine/runTree.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../../../shared/engine/runView.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { perform } from '../../scenarios/perform.ts';

const fold = (events: readonly RunEvent[]): RunView => events.reduce(foldRunEvent, emptyRunView);
const child = runbook({
  name: 'Child',
  activities: { start: { type: 'test.wait', name: 'Start' }, soon: { type: 'test.wait', name: 'Soon' }, late: { type: 'test.wait', name: 'Late' } },
  links: [{ from: 'start', to: 'soon' }, { from: 'start', to: 'late', delaySeconds: 2 }],
});

test('of the runs that one execution invoked, the way leads into the right one', async () => {
  const loop = { delaySeconds: 1, exit: [{ field: 'Loop: Number of attempts', operator: 'isGreaterThanOrEqualTo', value: '3' }] };
  const view = fold((await perform({ runbook: runbook({ activities: { call: { type: 'control.invokeRunbook', name: 'Call', loop, properties: { runbook: 'child' } } } }), runbooks: { child } })).events);
  const call = view.executions.values.at(0) ?? expect.fail();
  expect(call.children).toHaveLength(3);
  for (const one of call.children) {
    const path = `${call.execution}/${one.executions.values.at(0)?.execution}`;
    expect(executionAt(view, path)?.view).toBe(one);
    expect(invokedOnTheWay(view, path)).toEqual([{ invoker: call.execution, view: one }]);
    expect(invokedAt(view, call.execution, one.run)).toBe(one);
  }
  expect([executionAt(view, `${call.execution}/gone`), invokedAt(view, 'gone', 'gone'), invokedOnTheWay(view, call.execution)]).toEqual([undefined, undefined, []]);
});

test('what waits stands in the order in which it began to wait, inside and outside of invoked runs', async () => {
  const outer = runbook({
    activities: { begin: { type: 'test.wait', name: 'Begin' }, call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'child' } }, beside: { type: 'test.wait', name: 'Beside' } },
    links: [{ from: 'begin', to: 'call' }, { from: 'begin', to: 'beside', delaySeconds: 1 }],
  });
  const breakpoints = [{ activity: 'soon', runbook: 'child' }, { activity: 'late', runbook: 'child' }, { activity: 'beside' }];
  const { events } = await perform({ runbook: outer, runbooks: { child }, mode: 'runToBreakpoint', breakpoints, whenHeld: [] });
  const last = events.findLastIndex((event) => innermost(event).type === 'paused');
  const view = fold(events.slice(0, last + 1));
  expect(view.paused.map((path) => executionAt(view, path)?.execution.activity)).toEqual(['soon', 'beside', 'late']);
});
