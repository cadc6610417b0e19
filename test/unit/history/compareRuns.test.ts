import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../../../shared/engine/runView.ts';
import { compareRuns } from '../../../shared/history/compareRuns.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { perform } from '../../scenarios/perform.ts';
import { recordedError, recordedEvents } from '../../fixtures/recordedRuns.ts';

const viewOf = (events: readonly RunEvent[]): RunView => events.reduce(foldRunEvent, emptyRunView);
const changed = (change: (event: RunEvent) => RunEvent): RunView => viewOf(recordedEvents('success').map(change));

test('a run compared with itself differs nowhere', () => {
  expect(compareRuns(viewOf(recordedEvents('failed')), viewOf(recordedEvents('failed'))).map(({ name, differs }) => [name, differs])).toEqual([
    ['Find unread mail', false],
    ['Reply', false],
  ]);
});

test('activities that differ come first, with outcome, counts and error of both sides', () => {
  const [first, second] = compareRuns(viewOf(recordedEvents('success')), viewOf(recordedEvents('failed')));
  expect(first).toMatchObject({ key: 'reply', differs: true, left: { state: 'success', failed: 0, durationMs: 160 }, right: { state: 'failed', failed: 1, durationMs: 110, error: recordedError.what } });
  expect(second).toMatchObject({ key: 'find', differs: false });
});

test('durations alone are no difference', () => {
  const slow = changed((event) => (event.type === 'activityFinished' ? { ...event, durationMs: 9_000 } : event));
  expect(compareRuns(viewOf(recordedEvents('success')), slow).some(({ differs }) => differs)).toBe(false);
});

test('inputs that differ are named with the run of the activity they belong to', () => {
  const other = changed((event) => (event.type === 'inputResolved' && event.execution === 'e3' ? { ...event, inputs: [{ key: 'itemId', label: 'Item ID', design: '{{find.ID}}', value: 'id-9' }] } : event));
  expect(compareRuns(viewOf(recordedEvents('success')), other)[0]).toMatchObject({ key: 'reply', inputs: [{ execution: 2, label: 'Item ID', left: 'id-2', right: 'id-9' }] });
});

test('rows are compared without regard to their order', () => {
  const swapped = changed((event) => (event.type === 'activityPublished' ? { ...event, values: event.row === 1 ? { Subject: 'VPN', ID: 'id-2' } : { ID: 'id-1', Subject: 'Printer <on> fire' } } : event));
  expect(compareRuns(viewOf(recordedEvents('success')), swapped).some(({ differs }) => differs)).toBe(false);
  const other = changed((event) => (event.type === 'activityPublished' && event.row === 2 ? { ...event, values: { ID: 'id-2', Subject: 'VPN is back' } } : event));
  expect(compareRuns(viewOf(recordedEvents('success')), other)[0]?.rows).toEqual({ left: [{ ID: 'id-2', Subject: 'VPN' }], right: [{ ID: 'id-2', Subject: 'VPN is back' }], more: 0 });
});

test('a row that comes twice on one side differs once', () => {
  const twice = changed((event) => (event.type === 'activityPublished' ? { ...event, values: { Subject: 'VPN' } } : event));
  const once = changed((event) => (event.type === 'activityPublished' ? { ...event, values: { Subject: event.row === 1 ? 'VPN' : 'Printer' } } : event));
  expect(compareRuns(twice, once)[0]?.rows).toEqual({ left: [{ Subject: 'VPN' }], right: [{ Subject: 'Printer' }], more: 0 });
});

test('an activity that only one run reached has one side', () => {
  const short = viewOf(recordedEvents('success').slice(0, 7));
  const reply = compareRuns(short, viewOf(recordedEvents('success'))).find(({ key }) => key === 'reply');
  expect(reply).toMatchObject({ differs: true, right: { executions: 2 } });
  expect(reply).not.toHaveProperty('left');
});

describe('runs that were invoked', () => {
  const child = runbook({ name: 'Child', activities: { start: { type: 'control.initializeData', name: 'Start', properties: { parameters: [{ name: 'Word' }] } }, two: { type: 'test.wait', name: 'Two', properties: { text: '{{start.Word}}' } } }, links: [{ from: 'start', to: 'two' }] });
  const middle = runbook({ name: 'Middle', activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'child', 'parameter.Word': '{{variables.Word}}' } } } });
  const parent = (values = 'a, b'): Runbook =>
    runbook({ order: 'item by item', activities: { rows: { type: 'test.rows', name: 'Rows', properties: { values } }, call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'middle' } } }, links: [{ from: 'rows', to: 'call' }] });
  const ran = async (word: string, book = parent()): Promise<RunView> => viewOf((await perform({ runbook: book, runbooks: { child, middle }, variables: { Word: word } })).events);

  test('are no difference by their identifiers, and are compared at every depth, each with the one at its place', async () => {
    expect(compareRuns(await ran('x'), await ran('x')).some(({ differs }) => differs)).toBe(false);
    const [call] = compareRuns(await ran('x'), await ran('y'));
    expect(call).toMatchObject({ key: 'call', differs: true, rows: { left: [], right: [] }, moreInvoked: 0 });
    expect(call?.invoked.map(({ number, of, runbook: name, left, right }) => [number, of, name, left, right])).toEqual([[1, 2, 'Middle', 'success', 'success'], [2, 2, 'Middle', 'success', 'success']]);
    const [inside] = call?.invoked[0]?.activities ?? [];
    expect(inside?.inputs).toEqual([{ execution: 1, label: 'Word', left: 'x', right: 'y' }]);
    expect(inside?.invoked[0]?.activities.map(({ name }) => name)).toEqual(['Start', 'Two']);
    expect(inside?.invoked[0]?.activities[1]?.inputs).toEqual([{ execution: 1, label: 'Text', left: 'x', right: 'y' }]);
  });

  test('count as a difference where only one side has them', async () => {
    const [call] = compareRuns(await ran('x', parent('a')), await ran('x')).filter(({ key }) => key === 'call');
    expect(call?.invoked).toMatchObject([{ number: 2, of: 2, runbook: 'Middle', right: 'success' }]);
    expect(call?.invoked[0]).not.toHaveProperty('left');
  });

  test('differ by how they ended, and by which runbook it was, though no activity tells', async () => {
    const view = await ran('x', parent('a'));
    const call = view.executions.values.toArray().find(({ activity }) => activity === 'call') ?? expect.fail();
    const [child] = call.children;
    const withChild = (change: Partial<RunView>): RunView => ({ ...view, executions: view.executions.set(call.execution, { ...call, children: child === undefined ? [] : [{ ...child, ...change }] }) });
    expect(compareRuns(view, withChild({ status: 'cancelled' }))[0]?.invoked).toMatchObject([{ left: 'success', right: 'cancelled', activities: [] }]);
    expect(compareRuns(view, withChild({ runbook: 'Another' }))[0]?.invoked).toMatchObject([{ runbook: 'Another', activities: [] }]);
  });

  test('are listed up to a number, and counted beyond it', async () => {
    const many = parent(Array.from({ length: 53 }, (_, index) => String(index)).join(','));
    const [call] = compareRuns(await ran('x', many), await ran('y', many));
    expect([call?.invoked.length, call?.moreInvoked]).toEqual([50, 3]);
  });
});
