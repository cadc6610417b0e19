import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { launch } from '../../../renderer/commands/startRun.ts';
import { ConsolePanel } from '../../../renderer/features/console/ConsolePanel.tsx';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

interface Ran extends OpenRunbook {
  readonly stream: ScriptedStream<RunRequest, RunEvent>;
  readonly copied: string[];
  readonly saved: { readonly name: string; readonly text: string }[];
}

async function ran(events: readonly RunEvent[], written: Result<{ file: string }> = { ok: true, value: { file: '/tmp/log.txt' } }): Promise<Ran> {
  const stream = scriptedStream<RunRequest, RunEvent>();
  const copied: string[] = [];
  const saved: { readonly name: string; readonly text: string }[] = [];
  const shown = await showOver(triageRunbook, <ConsolePanel />, {
    runs: { start: stream.open },
    app: { copyText: ({ text }) => { copied.push(text); return Promise.resolve({ ok: true, value: undefined }); } },
    files: { saveText: ({ name, text }) => { saved.push({ name, text }); return Promise.resolve(written); } },
  });
  act(() => launch(shown.stores, 'triage', { mode: 'run', input: {}, guard: true, onDemo: false }));
  act(() => stream.emit(...events));
  return { ...shown, stream, copied, saved };
}
const log = (): HTMLElement => screen.getByRole('treegrid', { name: 'Log' });
const lines = (): (string | null)[] => within(log()).getAllByRole('row').slice(1).map((row) => row.textContent);

const error = errorData('network.nameNotFound', { host: 'mail.contoso.com' });
const stamp = { at: '2026-11-23T10:00:01.000Z', run: 'run-1' };
const failure: RunEvent[] = [
  ...scriptedEvents().slice(0, 14),
  { type: 'activityFinished', execution: 'execution-2', activity: 'reply', item: 1, items: 2, outcome: 'failed', durationMs: 5, rows: 0, error, common: {}, seq: 15, ...stamp },
  { type: 'activityFinished', execution: 'execution-3', activity: 'reply', item: 2, items: 2, outcome: 'skipped', durationMs: 0, rows: 0, common: {}, seq: 16, ...stamp },
  { type: 'runFinished', status: 'failed', durationMs: 900, seq: 17, ...stamp },
];

describe('the log', () => {
  it('shows one activity only, and what is shown is copied and saved', async () => {
    const user = userEvent.setup();
    const { copied, saved } = await ran(scriptedEvents());
    await user.click(screen.getByRole('combobox', { name: 'Activity of the lines' }));
    await user.click(screen.getByRole('option', { name: 'Reply' }));
    expect(lines()).toHaveLength(4);
    expect(lines().every((line) => line?.includes('Reply'))).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Copy the log' }));
    expect(copied[0]?.split('\n')).toHaveLength(4);
    expect(copied[0]).toContain('\tReply\tStarted, row 1 of 2');
    await user.click(screen.getByRole('button', { name: 'Save the log' }));
    expect(saved).toEqual([{ name: 'Triage log.txt', text: `${copied[0] ?? ''}\n` }]);
  });

  it('unfolds a long line in its place, by pointer and by key, and tells who listens', async () => {
    const user = userEvent.setup();
    const text = 'Exchange asks to wait before the next request, because too many were made within a minute.';
    await ran([...scriptedEvents().slice(0, 11), { type: 'message', level: 'warning', text, seq: 12, at: '2026-11-23T10:00:01.000Z', run: 'run-1' }]);
    const line = (): HTMLElement => within(log()).getByRole('row', { name: new RegExp(text) });
    const height = (): string => line().parentElement?.style.height ?? '';
    const before = height();
    expect(line()).toHaveAttribute('aria-expanded', 'false');
    await user.click(within(line()).getByText(`Warning: ${text}`));
    await waitFor(() => expect(height()).not.toBe(before));
    expect(line()).toHaveAttribute('aria-expanded', 'true');
    expect(line()).toHaveStyle({ height: '' });
    // Words of an unfolded line can be marked: another press on them leaves it open.
    await user.click(within(line()).getByText(`Warning: ${text}`));
    expect(line()).toHaveAttribute('aria-expanded', 'true');
    await user.click(line().querySelector('[data-turns-row]') ?? expect.fail());
    expect(line()).toHaveAttribute('aria-expanded', 'false');
    expect(line()).toHaveStyle({ height: '22px' });
    expect(height()).toBe(before);
    act(() => log().focus());
    for (const [key, open] of [['{Enter}', 'true'], ['{ArrowLeft}', 'false'], ['{ArrowRight}', 'true'], ['{Enter}', 'false']] as const) {
      await user.keyboard(key);
      expect(line()).toHaveAttribute('aria-expanded', open);
    }
    // The arrow keys go on through the lines, and a short one has nothing to unfold.
    await user.keyboard('{ArrowUp}');
    expect(line()).toHaveAttribute('aria-expanded', 'false');
    expect(within(log()).getByRole('row', { selected: true })).not.toHaveAttribute('aria-expanded');
  });

  it('shows errors only', async () => {
    const user = userEvent.setup();
    const failed: RunEvent = { type: 'message', level: 'error', text: 'Broken', seq: 12, at: '2026-11-23T10:00:01.000Z', run: 'run-1' };
    await ran([...scriptedEvents().slice(0, 11), failed]);
    await user.click(screen.getByRole('combobox', { name: 'Lines of the log' }));
    await user.click(screen.getByRole('option', { name: 'Errors' }));
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain('Error: Broken');
  });
});

describe('published rows', () => {
  it('are shown as JSON, filtered and copied', async () => {
    const user = userEvent.setup();
    const { stores, copied } = await ran(scriptedEvents());
    act(() => stores.runs.getState().selectExecution('triage', 'execution-1'));
    await user.click(screen.getByRole('button', { name: 'JSON' }));
    const json = (): unknown => JSON.parse(screen.getByLabelText('Published data as JSON').textContent ?? '');
    expect(json()).toEqual([{ ID: 'id-1', Subject: 'Printer on fire' }, { ID: 'id-2', Subject: 'VPN' }]);
    await user.type(screen.getByRole('searchbox', { name: 'Filter the rows' }), 'vpn');
    expect(json()).toEqual([{ ID: 'id-2', Subject: 'VPN' }]);
    expect(screen.getByText('1 of 2 rows')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy rows' }));
    await user.click(screen.getByRole('menuitem', { name: 'Copy as JSON' }));
    expect(JSON.parse(copied[0] ?? '')).toEqual([{ ID: 'id-2', Subject: 'VPN' }]);
    await user.clear(screen.getByRole('searchbox', { name: 'Filter the rows' }));
    await user.click(screen.getByRole('button', { name: 'Copy rows' }));
    await user.click(screen.getByRole('menuitem', { name: 'Copy as table for a spreadsheet' }));
    expect(copied[1]).toBe('ID\tSubject\r\nid-1\tPrinter on fire\r\nid-2\tVPN');
  });
});

describe('the failure card', () => {
  it('shows the activity, runs from here with the rows of this run, and runs all again', async () => {
    const user = userEvent.setup();
    const { stores, stream, editor } = await ran(failure);
    act(() => stores.runs.getState().selectExecution('triage', 'execution-2'));
    const card = screen.getByRole('group', { name: error.what });
    await user.click(within(card).getByRole('button', { name: 'Show activity' }));
    expect(editor().selection.activities).toEqual(['reply']);
    await user.click(within(card).getByRole('button', { name: 'Run from here' }));
    expect(stream.inputs.at(-1)?.from).toMatchObject({ activity: 'reply', only: false, earlier: { executions: [{ activity: 'find' }] } });
    act(() => stream.emit(...failure));
    act(() => stores.runs.getState().selectExecution('triage', 'execution-2'));
    await user.click(within(screen.getByRole('group', { name: error.what })).getByRole('button', { name: 'Run again' }));
    expect(stream.inputs.at(-1)?.from).toBeUndefined();
    expect(stream.inputs).toHaveLength(3);
  });
});

describe('the result', () => {
  it('is told in full, with the ways on: to the failure, to its request, from there, and from the beginning', async () => {
    const user = userEvent.setup();
    const { stores, stream, editor } = await ran(failure);
    const { layout, traces } = stores;
    const press = (name: string): Promise<void> => user.click(screen.getAllByRole('button', { name })[0] ?? expect.fail());
    act(() => stores.runs.getState().selectExecution('triage', 'execution-1'));
    await press('Show');
    expect(stores.runs.getState().executions.triage).toBe('execution-2');
    expect(editor().selection.activities).toEqual(['reply']);
    act(() => stores.runs.getState().selectExecution('triage', 'execution-1'));
    await press('Open trace');
    expect([layout.getState().bottomTab, traces.getState().selected]).toEqual(['traces', 'trace-1']);
    await press('Run from here');
    expect(stream.inputs.at(-1)?.from).toMatchObject({ activity: 'reply', only: false });
    expect(screen.queryByRole('button', { name: 'Run from here' })).toBeNull();
    act(() => stream.emit(...failure));
    act(() => stores.runs.getState().selectExecution('triage', 'execution-1'));
    await press('Run again');
    expect(stream.inputs.at(-1)?.from).toBeUndefined();
    expect(stream.inputs).toHaveLength(3);
  });

  it('of a run that went well offers to run again only', async () => {
    await ran(scriptedEvents());
    expect(screen.getByRole('button', { name: 'Run again' })).toBeVisible();
    for (const name of ['Show', 'Open trace', 'Run from here']) expect(screen.queryByRole('button', { name })).toBeNull();
  });
});

it('is taken away with Clear Results, while none goes on', async () => {
  const { commands } = await ran(scriptedEvents());
  expect(commands.enabled('run.clearResults')).toBe(true);
  act(() => commands.run('run.clearResults'));
  expect(await screen.findByText(/^No test yet/)).toBeVisible();
  expect(commands.enabled('run.clearResults')).toBe(false);
});

it('is not taken away while the test goes on', async () => {
  const { commands } = await ran(scriptedEvents().slice(0, 8));
  expect(commands.enabled('run.clearResults')).toBe(false);
});

it('says why a log was not saved', async () => {
  const user = userEvent.setup();
  const error = errorData('file.unwritable', { file: 'Triage log.txt', problem: 'The disk is full.' });
  await ran(scriptedEvents(), { ok: false, error });
  await user.click(screen.getByRole('button', { name: 'Save the log' }));
  const card = await screen.findByRole('alert');
  expect(card).toHaveTextContent(error.what);
  await user.click(within(card).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('leads to the test that goes on while something else is in front', async () => {
  const user = userEvent.setup();
  const { stores } = await ran(scriptedEvents().slice(0, 8));
  act(() => stores.layout.getState().openTab({ kind: 'history' }));
  expect(await screen.findByText('A test of Triage goes on.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show the test' }));
  expect(await screen.findByRole('treegrid', { name: 'Executions' })).toBeVisible();
  act(() => stores.layout.getState().openTab({ kind: 'history' }));
  act(() => stores.runs.getState().stop('triage'));
  expect(await screen.findByText('The console shows the test of the runbook whose tab is in front.')).toBeVisible();
});
