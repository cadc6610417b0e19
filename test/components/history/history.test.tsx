import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createFakeClient, type FakeAnswers } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { loadAhead } from '../../../renderer/app/lazyParts.ts';
import { EditorArea } from '../../../renderer/app/EditorArea.tsx';
import { openHistory, openRun } from '../../../renderer/commands/runTabs.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import type { HistoryChange } from '../../../shared/history/historyEvents.ts';
import { summaryOf, type TraceRecord } from '../../../shared/trace/record.ts';
import type { TraceFileEvent } from '../../../shared/trace/traceFile.ts';
import type { RunSummary } from '../../../shared/history/runSummary.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import { recordedError, recordedEvents, recordedHeader, recordedRunbook, recordedSummary } from '../../fixtures/recordedRuns.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';
import { showWith, type Shown } from '../showWith.tsx';

// The window loads these while it is idle.
beforeAll(() => loadAhead(() => Promise.resolve()));

const good = recordedSummary({ run: 'good', startedAt: '2026-11-20T10:00:00.000Z' });
const bad = recordedSummary({ run: 'bad', startedAt: '2026-11-21T10:00:00.000Z', result: 'failed', failed: { key: 'reply', name: 'Reply' }, errors: [recordedError.what], startedBy: 'commandLine' });
const demo = { key: 'helpdesk', connection: Connection.parse({ name: 'Help desk mailbox', type: 'Exchange Configuration', serverAddress: 'localhost', username: 'demo', demo: true }), secret: { stored: true, where: 'keychain', store: 'Secret Service' } } as const;
const workspace = { id: 'w', name: 'Help desk', path: '/w', demo: false, runbooks: [{ key: 'triage', name: 'Triage', folder: '' }] };

/** The tab of the history with these runs. */
function showHistory(summaries: readonly RunSummary[], answers: FakeAnswers['history'] = {}, runs: FakeAnswers['runs'] = {}, traces: FakeAnswers['traces'] = {}): Shown & { readonly changes: ReturnType<typeof scriptedStream<void, HistoryChange>> } {
  const changes = scriptedStream<void, HistoryChange>();
  const open: FakeAnswers['history'] = {
    open({ run }, onPart) {
      const failed = run === 'bad';
      onPart({ kind: 'header', header: recordedHeader({ run }), summary: failed ? bad : good });
      onPart({ kind: 'events', events: recordedEvents(failed ? 'failed' : 'success', run) });
      return { done: Promise.resolve({ ok: true, value: undefined }), cancel: () => undefined };
    },
  };
  const shown = showWith(<EditorArea />, createFakeClient({ history: { watch: changes.open, ...open, ...answers }, runs, traces }, { workspace, connections: [demo, { ...demo, key: 'items', connection: Connection.parse({ ...demo.connection, type: 'Exchange Configuration (Item Activity)', itemType: 'E-Mail Message' }) }], runbooks: { triage: recordedRunbook } }));
  act(() => openHistory(shown.stores));
  act(() => changes.emit({ runs: [...summaries], removed: [] }));
  return { ...shown, changes };
}
const rows = (): HTMLElement[] => within(screen.getByRole('grid', { name: 'Runs' })).getAllByRole('row').slice(1);

describe('the list of recorded runs', () => {
  it('says what will be there while there is nothing', () => {
    showHistory([]);
    expect(screen.getByText('Runs appear here after the first test.')).toBeInTheDocument();
  });

  it('shows when, what, on which mailbox, how it ended, and who began it', () => {
    showHistory([good, bad]);
    const [first] = rows();
    expect(first).toHaveTextContent('Triage');
    expect(first).toHaveTextContent('Help desk mailbox (real)');
    expect(first).toHaveTextContent('Failed');
    expect(first).toHaveTextContent('Reply');
    expect(first).toHaveTextContent('Command line');
    expect(screen.getByRole('status')).toHaveTextContent('2 runs');
  });

  it('is narrowed down by the text of an error, and says so when nothing is left', async () => {
    const user = userEvent.setup();
    showHistory([good, bad]);
    const box = screen.getByRole('searchbox', { name: 'Text in runbook, error or connection' });
    await user.type(box, 'DNS');
    expect(rows()).toHaveLength(1);
    expect(screen.getByRole('status')).toHaveTextContent('1 of 2 runs');
    await user.type(box, 'x');
    expect(screen.getByText('No run matches the filter.')).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'Clear filter' })[0] ?? expect.fail());
    expect(rows()).toHaveLength(2);
  });

  it('opens a run with Enter, in a tab of its own', async () => {
    const user = userEvent.setup();
    const { stores } = showHistory([good, bad]);
    await user.click(rows()[1] ?? expect.fail());
    await user.keyboard('{Enter}');
    expect(stores.layout.getState().activeTab).toEqual({ kind: 'run', run: 'good' });
    expect(screen.getByRole('tab', { name: /^Triage \d\d:\d\d:\d\d/ })).toBeInTheDocument();
  });

  it('says why a runbook cannot be run again', async () => {
    const user = userEvent.setup();
    const { stores } = showHistory([good]);
    await user.click(rows()[0] ?? expect.fail());
    const button = screen.getByRole('button', { name: 'Run again' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await act(() => stores.workspace.getState().load());
    expect(button).toHaveAttribute('aria-disabled', 'false');
  });

  it('deletes a run with Delete, and brings it back with Undo', async () => {
    const user = userEvent.setup();
    const remove = vi.fn(() => Promise.resolve({ ok: true, value: undefined } as const));
    const restore = vi.fn(() => Promise.resolve({ ok: true, value: undefined } as const));
    const { stores } = showHistory([good, bad], { remove, restore });
    await user.click(rows()[0] ?? expect.fail());
    await user.keyboard('{Delete}');
    expect(remove).toHaveBeenCalledWith({ runs: ['bad'] });
    const { notice } = stores.app.getState();
    expect(notice?.text).toBe('Run of Triage deleted.');
    notice?.undo?.();
    expect(restore).toHaveBeenCalledWith({ runs: ['bad'] });
  });

  it('is exported in a format, with its requests or without', async () => {
    const user = userEvent.setup();
    const exportRun = vi.fn<NonNullable<NonNullable<FakeAnswers['history']>['export']>>(() => Promise.resolve({ ok: true, value: { file: '/tmp/run.jsonl' } }));
    const { stores } = showHistory([good], { export: exportRun });
    await user.click(rows()[0] ?? expect.fail());
    await user.click(screen.getByRole('button', { name: 'Export report…' }));
    const dialog = screen.getByRole('dialog', { name: 'Export run' });
    expect(within(dialog).getByRole('radio', { name: 'Leave out' })).toBeChecked();
    await user.click(within(dialog).getByRole('radio', { name: 'Every event (JSON lines)' }));
    await user.click(within(dialog).getByRole('radio', { name: 'With placeholders for contents' }));
    await user.click(within(dialog).getByRole('button', { name: 'Export…' }));
    expect(exportRun).toHaveBeenCalledWith({ run: 'good', format: 'jsonl', requests: 'placeholders' });
    expect(await screen.findByRole('toolbar', { name: 'Actions for the run' })).toBeInTheDocument();
    expect(stores.app.getState().notice?.text).toBe('Exported to /tmp/run.jsonl.');
  });

  it('compares the chosen run with the next one that is opened', async () => {
    const user = userEvent.setup();
    showHistory([good, bad]);
    await user.click(rows()[0] ?? expect.fail());
    await user.click(screen.getByRole('button', { name: 'Compare with…' }));
    expect(screen.getByRole('note')).toHaveTextContent('Choose the run to compare with Triage');
    await user.dblClick(rows()[1] ?? expect.fail());
    expect(await screen.findByText('1 activity of 2 differ.')).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Differences in Reply' });
    expect(within(table).getByText(recordedError.what)).toBeInTheDocument();
    expect(within(screen.getByRole('region', { name: 'Earlier run' })).getByText('Success')).toBeInTheDocument();
  });
});

describe('a recorded run', () => {
  async function showRun(runs: FakeAnswers['runs'] = {}): Promise<Shown> {
    const shown = showHistory([good, bad], {}, runs);
    await act(async () => openRun(shown.stores, 'bad'));
    return shown;
  }
  const executions = (): string[] => within(screen.getByRole('treegrid', { name: 'Executions' })).getAllByRole('row').slice(1).map(({ textContent }) => textContent ?? '');

  it('shows its end first: canvas, console and what went wrong', async () => {
    await showRun();
    expect(screen.getByRole('group', { name: /^Reply,.*failed/ })).toBeInTheDocument();
    expect(executions()).toHaveLength(3);
    expect(screen.getByText(`Failed in Reply, item 2 of 2: ${recordedError.what}`)).toBeInTheDocument();
  });

  it('steps back by what happened, and tells the moment', async () => {
    const user = userEvent.setup();
    await showRun();
    const slider = screen.getByRole('slider', { name: 'Moment of the run' });
    await user.click(screen.getByRole('button', { name: 'Step back' }));
    await user.click(screen.getByRole('button', { name: 'Step back' }));
    expect(slider).toHaveAttribute('aria-valuetext', '0:01.200, Reply: Started, row 2 of 2');
    expect(screen.getByRole('group', { name: /^Reply,.*running/ })).toBeInTheDocument();
  });

  it('goes to its start with the keyboard, and from there to what went wrong', async () => {
    const user = userEvent.setup();
    const { stores } = await showRun();
    const slider = screen.getByRole('slider', { name: 'Moment of the run' });
    act(() => slider.focus());
    await user.keyboard('{Home}');
    expect(stores.pastRuns.getState().open.bad?.position).toBe(1);
    expect(screen.queryByRole('group', { name: /^Reply,.*running/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Next problem' }));
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringContaining('Reply: Failed'));
  });

  it('selects with its canvas and console in both directions, and changes nothing', async () => {
    const user = userEvent.setup();
    const { stores } = await showRun();
    await user.click(within(screen.getByRole('treegrid', { name: 'Executions' })).getAllByRole('row')[1] ?? expect.fail());
    expect(stores.pastRuns.getState().open.bad?.selection.activities).toEqual(['find']);
    expect(screen.getByRole('grid', { name: 'Published data' })).toHaveTextContent('Printer <on> fire');
    expect(screen.queryByRole('button', { name: /^Add an activity after/ })).toBeNull();
  });

  it('runs again from the activity that failed, with the rows that led to it', async () => {
    const user = userEvent.setup();
    const stream = scriptedStream<RunRequest, RunEvent>();
    const { stores } = await showRun({ start: stream.open });
    await act(() => stores.workspace.getState().load());
    await act(() => stores.connections.getState().load());
    await user.click(screen.getByRole('button', { name: 'Run from failed activity' }));
    await expect.poll(() => stream.inputs[0]?.from?.activity).toBe('reply');
    expect(stream.inputs[0]?.from?.earlier.executions).toMatchObject([{ activity: 'find', rows: [{ ID: 'id-1' }, { ID: 'id-2' }] }]);
  });

  it('opens the requests that are kept with it, also before they are read, and steps to those that failed', async () => {
    const user = userEvent.setup();
    const pair = (number: number, failed: boolean): TraceRecord => traceRecord(number, { run: 'bad', execution: 'e3', activity: 'reply', ...(failed ? { result: { class: 'error', code: 'ErrorQuotaExceeded' } } : {}) });
    const records = [pair(1, false), pair(2, true), pair(3, false)];
    const stream = scriptedStream<{ run: string }, TraceFileEvent>();
    const read = vi.fn(({ id }: { id: string; file?: string | undefined }) => Promise.resolve({ ok: true, value: records.find((one) => one.id === id) ?? expect.fail() } as const));
    const requests = records.map(({ id }, index): RunEvent => ({ type: 'exchangeRequest', execution: 'e3', activity: 'reply', trace: id, seq: 100 + index, at: '2026-11-23T10:00:02.000Z', run: 'bad' }));
    const history: FakeAnswers['history'] = {
      open({ run }, onPart) {
        onPart({ kind: 'header', header: recordedHeader({ run }), summary: bad });
        onPart({ kind: 'events', events: [...recordedEvents('failed', run), ...requests] });
        return { done: Promise.resolve({ ok: true, value: undefined }), cancel: () => undefined };
      },
    };
    const { stores } = showHistory([bad], history, {}, { openRun: stream.open, read });
    await act(async () => openRun(stores, 'bad'));
    expect(screen.getByRole('tab', { name: 'Traces 3' })).toBeInTheDocument();
    act(() => stores.pastRuns.getState().selectExecution('bad', 'reply', 'e3'));
    await user.click(screen.getByRole('button', { name: 'Open trace' }));
    expect(read).not.toHaveBeenCalled();
    expect(stream.inputs).toEqual([{ run: 'bad' }]);
    await act(async () => stream.emit({ type: 'opened', file: 'f1', name: '', bytes: 3 }, { type: 'pairs', summaries: records.map(summaryOf) }, { type: 'read', pairs: 3 }));
    expect(read).toHaveBeenCalledWith({ id: 'r3', file: 'f1' });
    const list = screen.getByRole('grid', { name: 'Requests' });
    expect(within(list).getByRole('row', { selected: true })).toHaveTextContent('Reply · item 2');
    act(() => list.focus());
    await user.keyboard('{F4}');
    expect(within(list).getByRole('row', { selected: true })).toHaveTextContent('ErrorQuotaExceeded');
    expect(read).toHaveBeenLastCalledWith({ id: 'r2', file: 'f1' });
    await user.click(screen.getByRole('tab', { name: 'Console' }));
    await user.click(screen.getByRole('tab', { name: 'Trace 3' }));
    expect(within(screen.getByRole('list', { name: 'Requests' })).getAllByRole('button')).toHaveLength(3);
  });

  it('says that the runbook has changed since, and in what', async () => {
    const user = userEvent.setup();
    const { stores } = await showRun();
    await act(() => stores.workspace.getState().load());
    expect(screen.queryByText(/has changed since/)).toBeNull();
    act(() => stores.editor.getState().edit('triage', (document) => ({ ...document, activities: { ...document.activities, reply: { ...(document.activities.reply ?? expect.fail()), name: 'Answer' } } })));
    await user.click(screen.getByText('Show differences'));
    const cells = within(screen.getByLabelText('Differences')).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['Answer', 'Name', 'Reply', 'Answer']);
  });

  it('is forgotten when its tab closes', async () => {
    const user = userEvent.setup();
    const { stores } = await showRun();
    screen.getByRole('tab', { name: /^Triage/ }).focus();
    await user.keyboard('{Delete}');
    expect(stores.pastRuns.getState().open).toEqual({});
    expect(stores.layout.getState().activeTab).toEqual({ kind: 'history' });
  });
});
