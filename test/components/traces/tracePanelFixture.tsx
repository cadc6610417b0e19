import { act, screen, within } from '@testing-library/react';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { traceCommands } from '../../../renderer/commands/traceCommands.ts';
import { TracePanel } from '../../../renderer/features/traces/TracePanel.tsx';
import type { ContextMenu } from '../../../shared/commands/contextMenu.ts';
import type { TraceRecord, TraceSummary } from '../../../shared/trace/record.ts';
import type { ExportContent, TraceExportEvent, TraceSearchEvent } from '../../../shared/trace/traceFile.ts';
import { createStores } from '../../../renderer/stores/stores.ts';
import { showWith, type Shown } from '../showWith.tsx';

/** A request of the demo mailbox, made in the open workspace. */
export function summary(number: number, change: Partial<TraceSummary> = {}): TraceSummary {
  return {
    id: `trace-${number}`,
    kind: 'ews',
    connection: 'Demo mailbox',
    workspace: 'w',
    configuration: 'demo',
    activity: 'find',
    operation: 'FindItem',
    method: 'POST',
    url: 'https://127.0.0.1/EWS/Exchange.asmx',
    startedAt: `2026-11-23T10:00:0${number}.000Z`,
    durationMs: 84,
    status: 200,
    result: { class: 'success', code: 'NoError' },
    attempt: 1,
    requestId: `request-${number}`,
    requestBytes: 900,
    responseBytes: 2150,
    ...change,
  };
}
export const failed = summary(2, { operation: 'CreateItem', result: { class: 'error', code: 'ErrorQuotaExceeded', text: 'The mailbox is full.' } });
export const busy = summary(3, { status: 503, result: { class: 'throttled', code: 'ErrorServerBusy' } });
export const body = '<e:Envelope xmlns:e="x"><e:Body><m:ResponseCode>ErrorQuotaExceeded</m:ResponseCode></e:Body></e:Envelope>';

/** The whole pair of a request. */
export function record(of: TraceSummary): TraceRecord {
  return { ...of, timings: { sent: 2, firstByte: 80, done: 84 }, request: { headers: [['Authorization', '••••••• (masked)']], body: '<a/>', bytes: 4 }, response: { headers: [['Content-Type', 'text/xml']], body, bytes: 120 } };
}

/** The panel with what it asked for. */
export interface Showing extends Shown {
  readonly copied: string[];
  readonly popUps: ContextMenu[];
  readonly stream: ScriptedStream<undefined, TraceSummary>;
  readonly searches: ScriptedStream<{ text: string; file?: string | undefined }, TraceSearchEvent>;
  readonly resent: ScriptedStream<{ id: string }, { trace: string }>;
  readonly exports: ScriptedStream<{ ids?: string[] | undefined; file?: string | undefined; content: ExportContent }, TraceExportEvent>;
}

/** Shows the panel with these requests of the session. */
export function showing(...summaries: TraceSummary[]): Showing {
  const searches: Showing['searches'] = scriptedStream();
  const exports: Showing['exports'] = scriptedStream();
  const resent: Showing['resent'] = scriptedStream();
  const stream = scriptedStream<undefined, TraceSummary>();
  const copied: string[] = [];
  const popUps: ContextMenu[] = [];
  const client = createFakeClient({
    traces: {
      watch: (_input, onEvent) => stream.open(undefined, onEvent),
      read: ({ id }) => Promise.resolve({ ok: true, value: record(summaries.find((one) => one.id === id) ?? summary(Number(id.slice('trace-'.length)))) }),
      search: (input, onEvent) => searches.open(input, onEvent),
      export: (input, onEvent) => exports.open(input, onEvent),
      sendAgain: (input, onEvent) => resent.open(input, onEvent),
      clear: () => Promise.resolve({ ok: true, value: undefined }),
    },
    menus: { popUp: (menu) => Promise.resolve({ ok: true, value: popUps.push(menu) > 0 ? null : '' }) },
    app: { copyText: ({ text }) => Promise.resolve({ ok: true, value: void copied.push(text) }) },
  });
  const stores = createStores(client);
  const shown = showWith(<TracePanel />, client, traceCommands(stores), stores);
  act(() => stream.emit(...summaries));
  return { ...shown, copied, popUps, stream, searches, exports, resent };
}
/** The rows of the list. */
export const rows = (): HTMLElement[] => within(screen.getByRole('grid', { name: 'Requests' })).getAllByRole('row').slice(1);
