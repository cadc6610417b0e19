import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { traceCommands } from '../../../renderer/commands/traceCommands.ts';
import { copyWays } from '../../../renderer/features/traces/copyTexts.ts';
import { TracePanel } from '../../../renderer/features/traces/TracePanel.tsx';
import { Connection } from '../../../shared/connections/connection.ts';
import type { ContextMenu } from '../../../shared/commands/contextMenu.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { TraceRecord, TraceSummary } from '../../../shared/trace/record.ts';
import { againReasons } from '../../../shared/trace/sendAgain.ts';
import type { ExportContent, TraceExportEvent, TraceSearchEvent } from '../../../shared/trace/traceFile.ts';
import { createStores } from '../../../renderer/stores/stores.ts';
import { showWith, type Shown } from '../showWith.tsx';

function summary(number: number, change: Partial<TraceSummary> = {}): TraceSummary {
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
const failed = summary(2, { operation: 'CreateItem', result: { class: 'error', code: 'ErrorQuotaExceeded', text: 'The mailbox is full.' } });
const busy = summary(3, { status: 503, result: { class: 'throttled', code: 'ErrorServerBusy' } });
const body = '<e:Envelope xmlns:e="x"><e:Body><m:ResponseCode>ErrorQuotaExceeded</m:ResponseCode></e:Body></e:Envelope>';

function record(of: TraceSummary): TraceRecord {
  return { ...of, timings: { sent: 2, firstByte: 80, done: 84 }, request: { headers: [['Authorization', '••••••• (masked)']], body: '<a/>', bytes: 4 }, response: { headers: [['Content-Type', 'text/xml']], body, bytes: 120 } };
}

interface Showing extends Shown {
  readonly copied: string[];
  readonly popUps: ContextMenu[];
  readonly stream: ScriptedStream<undefined, TraceSummary>;
  readonly searches: ScriptedStream<{ text: string; file?: string | undefined }, TraceSearchEvent>;
  readonly resent: ScriptedStream<{ id: string }, { trace: string }>;
  readonly exports: ScriptedStream<{ ids?: string[] | undefined; file?: string | undefined; content: ExportContent }, TraceExportEvent>;
}

function showing(...summaries: TraceSummary[]): Showing {
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
const rows = (): HTMLElement[] => within(screen.getByRole('grid', { name: 'Requests' })).getAllByRole('row').slice(1);

describe('the list of requests', () => {
  it('says that there is nothing yet', () => {
    showing();
    expect(screen.getByText(/No requests yet/)).toBeInTheDocument();
  });

  it('shows a pair in one row, with icon and word for its result', () => {
    showing(summary(1), failed);
    expect(rows()[0]).toHaveTextContent('FindItem');
    expect(within(rows()[1] ?? expect.fail()).getByTitle('Failed')).toBeInTheDocument();
    expect(rows()[1]).toHaveTextContent('ErrorQuotaExceeded');
  });

  it('puts a pair that comes again in its place', () => {
    showing(summary(1, { result: { class: 'none', code: '' } }), summary(1));
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toHaveTextContent('NoError');
  });

  it('filters by status, operation and text, and offers the way back', async () => {
    const user = userEvent.setup();
    showing(summary(1), failed, busy);
    await user.click(screen.getByRole('button', { name: 'Errors 1' }));
    expect(rows()).toHaveLength(1);
    const filter = screen.getByRole('combobox', { name: 'Filter requests' });
    await user.clear(filter);
    await user.type(filter, 'op:finditem status:throttled');
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toHaveTextContent('ErrorServerBusy');
    await user.type(filter, ' nowhere');
    expect(screen.getByText('No request matches the filter.')).toBeInTheDocument();
    await user.click(within(screen.getByText('No request matches the filter.').parentElement ?? expect.fail()).getByRole('button', { name: 'Clear filter' }));
    expect(rows()).toHaveLength(3);
  });

  it('suggests the words for the columns, and the values that are there', async () => {
    const user = userEvent.setup();
    showing(summary(1), failed);
    const filter = screen.getByRole('combobox', { name: 'Filter requests' });
    await user.type(filter, 'op');
    await user.click(screen.getByRole('option', { name: /^op:/ }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['op:CreateItem', 'op:FindItem']);
    await user.click(screen.getByRole('option', { name: 'op:CreateItem' }));
    expect(filter).toHaveValue('op:CreateItem ');
    expect(rows()).toHaveLength(1);
  });

  it('looks for text in the messages, too, and can be stopped', async () => {
    const user = userEvent.setup();
    const { searches } = showing(summary(1), failed);
    await user.type(screen.getByRole('combobox', { name: 'Filter requests' }), 'Zürich');
    expect(screen.getByText('No request matches the filter.')).toBeInTheDocument();
    await vi.waitFor(() => expect(searches.inputs.at(-1)).toEqual({ text: 'zürich' }));
    act(() => searches.emit({ found: ['trace-2'], done: 1, total: 2 }));
    expect(rows()).toHaveLength(1);
    expect(screen.getByText('Searching the messages: 50 %')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(searches.cancelled()).toBe(true);
  });

  it('shows the columns that are chosen', async () => {
    const user = userEvent.setup();
    showing(summary(1));
    expect(screen.queryByRole('columnheader', { name: 'Server' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Server' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('columnheader', { name: 'Server' })).toBeInTheDocument();
    expect(rows()[0]).toHaveTextContent('127.0.0.1');
  });

  it('exports what the filter shows, with placeholders unless told otherwise', async () => {
    const user = userEvent.setup();
    const { exports } = showing(summary(1), failed);
    await user.click(screen.getByRole('button', { name: 'Errors 1' }));
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    expect(exports.inputs.at(-1)).toEqual({ ids: ['trace-2'], content: 'placeholders' });
    act(() => exports.emit({ type: 'written', path: '/tmp/traces.log', pairs: 1 }));
    act(() => exports.end());
    expect(await screen.findByText('1 request written to /tmp/traces.log')).toBeInTheDocument();
  });

  it('goes to the next error with F4', async () => {
    const user = userEvent.setup();
    const { stores } = showing(summary(1), failed, busy, summary(4));
    await user.click(rows()[0] ?? expect.fail());
    act(() => screen.getByRole('grid', { name: 'Requests' }).focus());
    await user.keyboard('{F4}');
    expect(stores.traces.getState().selected).toBe('trace-2');
    await user.keyboard('{F4}');
    expect(stores.traces.getState().selected).toBe('trace-3');
    await user.keyboard('{Shift>}{F4}{/Shift}');
    expect(stores.traces.getState().selected).toBe('trace-2');
  });

  it('keeps still while it is paused', async () => {
    const user = userEvent.setup();
    const { stores } = showing(summary(1));
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    act(() => stores.traces.setState(({ summaries }) => ({ summaries: [...summaries, summary(2)] })));
    expect(rows()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(rows()).toHaveLength(2);
  });
});

describe('the chosen pair', () => {
  it('shows request and response, headers masked, with timings', async () => {
    const user = userEvent.setup();
    showing(failed);
    await user.click(rows()[0] ?? expect.fail());
    const request = await screen.findByRole('region', { name: 'Request' });
    await user.click(within(request).getByRole('tab', { name: 'Headers' }));
    expect(within(request).getByText('••••••• (masked)')).toBeInTheDocument();
    expect(screen.getByText(/sent 2 · waiting 78 · received 4 ms \(connection reused\)/)).toBeInTheDocument();
  });

  it('marks the line of the response that says what went wrong', async () => {
    const user = userEvent.setup();
    showing(failed);
    await user.click(rows()[0] ?? expect.fail());
    const response = await screen.findByRole('region', { name: 'Response' });
    expect(response.querySelector('.cm-code-problem')).toHaveTextContent('ErrorQuotaExceeded');
  });

  it('shows the raw message with Alt+4, and copies in other ways without credentials', async () => {
    const user = userEvent.setup();
    const { copied } = showing(failed);
    await user.click(rows()[0] ?? expect.fail());
    const request = await screen.findByRole('region', { name: 'Request' });
    within(request).getByRole('tab', { name: 'XML' }).focus();
    await user.keyboard('{Alt>}4{/Alt}');
    expect(within(request).getByRole('textbox', { name: 'Request, raw' })).toHaveTextContent('POST https://127.0.0.1/EWS/Exchange.asmx');
    await user.click(screen.getByRole('button', { name: 'More ways to copy' }));
    await user.click(screen.getByRole('menuitem', { name: /cURL/ }));
    expect(copied[0]).toContain("curl -X POST 'https://127.0.0.1/EWS/Exchange.asmx'");
    expect(copied[0]).not.toContain('Authorization');
    await user.click(screen.getByRole('button', { name: 'More ways to copy' }));
    await user.click(screen.getByRole('menuitem', { name: /ticket/ }));
    expect(copied[1]).toContain('Result: ErrorQuotaExceeded (The mailbox is full.)');
  });

  it('copies the pair as text', async () => {
    const user = userEvent.setup();
    const { copied } = showing(failed);
    await user.click(rows()[0] ?? expect.fail());
    await user.click(await screen.findByRole('button', { name: 'Copy pair' }));
    expect(copied[0]).toContain('CreateItem: ErrorQuotaExceeded (The mailbox is full.)');
    expect(copied[0]).toContain('    <m:ResponseCode>ErrorQuotaExceeded</m:ResponseCode>');
  });
});

describe('sending again', () => {
  const demo = { key: 'demo', connection: Connection.parse({ name: 'Demo mailbox', type: 'Exchange Configuration', demo: true }), secret: { stored: true, where: 'keychain', store: 'Secret Service' } } as const;

  /** The first of the pairs is chosen. */
  async function choosing(...summaries: TraceSummary[]): Promise<Showing & { readonly button: HTMLElement }> {
    const shown = showing(...summaries);
    act(() => {
      shown.stores.connections.setState({ entries: [demo] });
      shown.stores.workspace.setState({ view: { id: 'w', name: 'helpdesk', path: '/data/helpdesk', demo: false, runbooks: [] } });
    });
    await userEvent.click(rows()[0] ?? expect.fail());
    return { ...shown, button: await screen.findByRole('button', { name: 'Send again' }) };
  }

  it('shows that it goes on, and then the new pair', async () => {
    const newPair = summary(2, { again: 'trace-1' });
    const { stores, resent, button } = await choosing(summary(1), newPair);
    await userEvent.click(button);
    expect(resent.inputs).toEqual([{ id: 'trace-1' }]);
    expect(screen.getByRole('progressbar', { name: 'Sending FindItem again through Demo mailbox' })).toBeInTheDocument();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    act(() => resent.emit({ trace: 'trace-2' }));
    act(() => resent.end());
    await vi.waitFor(() => expect(stores.traces.getState().record?.id).toBe('trace-2'));
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(rows()[1]).toHaveTextContent('Sent again');
  });

  it('tells of the new pair while the filter or a pause hides it, and leads to it', async () => {
    const { resent, button, stores, stream } = await choosing(summary(1), failed);
    await userEvent.click(screen.getByRole('button', { name: 'Errors 1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await userEvent.click(button);
    act(() => resent.emit({ trace: 'trace-4' }));
    act(() => stream.emit(summary(4, { again: 'trace-1' })));
    act(() => resent.end());
    expect(await screen.findByText(/The list is paused and does not show the new one/)).toBeVisible();
    expect(stores.app.getState().polite.text).toMatch(/^The request was sent again/);
    await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
    expect(screen.getByText(/The filter hides the new one/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show the new request' }));
    expect(screen.queryByText(/was sent again/)).toBeNull();
    expect(stores.traces.getState()).toMatchObject({ filter: '', selected: 'trace-4' });
    expect(rows()[2]).toHaveAttribute('aria-selected', 'true');
  });

  it('is a command, in the menu of the row as well', async () => {
    const { resent, commands, popUps } = await choosing(summary(1), failed);
    expect(commands.enabled('tools.sendAgain')).toBe(true);
    await userEvent.pointer({ keys: '[MouseRight]', target: rows()[0] ?? expect.fail() });
    await vi.waitFor(() => expect(popUps.at(-1)?.entries[0]).toMatchObject({ id: 'tools.sendAgain', enabled: true }));
    await userEvent.pointer({ keys: '[MouseRight]', target: rows()[1] ?? expect.fail() });
    await vi.waitFor(() => expect(popUps.at(-1)?.entries[0]).toMatchObject({ id: 'tools.sendAgain', enabled: false }));
    act(() => screen.getByRole('grid', { name: 'Requests' }).focus());
    await userEvent.keyboard('{Home}{Shift>}{F10}{/Shift}');
    await vi.waitFor(() => expect(popUps.at(-1)).toMatchObject({ entries: [{ enabled: true }, 'separator', ...copyWays.map(({ label }) => ({ label }))], at: { x: expect.any(Number) } }));
    act(() => commands.run('tools.sendAgain'));
    expect(resent.inputs).toEqual([{ id: 'trace-1' }]);
  });

  it('can be stopped', async () => {
    const { resent, button } = await choosing(summary(1));
    await userEvent.click(button);
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(resent.cancelled()).toBe(true);
    await vi.waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
    expect(button).toHaveAttribute('aria-disabled', 'false');
  });

  it('says why it was not sent', async () => {
    const { resent, button } = await choosing(summary(1));
    await userEvent.click(button);
    act(() => resent.end(errorData('secret.missing', { connection: 'Demo mailbox' })));
    expect(await screen.findByText('There is no password for Demo mailbox on this computer.')).toBeInTheDocument();
  });

  it.each([
    ['Sends, changes or deletes: not offered again.', failed],
    ['Its configuration is gone.', summary(1, { configuration: 'removed' })],
    [againReasons.otherWorkspace, summary(1, { workspace: 'another' })],
  ])('is not offered, and says: %s', async (reason, of) => {
    const { resent, button } = await choosing(of);
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(button);
    expect(await screen.findByText(`Send again (Ctrl+Shift+R). ${reason}`)).toBeInTheDocument();
    await userEvent.click(button);
    expect(resent.inputs).toEqual([]);
  });
});
