import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { launch } from '../../../renderer/commands/startRun.ts';
import { ConsolePanel } from '../../../renderer/features/console/ConsolePanel.tsx';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

async function running(events: readonly RunEvent[]): Promise<OpenRunbook & { stream: ScriptedStream<RunRequest, RunEvent> }> {
  const stream = scriptedStream<RunRequest, RunEvent>();
  const shown = await showOver(triageRunbook, <ConsolePanel />, { runs: { start: stream.open } });
  act(() => launch(shown.stores, 'triage', { mode: 'run', input: {}, guard: true, onDemo: false }));
  act(() => stream.emit(...events));
  return { ...shown, stream };
}
const executions = (): HTMLElement => screen.getByRole('treegrid', { name: 'Executions' });

describe('the console', () => {
  it('says how to begin before the first test', async () => {
    await showOver(triageRunbook, <ConsolePanel />);
    expect(screen.getByText(/No test yet/)).toHaveTextContent('No test yet. F5 runs the runbook, F10 runs one activity at a time.');
  });

  it('lists executions in order, and selects with the canvas in both directions', async () => {
    const user = userEvent.setup();
    const { editor, stores } = await running(scriptedEvents());
    const rows = within(executions()).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual(['SuccessFind800 ms', 'SuccessReply1 of 290 ms', 'SuccessReply2 of 270 ms']);
    await user.click(rows[1] ?? expect.fail());
    expect(editor().selection.activities).toEqual(['reply']);
    act(() => stores.editor.getState().select('triage', { activities: ['find'] }));
    expect(within(executions()).getByRole('row', { selected: true })).toHaveTextContent('Find');
  });

  it('shows the input as designed and as resolved', async () => {
    const user = userEvent.setup();
    const { stores } = await running(scriptedEvents());
    act(() => stores.runs.getState().selectExecution('triage', 'execution-2'));
    await user.click(screen.getByRole('tab', { name: 'Design' }));
    expect(screen.getByText('Re: Find › Subject')).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Run-time' }));
    expect(screen.getByText('Re: Printer on fire')).toBeInTheDocument();
  });

  it('shows published rows as a table and one row in full', async () => {
    const user = userEvent.setup();
    const { stores } = await running(scriptedEvents());
    act(() => stores.runs.getState().selectExecution('triage', 'execution-1'));
    const table = screen.getByRole('grid', { name: 'Published data' });
    expect(within(table).getByText('VPN')).toBeInTheDocument();
    await user.dblClick(within(table).getByText('VPN'));
    expect(screen.getByText('row 2 of 2')).toBeInTheDocument();
    expect(screen.getByText('id-2')).toBeInTheDocument();
  });

  it('explains a failure: what, why, what to do, with the way to the trace', async () => {
    const user = userEvent.setup();
    const failure = scriptedEvents().slice(0, 14);
    const error = errorData('network.nameNotFound', { host: 'mail.contoso.com' });
    const last: RunEvent = { type: 'activityFinished', execution: 'execution-2', activity: 'reply', item: 1, items: 2, outcome: 'failed', durationMs: 5, rows: 0, error, common: {}, seq: 15, at: '2026-11-23T10:00:01.000Z', run: 'run-1' };
    const { stores } = await running([...failure, last, { type: 'runFinished', status: 'failed', durationMs: 900, seq: 16, at: '2026-11-23T10:00:02.000Z', run: 'run-1' }]);
    act(() => stores.runs.getState().selectExecution('triage', 'execution-2'));
    expect(screen.getByRole('group', { name: error.what })).toHaveTextContent(error.fix[0] ?? '');
    expect(screen.getByText('Failed in Reply, item 1 of 2: mail.contoso.com cannot be found by DNS.')).toBeInTheDocument();
    await user.click(within(screen.getByRole('group', { name: error.what })).getByRole('button', { name: 'Open trace' }));
    expect(stores.layout.getState().bottomTab).toBe('traces');
    expect(stores.traces.getState().selected).toBe('trace-1');
  });

  it('filters the log by text and by level', async () => {
    const user = userEvent.setup();
    await running(scriptedEvents());
    const lines = (): number => within(screen.getByRole('treegrid', { name: 'Log' })).getAllByRole('row').length - 1;
    const all = lines();
    await user.type(screen.getByRole('searchbox', { name: 'Filter the log' }), 'followed');
    expect(lines()).toBeLessThan(all);
    expect(within(screen.getByRole('treegrid', { name: 'Log' })).getAllByText(/Link to Reply: followed/)).toHaveLength(2);
  });

  it('says what the run waits for before its first activity', async () => {
    const [started] = scriptedEvents();
    const text = 'Waits for a free slot, because Triage runs already and may have 1 job at the same time.';
    const { stream } = await running([started ?? expect.fail()]);
    expect(screen.getByText('Starting…')).toBeInTheDocument();
    act(() => stream.emit({ type: 'message', level: 'information', text, seq: 2, at: '2026-11-23T10:00:01.000Z', run: 'run-1' }));
    expect(screen.queryByText('Starting…')).toBeNull();
    expect(screen.getAllByText(text).length).toBeGreaterThan(0);
  });

  it('stops the run by cancelling its stream', async () => {
    const user = userEvent.setup();
    const { stream } = await running(scriptedEvents().slice(0, 8));
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(stream.cancelled()).toBe(true);
    expect(await screen.findByText(/^Stopped after/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });
});
