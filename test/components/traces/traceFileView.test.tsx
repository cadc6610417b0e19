import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { openTraceFiles, TracePanel } from '../../../renderer/features/traces/TracePanel.tsx';
import { TraceFileView } from '../../../renderer/features/traces/TraceFileView.tsx';
import { errorData } from '../../../shared/errors/appError.ts';
import { summaryOf } from '../../../shared/trace/record.ts';
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
    const { stores } = showWith(<TracePanel />, client);
    await user.click(screen.getByRole('button', { name: 'Open trace files' }));
    await user.click(screen.getByRole('button', { name: 'Open trace files' }));
    expect(stores.layout.getState().activeTab).toEqual({ kind: 'traceFile', key: path });
    expect(stores.traceFiles.getState().open[path]?.name).toBe('night.ews-trace.xml.log');
    expect(files.inputs).toEqual([{ paths: [path] }]);
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
