import { expect, test } from 'vitest';
import { defineActivity } from '../../../shared/activities/defineActivity.ts';
import { commonData } from '../../../shared/activities/commonData.ts';
import { registryOf } from '../../../shared/activities/registry.ts';
import { commonOf } from '../../../shared/engine/commonOf.ts';
import { createDebugger } from '../../../shared/engine/debugger.ts';
import { innermost, type RunEvent } from '../../../shared/engine/events.ts';
import { whoOf } from '../../../shared/engine/logLine.ts';
import type { Gate, RunPorts } from '../../../shared/engine/ports.ts';
import { executionAt } from '../../../shared/engine/runTree.ts';
import { run } from '../../../shared/engine/run.ts';
import { emptyRunView, foldRunEvent } from '../../../shared/engine/runView.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { integer, text } from '../../../shared/fields/field.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { virtualComputer } from '../../fixtures/virtualComputer.ts';
import { VirtualClock } from '../../fixtures/virtualClock.ts';
import { perform } from '../../scenarios/perform.ts';

let made = 0;
const counter = defineActivity({
  type: 'test.count',
  version: 1,
  title: 'Count',
  category: 'Test',
  icon: 'start',
  summary: 'Publishes many rows.',
  connection: 'none',
  effect: 'none',
  properties: { count: integer({ label: 'Count', required: true, help: 'How many.' }) },
  publishes: { number: integer({ label: 'Number', required: true, help: 'Which one.' }) },
  async *run({ properties, progress }) {
    made += 1;
    for (let number = 1; number <= properties.count; number += 1) {
      progress(number, properties.count, 'rows');
      yield { own: { number } };
    }
  },
});

const broken = defineActivity({
  ...counter,
  type: 'test.broken',
  title: 'Broken',
  properties: {},
  run: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new TypeError('x is undefined')) }) }),
});
const warned = defineActivity({
  ...counter,
  type: 'test.warned',
  title: 'Warned',
  properties: {},
  *run({ warn }) {
    warn('Slow.');
    yield { own: { number: 1 } };
  },
});
const echo = defineActivity({
  ...counter,
  type: 'test.echo',
  title: 'Echo',
  properties: { text: text({ label: 'Text', required: false, help: 'Anything.' }) },
  *run() {
    yield { own: { number: 1 } };
  },
});
const registry = registryOf([counter, broken, warned, echo]);

/** The code of the error that work throws. */
function attempt(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.data.code : String(thrown);
  }
}

function start(book: ReturnType<typeof runbook>, gate: Gate = createDebugger({ mode: 'run', breakpoints: [], guard: false }).gate): AsyncGenerator<RunEvent, void> {
  let ids = 0;
  const ports: RunPorts = {
    clock: new VirtualClock(),
    ids: { next: (kind) => `${kind}-${(ids += 1)}` },
    variables: { value: async () => undefined },
    computer: virtualComputer({}, []),
    host: { serverName: 'TESTHOST', processId: 1 },
    exchange: () => Promise.reject(new Error('not used')),
  };
  const setup = { runId: 'run-1', registry, connection: () => undefined, runbooks: [], startedBy: 'test' as const, input: {} };
  return run(book, setup, ports, { signal: new AbortController().signal, gate });
}

const chain = runbook({
  activities: {
    first: { type: 'test.count', name: 'First', properties: { count: '5000' } },
    second: { type: 'test.count', name: 'Second', properties: { count: '1' } },
  },
  links: [{ from: 'first', to: 'second' }],
});

test('a reader that is slow slows the run down: it does not run ahead', async () => {
  made = 0;
  const events = start(chain);
  for (let count = 0; count < 20; count += 1) await events.next();
  await new Promise((resolve) => setImmediate(resolve));
  expect(made).toBe(1);
  await events.return();
});

test('a reader that goes away stops the run', async () => {
  made = 0;
  for await (const event of start(chain)) if (event.type === 'activityFinished') break;
  const before = made;
  await new Promise((resolve) => setImmediate(resolve));
  expect(made).toBe(before);
  expect(made).toBeLessThan(5000);
});

test('progress is told now and then, not for every row', { timeout: 60_000 }, async () => {
  const progress: RunEvent[] = [];
  for await (const event of start(chain)) if (event.type === 'activityProgress') progress.push(event);
  expect(progress.filter((event) => 'activity' in event && event.activity === 'first')).toHaveLength(1);
});

test('a defect of a handler fails its activity with a report, and the run goes on to its end', async () => {
  const { events } = await perform({ registry, runbook: runbook({ activities: { bad: { type: 'test.broken', name: 'Bad' } } }) });
  const finished = events.find((event) => event.type === 'activityFinished');
  expect(finished).toMatchObject({ outcome: 'failed', error: { code: 'app.bug', kind: 'bug', where: { activity: 'bad', item: 1 } } });
  expect(events.at(-1)).toMatchObject({ type: 'runFinished', status: 'failed' });
});

test('an activity type that nobody knows fails in words', async () => {
  const { events } = await perform({ registry, runbook: runbook({ activities: { odd: { type: 'exchange.flyToMoon', name: 'Fly' } } }) });
  expect(events.find((event) => event.type === 'activityFinished')).toMatchObject({ outcome: 'failed', error: { code: 'runbook.unknownActivityType' } });
});

test('links in a circle are refused', async () => {
  const circle = runbook({
    activities: { a: { type: 'test.count', name: 'A' }, b: { type: 'test.count', name: 'B' }, c: { type: 'test.count', name: 'C' } },
    links: [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
    ],
  });
  const { events } = await perform({ registry, runbook: circle });
  expect(events.map((event) => event.type)).toEqual(['runStarted', 'runFinished']);
  expect(events.at(-1)).toMatchObject({ status: 'failed', error: { code: 'runbook.cycle', details: { activities: 'B, C' } } });
});

test('common published data says where, when and how an execution ran', async () => {
  const { events } = await perform({
    registry,
    runbook: runbook({ name: 'Facts', activities: { one: { type: 'test.count', name: 'One', properties: { count: '1' } } } }),
  });
  const view = events.reduce(foldRunEvent, emptyRunView);
  const [one] = view.executions.values.toArray();
  expect(one === undefined ? {} : commonOf(view, one)).toMatchObject({
    'Activity ID': 'one',
    'Activity name': 'One',
    'Activity type': 'Count',
    'Activity Process ID': '42',
    'Activity status': 'success',
    'Error summary text': '',
    'Runbook name': 'Facts',
    'Server name': 'TESTHOST',
    'Activity duration': '0',
    'Activity start time in UTC': '2026-11-23T09:00:00.000Z',
    'Activity end time in UTC (weekday)': 'Monday',
    'Activity end time in UTC (hours)': '9',
    'Loop: Enabled': 'False',
  });
});

test('an activity is given the common published data that a person sees of the one before', async () => {
  const labels = Object.values(commonData).map(({ label }) => label);
  const read = Object.fromEntries(labels.map((label, index) => [`item${index}`, { type: 'test.echo', name: label, properties: { text: `{{one.${label}}}` } }]));
  const { events } = await perform({
    registry,
    runbook: runbook({
      activities: { one: { type: 'test.warned', name: 'One', loop: { exit: [{ field: 'Loop: Number of attempts', operator: 'equals', value: '2' }], delaySeconds: 1 } }, ...read },
      links: Object.keys(read).map((to) => ({ from: 'one', to, include: [{ status: ['warning', 'success'] }] })),
    }),
  });
  const view = events.reduce(foldRunEvent, emptyRunView);
  const executions = view.executions.values.toArray();
  const [one] = executions;
  const given = executions.slice(1).map(({ inputs }) => inputs[0]?.value ?? '');
  const common = one === undefined ? undefined : commonOf(view, one);
  expect(labels.map((label) => common?.[label] ?? '')).toEqual(given);
  expect(common).toMatchObject({ 'Error summary text': 'Slow.', 'Activity duration': '1', 'Loop: Number of attempts': '2' });
});

test('an activity that is disabled says of itself that it succeeded, at once and without an error', async () => {
  const { events } = await perform({
    registry,
    runbook: runbook({ activities: { one: { type: 'test.count', name: 'One', disabled: true }, two: { type: 'test.echo', name: 'Two', properties: { text: '{{one.Activity status}} {{one.Error summary text}}' } } }, links: [{ from: 'one', to: 'two' }] }),
  });
  const view = events.reduce(foldRunEvent, emptyRunView);
  const [one, two] = view.executions.values.toArray();
  expect(one === undefined ? undefined : commonOf(view, one)).toMatchObject({ 'Activity status': 'success', 'Error summary text': '', 'Activity duration': '0', 'Activity start time in UTC': '2026-11-23T09:00:00.000Z' });
  expect(two?.inputs[0]?.value).toBe('success ');
});

test('a run that keeps only what is read says so to whoever asks for more', async () => {
  const asked: unknown[] = [];
  const gate: Gate = {
    asksForAll: false,
    enter: (step) => {
      if (step.activity === 'two') asked.push(step.worked('{{one.Number}}').value, attempt(() => step.worked('{{one.Activity status}}')));
      return { pause: false, skip: false };
    },
    inside: () => gate,
  };
  const book = runbook({ activities: { one: { type: 'test.count', name: 'One', properties: { count: '1' } }, two: { type: 'test.echo', name: 'Two', properties: { text: '{{one.Number}}' } } }, links: [{ from: 'one', to: 'two' }] });
  for await (const event of start(book, gate)) expect(event.type).not.toBe('paused');
  expect(asked).toEqual(['1', 'runbook.valueNotKept']);
});

test('many branches side by side leave no warning about listeners', async () => {
  const warnings: string[] = [];
  const note = (warning: Error): void => void warnings.push(warning.message);
  process.on('warning', note);
  const names = Array.from({ length: 40 }, (_, index) => `w${index}`);
  const wide = runbook({
    activities: { start: { type: 'test.wait', name: 'Start' }, ...Object.fromEntries(names.map((name) => [name, { type: 'test.wait', name, properties: { seconds: '1' } }])) },
    links: names.map((name) => ({ from: 'start', to: name })),
  });
  const { events } = await perform({ runbook: wide });
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(events.at(-1)).toMatchObject({ type: 'runFinished', status: 'success', durationMs: 1000 });
  expect(warnings).toEqual([]);
});

test('a runbook that invokes itself without end is stopped, and told by the chain that led there', async () => {
  const call = (name: string): Runbook => runbook({ name, activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'again' } } } });
  const { events } = await perform({ runbook: call('Outer'), runbooks: { again: call('Again') } });
  const deepest = events.map(innermost).find((event) => event.type === 'activityFinished');
  expect(deepest).toMatchObject({ outcome: 'failed', error: { code: 'runbook.invokedTooDeep', why: expect.stringContaining('Outer > Again > Again > …') } });
  expect(events.at(-1)).toMatchObject({ type: 'runFinished', status: 'failed' });
});

test('the view nests the runs of invoked runbooks, and the log says whose line it is', async () => {
  const child = runbook({ name: 'Child', returns: [{ name: 'Word' }], activities: { back: { type: 'control.returnData', name: 'Back', properties: { Word: 'x' } } } });
  const middle = runbook({ name: 'Middle', activities: { call: { type: 'control.invokeRunbook', name: 'Go on', properties: { runbook: 'child' } } } });
  const outer = runbook({ activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'middle' } } } });
  const { events } = await perform({ runbook: outer, runbooks: { middle, child } });
  const view = events.reduce(foldRunEvent, emptyRunView);
  const [called] = view.executions.values.toArray();
  expect(called?.children).toMatchObject([{ runbook: 'Middle', status: 'success' }]);
  const inner = called?.children[0]?.executions.values.at(0)?.children[0];
  expect(inner).toMatchObject({ runbook: 'Child', status: 'success' });
  expect(inner?.returned.toArray()).toEqual([{ Word: 'x' }]);
  const nested = view.log.toArray().filter(({ depth }) => depth === 2);
  const [call, inside] = [called?.execution ?? '', called?.children[0]?.executions.values.at(0)?.execution ?? ''];
  const back = inner?.executions.values.at(0)?.execution ?? '';
  expect(nested.map((line) => [whoOf(line, view.names), line.text, line.execution])).toEqual([
    ['    Child', 'Run of Child started', `${call}/${inside}`],
    ['    Back', 'Started', `${call}/${inside}/${back}`],
    ['    Back', 'Returned a row of data', `${call}/${inside}/${back}`],
    ['    Back', 'Finished: success, 1 row', `${call}/${inside}/${back}`],
    ['    Child', 'Run finished: success after 0 ms', `${call}/${inside}`],
  ]);
  expect(executionAt(view, `${call}/${inside}/${back}`)).toMatchObject({ execution: { activity: 'back' }, view: { runbook: 'Child' }, outermost: { activity: 'call' } });
  expect(executionAt(view, `${call}/none`)).toBeUndefined();
});
