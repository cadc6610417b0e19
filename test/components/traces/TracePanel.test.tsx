import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { emptyRunView } from '../../../shared/engine/runView.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { summary, failed, busy, showing, rows } from './tracePanelFixture.tsx';

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

  it('calls a request of an earlier test by the name that its activity has in the last one', () => {
    const { stores } = showing(summary(1, { run: 'run-0', execution: 'e', activity: 'find' }));
    expect(rows()[0]).not.toHaveTextContent('Find unread mail');
    const view = { ...emptyRunView, run: 'run-1', names: { find: 'Find unread mail' } };
    const run = { key: 'triage', document: Runbook.parse({ name: 'Triage' }), mode: 'run' as const, view, stopping: false, real: [] };
    act(() => stores.runs.getState().adopt(run));
    expect(rows()[0]).toHaveTextContent('Find unread mail');
    // Another runbook calls an activity of that key differently: nobody knows which one it was.
    act(() => stores.runs.getState().adopt({ ...run, key: 'other', view: { ...view, run: 'run-2', names: { find: 'Find old mail' } } }));
    expect(rows()[0]).not.toHaveTextContent('Find unread mail');
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

  it('shows the impersonated user of a request, and filters by it', async () => {
    const user = userEvent.setup();
    showing(summary(1), summary(2, { impersonated: 'ana@contoso.test' }));
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Impersonated user' }));
    await user.keyboard('{Escape}');
    expect(rows().map((row) => within(row).queryByText('ana@contoso.test') !== null)).toEqual([false, true]);
    await user.type(screen.getByRole('combobox', { name: 'Filter requests' }), 'user:ana');
    expect(rows()).toHaveLength(1);
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

describe('with the keyboard', () => {
  it('goes from the list to the message, changes how it is shown, copies the pair, and finds', async () => {
    const user = userEvent.setup();
    const { copied, stores } = showing(summary(1), failed);
    const list = screen.getByRole('grid', { name: 'Requests' });
    act(() => list.focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const response = await screen.findByRole('region', { name: 'Response' });
    await user.keyboard('{Alt>}3{/Alt}');
    expect(within(response).getByRole('tab', { name: 'Headers' })).toHaveAttribute('aria-selected', 'true');
    expect(list).toHaveFocus();
    await user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
    expect(copied[0]).toContain('CreateItem: ErrorQuotaExceeded');
    expect(stores.app.getState().notice?.text).toBe('Request and response copied; secrets are masked.');
    await user.keyboard('{Alt>}2{/Alt}{Enter}');
    expect(within(response).getByRole('textbox', { name: 'Response, XML' })).toHaveFocus();
    await user.keyboard('{Control>}f{/Control}');
    expect(within(response).getByRole('searchbox', { name: 'Find in the message' })).toHaveFocus();
    act(() => list.focus());
    await user.keyboard('{Control>}f{/Control}');
    expect(screen.getByRole('combobox', { name: 'Filter requests' })).toHaveFocus();
  });
});
