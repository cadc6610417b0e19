import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeClient, type FakeAnswers } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { followRun } from '../../../renderer/commands/followRun.ts';
import { showInvokedBy, showInvoker } from '../../../renderer/commands/invokedRuns.ts';
import { runCommands } from '../../../renderer/commands/runCommands.ts';
import { confirmThenLaunch, launch } from '../../../renderer/commands/startRun.ts';
import { setBreakpoint } from '../../../renderer/commands/testerMarks.ts';
import { cardName, cardsOf } from '../../../renderer/features/designer/cardModel.ts';
import { invokedBy } from '../../../renderer/stores/invokedTest.ts';
import { currentRunbook } from '../../../renderer/stores/current.ts';
import { isActive, type TestRun } from '../../../renderer/stores/testRun.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import { activities } from '../../../shared/activities/registry.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import type { PlacedBreakpoint } from '../../../shared/engine/breakpoint.ts';
import type { RunMode } from '../../../shared/engine/debugCommand.ts';
import { emptyRunView, foldRunEvent } from '../../../shared/engine/runView.ts';
import { noMarks } from '../../../shared/engine/testerMarks.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { testRegistry } from '../../fixtures/testActivities.ts';
import { VirtualClock } from '../../fixtures/virtualClock.ts';
import { perform, type Command } from '../../scenarios/perform.ts';

const file = runbook({ name: 'File', activities: { move: { type: 'test.wait', name: 'Move' } } });
const answer = runbook({
  name: 'Answer',
  activities: { take: { type: 'test.wait', name: 'Take' }, file: { type: 'control.invokeRunbook', name: 'File it', properties: { runbook: 'file' } } },
  links: [{ from: 'take', to: 'file' }],
});
const triage = runbook({
  name: 'Triage',
  order: 'item by item',
  activities: {
    find: { type: 'test.rows', name: 'Find', properties: { values: 'a, b' } },
    call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'answer' } },
    tell: { type: 'test.wait', name: 'Tell' },
  },
  links: [{ from: 'find', to: 'call' }, { from: 'call', to: 'tell' }],
});
const registry = testRegistry(new VirtualClock());

type Sent = NonNullable<NonNullable<FakeAnswers['runs']>['command']>;

interface Testing {
  readonly stores: Stores;
  readonly command: ReturnType<typeof vi.fn<Sent>>;
  readonly requests: readonly RunRequest[];
  readonly cancelled: () => boolean;
  /** Lets the test go on up to the event that says this, in the notation of scenarios without the order. */
  upTo(count: (event: RunEvent) => boolean): void;
  run(key: string): TestRun;
}

async function testing(given: { readonly runbook?: Runbook; readonly runbooks?: Readonly<Record<string, Runbook>>; readonly mode?: RunMode; readonly breakpoints?: readonly PlacedBreakpoint[]; readonly commands: readonly Command[]; readonly before?: (stores: Stores) => Promise<void> }): Promise<Testing> {
  const { events } = await perform({ runbook: triage, runbooks: { answer, file }, mode: 'runToBreakpoint', ...given });
  const left = [...events];
  const stream = scriptedStream<RunRequest, RunEvent>();
  const command = vi.fn<Sent>(() => Promise.resolve({ ok: true, value: undefined }));
  const requests: RunRequest[] = [];
  let cancelled = false;
  const start: typeof stream.open = (request, listener) => {
    requests.push(request);
    const handle = stream.open(request, listener);
    return { ...handle, cancel: () => void (cancelled = true) };
  };
  const stores = createStores(createFakeClient({ runs: { start, command } }, { runbooks: { triage, answer, file } }));
  await stores.editor.getState().load('triage');
  stores.layout.getState().openTab({ kind: 'runbook', key: 'triage' });
  followRun(stores, 'triage');
  await given.before?.(stores);
  launch(stores, 'triage', { mode: given.mode ?? 'runToBreakpoint', input: {}, guard: true, onDemo: false });
  return {
    stores,
    command,
    requests,
    cancelled: () => cancelled,
    upTo(wanted) {
      const at = left.findIndex(wanted);
      if (at < 0) expect.fail('Nothing like it happens any more.');
      stream.emit(...left.splice(0, at + 1));
    },
    run: (key) => stores.runs.getState().runs[key] ?? expect.fail(`${key} shows no run`),
  };
}

const inner = (event: RunEvent): RunEvent => (event.type === 'childEvent' ? inner(event.event) : event);
const pausedAt = (activity: string) => (event: RunEvent): boolean => {
  const one = inner(event);
  return one.type === 'paused' && one.activity === activity;
};
const front = (stores: Stores): string | undefined => currentRunbook(stores.layout.getState());

describe('a test that waits in an invoked runbook', () => {
  const breakpoints = [{ activity: 'take', runbook: 'answer' }, { activity: 'move', runbook: 'file' }];
  const go = (activity: string): Command => ({ after: activity, do: 'continue' });
  let one: Testing;
  beforeEach(async () => {
    one = await testing({ breakpoints, commands: [go('  call: paused take'), go('  call:   file: paused move'), go('  call: paused take'), go('  call:   file: paused move')] });
    one.upTo(pausedAt('take'));
  });

  it('says so on the card of the activity that invoked it, and which run it is', async () => {
    const card = (key: string) => {
      const { document, view } = one.run(key);
      return cardsOf({ document, registry, connections: [], problems: [], marks: noMarks, links: [], run: { document, view } });
    };
    const [, call, tell] = card('triage');
    expect([call?.state, call?.invoked, call?.fact, tell?.invoked]).toEqual(['paused', 'waits', 'Runbook waits · 0 of 2 runs', '']);
    expect(call === undefined ? '' : cardName(call)).toContain('its runbook waits');
    one.upTo((event) => inner(event).type === 'resumed');
    expect(card('triage')[1]).toMatchObject({ state: 'running', invoked: 'runs', fact: 'Runbook runs · 0 of 2 runs' });
    one.upTo(pausedAt('move'));
    await showInvokedBy(one.stores, 'triage', 'call');
    expect(card('answer')[1]).toMatchObject({ state: 'paused', invoked: 'waits' });
    one.upTo((event) => event.type === 'activityFinished' && event.activity === 'call');
    expect(card('triage')[1]?.invoked).toBe('ended');
  });

  it('stays in its tab, and is shown in that of the invoked runbook, with the activity that waits', async () => {
    expect([front(one.stores), one.stores.runs.getState().runs.answer]).toEqual(['triage', undefined]);
    await showInvokedBy(one.stores, 'triage', 'call');
    expect(front(one.stores)).toBe('answer');
    expect(one.stores.editor.getState().open.answer?.selection.activities).toEqual(['take']);
    const { view } = one.run('answer');
    expect(view).toMatchObject({ status: 'paused', runbook: 'Answer' });
    expect(one.stores.runs.getState().executions.answer).toBe(view.pausedAt);
    one.upTo(pausedAt('move'));
    // Two levels in; back goes level by level.
    await showInvokedBy(one.stores, 'answer', 'file');
    expect([front(one.stores), one.run('file').view.runbook]).toEqual(['file', 'File']);
    await showInvoker(one.stores, 'file');
    expect([front(one.stores), one.stores.editor.getState().open.answer?.selection.activities]).toEqual(['answer', ['file']]);
    await showInvoker(one.stores, 'answer');
    expect([front(one.stores), one.stores.editor.getState().open.triage?.selection.activities]).toEqual(['triage', ['call']]);
    // The console of the tested runbook opens what waits.
    expect(one.stores.runs.getState().executions.triage).toBe(one.run('triage').view.pausedAt);
  });

  it('is told as a whole what to do, from whichever tab', async () => {
    await showInvokedBy(one.stores, 'triage', 'call');
    const commands = runCommands(one.stores, registry);
    const enabled = (id: keyof typeof commands): boolean => commands[id]?.enabled() === true;
    expect((['run.test', 'run.step', 'run.stepInto', 'run.stepOut', 'run.stop', 'run.showInvoker', 'run.pause'] as const).map(enabled)).toEqual([true, true, true, true, true, true, false]);
    const waiting = one.run('answer').view.pausedAt;
    for (const id of ['run.test', 'run.stepInto', 'run.stepOut', 'run.nextItem', 'run.skipItem'] as const) commands[id]?.run();
    expect(one.command.mock.calls.map(([sent]) => sent.command)).toEqual([{ type: 'continue' }, { type: 'stepInto' }, { type: 'stepOut' }, { type: 'nextItem' }, { type: 'skip', execution: waiting, what: 'item', all: false }]);
    expect(new Set(one.command.mock.calls.map(([sent]) => sent.run))).toEqual(new Set([one.run('triage').view.run]));
    expect(one.requests).toHaveLength(1);
    commands['run.stop']?.run();
    expect([one.cancelled(), one.run('answer').stopping, one.run('triage').stopping]).toEqual([true, true, true]);
  });

  it('goes on in the tab: with the run that waits next, and to its end', async () => {
    await showInvokedBy(one.stores, 'triage', 'call');
    const first = one.run('answer').view.run;
    one.upTo((event) => event.type === 'activityFinished' && event.activity === 'call');
    expect(one.run('answer').view).toMatchObject({ run: first, status: 'success' });
    // It has ended, but the test goes on: a test of its own cannot begin.
    expect(isActive(one.run('answer'))).toBe(true);
    one.upTo(pausedAt('take'));
    expect(one.run('answer').view.run).not.toBe(first);
    expect(one.run('answer').view.status).toBe('paused');
    one.upTo((event) => event.type === 'runFinished');
    expect([one.run('answer').view.status, isActive(one.run('answer'))]).toEqual(['success', false]);
  });

  it('leaves a test of the invoked runbook alone that goes on by itself', async () => {
    await one.stores.editor.getState().load('answer');
    launch(one.stores, 'answer', { mode: 'run', input: {}, guard: true, onDemo: false });
    await showInvokedBy(one.stores, 'triage', 'call');
    expect(one.run('answer').within).toBeUndefined();
    expect(one.stores.app.getState().notice?.text).toBe('Answer is being tested itself. Its tab shows that test.');
  });

  it('hears of every breakpoint, with its runbook where that is another one, once', async () => {
    await showInvokedBy(one.stores, 'triage', 'call');
    setBreakpoint(one.stores, 'answer', { activity: 'file' });
    setBreakpoint(one.stores, 'triage', { activity: 'tell' });
    expect(one.command.mock.calls.map(([sent]) => sent)).toEqual([
      { run: one.run('triage').view.run, command: { type: 'setBreakpoints', breakpoints: [{ activity: 'file', runbook: 'answer' }] } },
      { run: one.run('triage').view.run, command: { type: 'setBreakpoints', breakpoints: [{ activity: 'file', runbook: 'answer' }, { activity: 'tell' }] } },
    ]);
  });

  it('is tested as it stands in the window, and its results lie on what ran', async () => {
    await showInvokedBy(one.stores, 'triage', 'call');
    expect(one.requests[0]?.unsaved).toEqual({});
    const ran = one.stores.editor.getState().open.answer?.document;
    one.stores.editor.getState().edit('answer', (before) => ({ ...before, description: 'Changed' }));
    one.upTo((event) => event.type === 'runFinished');
    expect(one.run('answer').document).toBe(ran);
    launch(one.stores, 'triage', { mode: 'run', input: {}, guard: true, onDemo: false });
    const changed = one.stores.editor.getState().open.answer?.document;
    expect(one.requests[1]?.unsaved).toEqual({ answer: changed });
    expect(changed?.description).toBe('Changed');
  });
});

it('its results lie on the document that ran: the unsaved one, or the saved one that was changed since', async () => {
  const commands = [{ after: '  call: paused take', do: { setBreakpoints: [] } }, { after: '  call: paused take', do: 'continue' }] as const;
  const change = async ({ editor }: Stores): Promise<Runbook | undefined> => {
    await editor.getState().load('answer');
    editor.getState().edit('answer', (before) => ({ ...before, description: 'Changed' }));
    return editor.getState().open.answer?.document;
  };
  const breakpoints = [{ activity: 'take', runbook: 'answer' }];
  const after = await testing({ breakpoints, commands });
  after.upTo(pausedAt('take'));
  await change(after.stores);
  await showInvokedBy(after.stores, 'triage', 'call');
  expect(after.run('answer').document).toBe(after.stores.editor.getState().open.answer?.saved);
  let unsaved: Runbook | undefined;
  const before = await testing({ breakpoints, commands, before: async (stores) => void (unsaved = await change(stores)) });
  before.upTo(pausedAt('take'));
  before.stores.editor.getState().edit('answer', (now) => ({ ...now, description: 'Again' }));
  await showInvokedBy(before.stores, 'triage', 'call');
  expect(before.run('answer').document).toBe(unsaved);
});

it('of a runbook that invoked itself on the way, the innermost run that waits is shown', async () => {
  const itself = runbook({ ...answer, activities: { ...answer.activities, file: { type: 'control.invokeRunbook', name: 'File it', properties: { runbook: 'answer' } } } });
  const one = await testing({ runbooks: { answer: itself }, breakpoints: [{ activity: 'take', runbook: 'answer' }], commands: [{ after: '  call: paused take', do: 'continue' }, { after: '  call:   file: paused take', do: 'stop' }] });
  one.upTo(pausedAt('take'));
  await showInvokedBy(one.stores, 'triage', 'call');
  const outer = one.run('answer').view.run;
  one.upTo(pausedAt('take'));
  const { view, within } = one.run('answer');
  expect([view.run === outer, view.executions.get(view.pausedAt ?? '')?.activity, within?.invoker.split('/').length]).toEqual([false, 'take', 2]);
});

it('the run of an activity that is far from its last execution is found', async () => {
  const many = runbook({ ...triage, order: 'activity by activity', activities: { ...triage.activities, find: { type: 'test.rows', name: 'Find', properties: { values: Array.from({ length: 60 }, (_, index) => String(index)).join(',') } } } });
  const { events } = await perform({ runbook: many, runbooks: { answer, file } });
  const upTo = events.findIndex((event) => event.type === 'childEvent' && event.event.type === 'activityStarted');
  const view = events.slice(0, upTo + 1).reduce(foldRunEvent, emptyRunView);
  expect(view.activities.call?.executions.length).toBe(60);
  expect(invokedBy(view, 'call')?.view.runbook).toBe('Answer');
});

it('a step into an invoked runbook is followed to its tab, and out of it again', async () => {
  const one = await testing({ mode: 'step', commands: [{ after: 'paused find', do: 'step' }, { after: 'paused call 1', do: 'stepInto' }, { after: '  call: paused take', do: 'stepOut' }, { after: 'paused tell', do: 'continue' }] });
  const followed = followRun(one.stores, 'answer');
  one.upTo(pausedAt('find'));
  one.upTo(pausedAt('call'));
  expect(front(one.stores)).toBe('triage');
  one.upTo(pausedAt('take'));
  await vi.waitFor(() => expect([front(one.stores), one.stores.editor.getState().open.answer?.selection.activities]).toEqual(['answer', ['take']]));
  one.upTo(pausedAt('tell'));
  await vi.waitFor(() => expect([front(one.stores), one.stores.editor.getState().open.triage?.selection.activities]).toEqual(['triage', ['tell']]));
  followed();
});

it('a run of the tested runbook that was invoked in its own test is shown in the console of its one tab', async () => {
  const again = runbook({ ...triage, activities: { ...triage.activities, call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'triage' } } } });
  const one = await testing({ runbook: again, runbooks: { triage: answer, file }, breakpoints: [{ activity: 'take', runbook: 'triage' }], commands: [{ after: '  call: paused take', do: { setBreakpoints: [] } }, { after: '  call: paused take', do: 'continue' }] });
  one.upTo(pausedAt('take'));
  one.stores.runs.getState().selectExecution('triage', undefined);
  await showInvokedBy(one.stores, 'triage', 'call');
  const { view, within } = one.run('triage');
  expect([front(one.stores), within, one.stores.runs.getState().executions.triage]).toEqual(['triage', undefined, view.pausedAt]);
});

it('what an invoked runbook would do is asked about as it would run: with its unsaved changes', async () => {
  const contoso = { key: 'contoso', secret: { stored: true, where: 'keychain', store: 'Secret Service' }, connection: Connection.parse({ name: 'Contoso', type: 'Exchange Configuration', username: 'helpdesk@contoso.com' }) } as const;
  const quiet = runbook({ name: 'Answer', activities: { take: { type: 'control.initializeData', name: 'Take' } } });
  const outer = runbook({ name: 'Triage', activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'answer' } } } });
  const stores = createStores(createFakeClient({}, { runbooks: { triage: outer, answer: quiet }, connections: [contoso] }));
  await Promise.all([stores.connections.getState().load(), stores.editor.getState().load('triage'), stores.editor.getState().load('answer')]);
  const plan = { mode: 'run', input: {}, guard: true, onDemo: false } as const;
  stores.editor.getState().edit('answer', (before) => runbook({ ...before, activities: { remove: { type: 'exchange.deleteItem', name: 'Remove', connection: 'contoso' } } }));
  confirmThenLaunch(stores, activities, 'triage', plan);
  expect(stores.runs.getState().prompt).toMatchObject({ kind: 'confirm', consequences: [{ effect: 'deletes', activities: ['Answer › Remove'], mailboxes: ['helpdesk@contoso.com'] }] });
  stores.runs.getState().ask(undefined);
  stores.editor.getState().undo('answer');
  confirmThenLaunch(stores, activities, 'triage', plan);
  expect(stores.runs.getState().prompt).toBeUndefined();
});
