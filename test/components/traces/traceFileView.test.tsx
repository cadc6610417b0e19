import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { traceCommands } from '../../../renderer/commands/traceCommands.ts';
import { openTraceFiles } from '../../../renderer/features/traces/openTraceFiles.ts';
import { TracePanel } from '../../../renderer/features/traces/TracePanel.tsx';
import { TraceFileView } from '../../../renderer/features/traces/TraceFileView.tsx';
import { createStores } from '../../../renderer/stores/stores.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import { summaryOf } from '../../../shared/trace/record.ts';
import { againReasons } from '../../../shared/trace/sendAgain.ts';
import type { TraceFileEvent } from '../../../shared/trace/traceFile.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';
import { showWith } from '../showWith.tsx';

const path = '/logs/night.ews-trace.xml.log';
const summary = (number: number) => ({ ...summaryOf(traceRecord(number)), id: String(number) });

function opened() {
  const files = scriptedStream<{ paths: string[] }, TraceFileEvent>();
  const read: unknown[] = [];
  const client = createFakeClient({
    files: { choose: () => Promise.resolve({ ok: true, value: [path] }) },
    traces: {
      openFiles: (input, onEvent) => files.open(input, onEvent),
      read: (input) => {
        read.push(input);
        return Promise.resolve({ ok: true, value: traceRecord(1) });
      },
    },
  });
  const shown = showWith(<TraceFileView fileKey={path} />, client);
  act(() => openTraceFiles(shown.stores, [path]));
  return { ...shown, files, read };
}

describe('a trace file', () => {
  it('is opened from the panel in a tab of its own, once', async () => {
    const user = userEvent.setup();
    const files = scriptedStream<{ paths: string[] }, TraceFileEvent>();
    const client = createFakeClient({ files: { choose: () => Promise.resolve({ ok: true, value: [path] }) }, traces: { openFiles: (input, onEvent) => files.open(input, onEvent) } });
    const stores = createStores(client);
    showWith(<TracePanel />, client, traceCommands(stores), stores);
    await user.click(screen.getByRole('button', { name: 'Open trace files' }));
    await user.click(screen.getByRole('button', { name: 'Open trace files' }));
    expect(stores.layout.getState().activeTab).toEqual({ kind: 'traceFile', key: path });
    expect(stores.traceFiles.getState().open[path]?.name).toBe('night.ews-trace.xml.log');
    expect(files.inputs).toEqual([{ paths: [path] }]);
  });

  it('is opened with all others of a folder that is chosen, and nothing is opened where none is', async () => {
    const user = userEvent.setup();
    const asked: unknown[] = [];
    let folders: string[] = [];
    const client = createFakeClient({
      files: { choose: (input) => Promise.resolve({ ok: true, value: asked.push(input) > 0 ? folders : [] }) },
      traces: { openFiles: (input, onEvent) => scriptedStream<{ paths: string[] }, TraceFileEvent>().open(input, onEvent) },
    });
    const stores = createStores(client);
    showWith(<TracePanel />, client, traceCommands(stores), stores);
    await user.click(screen.getByRole('button', { name: 'Open a folder of traces' }));
    expect(stores.layout.getState().activeTab).toEqual({ kind: 'welcome' });
    folders = ['/logs'];
    await user.click(screen.getByRole('button', { name: 'Open folder…' }));
    expect(stores.layout.getState().activeTab).toEqual({ kind: 'traceFile', key: '/logs' });
    expect(asked).toEqual([{ title: 'Open Folder of Traces', several: true, folders: true }, { title: 'Open Folder of Traces', several: true, folders: true }]);
  });

  it('shows its pairs while it is read, how far that is, and reads a pair from the file', async () => {
    const user = userEvent.setup();
    const { files, read } = opened();
    expect(screen.getByText('Reading the trace file…')).toBeInTheDocument();
    act(() => files.emit({ type: 'opened', file: 'f1', name: 'night', bytes: 4096 }, { type: 'pairs', summaries: [summary(1), summary(2)] }, { type: 'progress', done: 2048, total: 4096 }));
    expect(screen.getByText('Reading: 2.0 KB of 4.0 KB, 2 requests so far')).toBeInTheDocument();
    act(() => files.emit({ type: 'read', pairs: 2 }));
    expect(screen.queryByText(/^Reading/)).not.toBeInTheDocument();
    await user.click(within(screen.getByRole('grid', { name: 'Requests' })).getAllByRole('row')[1] ?? expect.fail());
    expect(read).toEqual([{ id: '1', file: 'f1' }]);
    expect(screen.queryByRole('button', { name: 'Clear' })).not.toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Copy pair' })).toBeInTheDocument();
    const again = screen.getByRole('button', { name: 'Send again' });
    expect(again).toHaveAttribute('aria-disabled', 'true');
    await user.hover(again);
    expect(await screen.findByText(`Send again. ${againReasons.file}`)).toBeInTheDocument();
  });

  it('says why it cannot be read', async () => {
    const { files } = opened();
    act(() => files.end(errorData('trace.notATraceFile', { file: 'night' })));
    expect(await screen.findByText('night holds no traces.')).toBeInTheDocument();
  });

  it('is let go when its tab closes', () => {
    const { stores, files } = opened();
    act(() => stores.traceFiles.getState().close(path));
    expect(files.cancelled()).toBe(true);
    expect(stores.traceFiles.getState().open).toEqual({});
  });
});

describe('files that are dropped', () => {
  const hint = 'Drop to open as trace files';
  /** What the browser hands over; a file that a page made has no path. */
  const dragged = (...names: readonly string[]) => ({ dataTransfer: { types: ['Files'], files: names.map((name) => new File([], name)) } });
  const pathOf = (file: File): string => (file.name === 'made by a page' ? '' : `/logs/${file.name}`);
  beforeEach(() => void vi.stubGlobal('pathOfFile', pathOf));

  function panel() {
    const { stores } = showWith(<TracePanel />);
    return { stores, empty: screen.getByText(/drop a trace file here/) };
  }

  it('are opened together, with a hint while they hover', () => {
    const { stores, empty } = panel();
    fireEvent.dragEnter(empty, { dataTransfer: { types: ['Files'], files: [] } });
    expect(screen.getByText(hint)).toBeVisible();
    fireEvent.drop(empty, dragged('one.log', 'made by a page', 'two.log'));
    expect(screen.queryByText(hint)).not.toBeInTheDocument();
    expect(stores.layout.getState().activeTab).toEqual({ kind: 'traceFile', key: '/logs/one.log\n/logs/two.log' });
  });

  it('are let go of when they leave, and not when they pass over what lies inside', () => {
    const { stores, empty } = panel();
    // The test's browser knows no drag events, and this kind carries where the pointer goes.
    const leave = (relatedTarget: HTMLElement): boolean => fireEvent(empty, new MouseEvent('dragleave', { bubbles: true, relatedTarget }));
    fireEvent.dragOver(empty, dragged());
    leave(screen.getByRole('toolbar', { name: 'Requests' }));
    expect(screen.getByText(hint)).toBeVisible();
    leave(document.body);
    expect(screen.queryByText(hint)).not.toBeInTheDocument();
    expect(stores.traceFiles.getState().open).toEqual({});
  });

  it('are opened beside the trace file that is shown', () => {
    const { stores } = opened();
    fireEvent.drop(screen.getByText('Reading the trace file…'), dragged('other.log'));
    expect(stores.layout.getState().activeTab).toEqual({ kind: 'traceFile', key: '/logs/other.log' });
  });

  it('are refused quietly where they are none', () => {
    const { stores, empty } = panel();
    const text = { dataTransfer: { types: ['text/plain'], files: [] } };
    expect(fireEvent.dragOver(empty, text)).toBe(true);
    expect(screen.queryByText(hint)).not.toBeInTheDocument();
    fireEvent.drop(empty, text);
    fireEvent.drop(empty, dragged('made by a page'));
    expect(stores.traceFiles.getState().open).toEqual({});
  });
});
