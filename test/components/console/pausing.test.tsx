import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { launch } from '../../../renderer/commands/startRun.ts';
import { ConsolePanel } from '../../../renderer/features/console/ConsolePanel.tsx';
import type { RunEvent, RunEventBody } from '../../../shared/engine/events.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

const place = { execution: 'execution-2', activity: 'reply', item: 1, items: 2 };
const input = { key: 'bodyPrefix', label: 'Body Prefix', design: 'Re: {{find.Subject}}', value: 'Re: Printer on fire' };
const begun = scriptedEvents().slice(0, 11);

interface Paused extends OpenRunbook {
  readonly stream: ScriptedStream<RunRequest, RunEvent>;
  readonly commands_: unknown[];
  readonly abandoned: string[];
  emit(...bodies: readonly RunEventBody[]): void;
}

async function paused(body: RunEventBody): Promise<Paused> {
  const stream = scriptedStream<RunRequest, RunEvent>();
  const commands_: unknown[] = [];
  const abandoned: string[] = [];
  const ok = Promise.resolve({ ok: true, value: undefined } as const);
  const runs = {
    start: stream.open,
    command: ({ command }: { readonly command: unknown }) => {
      commands_.push(command);
      return ok;
    },
    abandon: ({ run }: { readonly run: string }) => {
      abandoned.push(run);
      return ok;
    },
  };
  const shown = await showOver(triageRunbook, <ConsolePanel />, { runs });
  act(() => launch(shown.stores, 'triage', { mode: 'run', input: {}, guard: true, onDemo: false }));
  let seq = begun.length;
  const emit = (...bodies: readonly RunEventBody[]): void => act(() => stream.emit(...bodies.map((one): RunEvent => ({ ...one, seq: (seq += 1), at: '2026-11-23T10:00:01.000Z', run: 'run-1' }))));
  act(() => stream.emit(...begun));
  emit(body);
  act(() => shown.stores.runs.getState().selectExecution('triage', 'execution-2'));
  return { ...shown, stream, commands_, abandoned, emit };
}

const breakpoint: RunEventBody = { type: 'paused', ...place, reason: 'breakpoint', detail: '"1" equals "1"', inputs: [input] };
const guard: RunEventBody = { type: 'paused', ...place, reason: 'guard', risk: 'sends', inputs: [input] };
const bar = (): HTMLElement => screen.getByRole('group', { name: 'Paused' });
const press = (name: string): Promise<void> => userEvent.click(within(bar()).getByRole('button', { name }));

afterEach(() => void vi.useRealTimers());

describe('a paused run', () => {
  it('says where and why, and offers the ways on', async () => {
    const { commands_ } = await paused(breakpoint);
    expect(bar()).toHaveTextContent('Paused before Reply, item 1 of 2: breakpoint, "1" equals "1"');
    for (const name of ['Step', 'Leave item out', 'Skip activity', 'Continue']) await press(name);
    expect(commands_).toEqual([
      { type: 'step' },
      { type: 'skip', execution: 'execution-2', what: 'item', all: false },
      { type: 'skip', execution: 'execution-2', what: 'activity', all: false },
      { type: 'continue' },
    ]);
  });

  it('shows a value as designed and at run time, and takes another one for this run, which is then marked', async () => {
    const user = userEvent.setup();
    const { commands_, emit } = await paused(breakpoint);
    const table = screen.getByRole('table', { name: 'Run-time properties' });
    expect(within(table).getByRole('row', { name: /Body Prefix/ })).toHaveTextContent('Re: Find › SubjectRe: Printer on fire');
    await user.click(screen.getByRole('button', { name: 'Change Body Prefix for this run' }));
    const field = screen.getByRole('textbox', { name: 'Body Prefix, for this run only' });
    await user.clear(field);
    await user.type(field, 'Hello{Enter}');
    expect(commands_).toEqual([{ type: 'setInput', execution: 'execution-2', key: 'bodyPrefix', value: 'Hello' }]);
    emit({ type: 'inputEdited', ...place, input: { ...input, value: 'Hello', edited: true } });
    expect(within(table).getByRole('row', { name: /Body Prefix/ })).toHaveTextContent('Helloedited for this run');
    emit({ type: 'resumed', ...place });
    expect(screen.queryByRole('button', { name: 'Change Body Prefix for this run' })).toBeNull();
  });

  it('shows why the run did not take a command, until it is closed', async () => {
    const { stores } = await paused(breakpoint);
    const error = errorData('app.invalidRequest', { channel: 'runs.command' });
    act(() => stores.runs.setState({ error }));
    const card = screen.getByRole('alert');
    expect(card).toHaveTextContent(error.what);
    await userEvent.click(within(card).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(bar()).toBeVisible();
  });

  it('leaves a value alone that is given up with Escape', async () => {
    const user = userEvent.setup();
    const { commands_ } = await paused(breakpoint);
    await user.click(screen.getByRole('button', { name: 'Change Body Prefix for this run' }));
    await user.keyboard('x{Escape}');
    expect(screen.getByRole('button', { name: 'Change Body Prefix for this run' })).toBeInTheDocument();
    expect(commands_).toEqual([]);
  });

  it('offers no change of a secret', async () => {
    await paused({ type: 'paused', ...place, reason: 'step', inputs: [{ key: 'password', label: 'Password', design: '', value: '•••••••', fixed: true }] });
    expect(screen.queryByRole('button', { name: /Change Password/ })).toBeNull();
  });

  it('goes through the items of an activity', async () => {
    const user = userEvent.setup();
    const { stores } = await paused(breakpoint);
    expect(screen.getByText('item 1 of 2')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next item' }));
    expect(stores.runs.getState().executions.triage).toBe('execution-3');
    expect(screen.getByRole('button', { name: 'Next item' })).toBeDisabled();
  });
});

describe('the guard', () => {
  it('says what would happen to the real mailbox, and waits for one of five answers', async () => {
    const { commands_, stream } = await paused(guard);
    expect(bar()).toHaveTextContent('Paused before Reply, item 1 of 2: it sends mail from a real mailbox');
    for (const name of ['Run it', 'Run all of these', 'Skip it', 'Skip all of these']) await press(name);
    expect(commands_).toEqual([
      { type: 'continue' },
      { type: 'allow', execution: 'execution-2' },
      { type: 'skip', execution: 'execution-2', what: 'activity', all: false },
      { type: 'skip', execution: 'execution-2', what: 'activity', all: true },
    ]);
    await press('Stop');
    expect(stream.cancelled()).toBe(true);
  });
});

describe('stopping', () => {
  it('is left without waiting only after five seconds', async () => {
    const { stores, abandoned, emit } = await paused(breakpoint);
    emit({ type: 'resumed', ...place }, { type: 'activityStarted', ...place });
    vi.useFakeTimers();
    act(() => stores.runs.setState(({ runs }) => ({ runs: { ...runs, triage: { ...(runs.triage ?? expect.fail()), stopping: true } } })));
    act(() => void vi.advanceTimersByTime(4900));
    expect(screen.getByRole('button', { name: 'Stop' })).toBeDisabled();
    act(() => void vi.advanceTimersByTime(200));
    act(() => screen.getByRole('button', { name: 'Stop without waiting' }).click());
    expect(abandoned).toEqual(['run-1']);
  });

  it('lists what was done, activity by activity', async () => {
    const { emit } = await paused(breakpoint);
    const common = {};
    emit({ type: 'resumed', ...place }, { type: 'activityFinished', ...place, outcome: 'success', durationMs: 3, rows: 0, common });
    emit({ type: 'activityFinished', ...place, execution: 'execution-3', item: 2, outcome: 'skipped', durationMs: 0, rows: 0, common }, { type: 'runFinished', status: 'cancelled', durationMs: 1000 });
    expect(screen.getByText('Stopped after 1.0 s. 1 mail was sent; 1 was not.')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'What the run did' })).toHaveTextContent('Reply: 1 mail was sent; 1 was not.');
  });
});

describe('an activity that goes on', () => {
  it('says what a request that takes long waits for, and when that ends, until it is answered', async () => {
    const { emit } = await paused(breakpoint);
    vi.useFakeTimers({ now: Date.parse('2026-11-23T10:00:01.000Z') });
    const request = { operation: 'FindItem', host: 'mail.contoso.com', since: '2026-11-23T10:00:01.000Z', until: '2026-11-23T10:01:41.000Z' };
    emit({ type: 'resumed', ...place }, { type: 'activityStarted', ...place }, { type: 'exchangeAwaited', execution: 'execution-2', activity: 'reply', ...request });
    act(() => void vi.advanceTimersByTime(12_000));
    expect(screen.getByText(/waiting for FindItem on mail\.contoso\.com, 12 s, gives up after 100 s$/)).toBeVisible();
    emit({ type: 'exchangeRequest', execution: 'execution-2', activity: 'reply', trace: 'trace-9' });
    expect(screen.queryByText(/waiting for FindItem/)).toBeNull();
  });

  it('counts down a wait that the server wants, until the next request', async () => {
    const { emit } = await paused(breakpoint);
    vi.useFakeTimers({ now: Date.parse('2026-11-23T10:00:01.000Z') });
    emit({ type: 'resumed', ...place }, { type: 'activityStarted', ...place }, { type: 'exchangeWaits', execution: 'execution-2', activity: 'reply', until: '2026-11-23T10:00:31.000Z' });
    expect(screen.getByText(/^Exchange asks to wait 30 s/)).toHaveTextContent(/Retrying at \d\d:\d\d:31\.$/);
    act(() => void vi.advanceTimersByTime(10_000));
    expect(screen.getByText(/^Exchange asks to wait 20 s/)).toBeInTheDocument();
    emit({ type: 'exchangeRequest', execution: 'execution-2', activity: 'reply', trace: 'trace-9' });
    expect(screen.queryByText(/^Exchange asks to wait 20/)).toBeNull();
  });

  it('counts its progress', async () => {
    const { emit } = await paused(breakpoint);
    emit({ type: 'resumed', ...place }, { type: 'activityStarted', ...place }, { type: 'activityProgress', ...place, done: 5, total: 12, unit: 'items' });
    expect(screen.getByText(/^5 of 12 items · /)).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'Progress of the activity' })).toHaveAttribute('aria-valuenow', '42');
  });
});
