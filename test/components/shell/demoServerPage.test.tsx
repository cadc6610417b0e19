import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { DemoServerPage } from '../../../renderer/features/demoServer/DemoServerPage.tsx';
import { demoFaults, demoFaultTexts, stoppedDemo, type DemoState } from '../../../shared/demo/demo.ts';
import { showWith } from '../showWith.tsx';

const running: DemoState = {
  ...stoppedDemo,
  running: true,
  url: 'http://127.0.0.1:4321/EWS/Exchange.asmx',
  mailbox: 'helpdesk@contoso.test',
  mailboxes: [{ name: 'Help Desk', address: 'helpdesk@contoso.test', inbox: 1234, sent: 5, calendar: 6, contacts: 7, tasks: 8, other: 9 }],
  requests: [
    { number: 5, at: 0, account: 'helpdesk', operation: 'CreateItem', status: 200, outcome: 'answered', answer: { class: 'error', code: 'ErrorQuotaExceeded' } },
    { number: 4, at: 0, account: 'helpdesk', operation: 'FindItem', status: 500, outcome: 'answered', answer: { class: 'throttled', code: 'ErrorServerBusy' } },
    { number: 3, at: 0, account: 'helpdesk', operation: 'FindItem', status: 200, outcome: 'answered', answer: { class: 'success', code: 'NoError' } },
    { number: 2, at: 0, operation: 'GetItem', status: 401, outcome: 'answered', answer: { class: 'challenge', code: 'HTTP 401' } },
    { number: 1, at: 0, account: 'ana', operation: 'GetFolder', outcome: 'waiting' },
  ],
};
const answer = (state: DemoState): Promise<{ readonly ok: true; readonly value: DemoState }> => Promise.resolve({ ok: true, value: state });
const watching = (state: DemoState): ReturnType<typeof scriptedStream<void, DemoState>>['open'] => (_input, onEvent) => {
  onEvent(state);
  return scriptedStream<void, DemoState>().open(undefined, onEvent);
};
const show = (demo: NonNullable<Parameters<typeof createFakeClient>[0]>['demo'] = {}): ReturnType<typeof showWith> => showWith(<DemoServerPage />, createFakeClient({ demo: { watch: watching(running), ...demo } }));
const texts = (table: string): (string | null)[][] => within(screen.getByRole('table', { name: table })).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell').map((cell) => cell.textContent));

describe('the page of the demo server', () => {
  it('tells its address, what its mailboxes hold, and who asked it what', async () => {
    show();
    expect(await screen.findByText('Running on this computer only')).toBeVisible();
    expect(screen.getByText('http://127.0.0.1:4321/EWS/Exchange.asmx')).toBeVisible();
    expect(screen.getByRole('rowheader', { name: 'Help Desk helpdesk@contoso.test' })).toBeVisible();
    expect(texts('Mailboxes')).toEqual([['1,234', '5', '6', '7', '8', '9']]);
    expect(screen.getByText('Signed in: helpdesk, ana.')).toBeVisible();
    expect(texts('Last requests').map((cells) => cells.slice(1))).toEqual([
      ['helpdesk', 'CreateItem', '200', 'FailedErrorQuotaExceeded'],
      ['helpdesk', 'FindItem', '500', 'ErrorServerBusy'],
      ['helpdesk', 'FindItem', '200', 'SuccessNoError'],
      ['not signed in', 'GetItem', '401', 'Sign-in asked for'],
      ['ana', 'GetFolder', '–', 'Not answered yet'],
    ]);
  });

  it('shows what changes while it is looked at, and follows it no longer', async () => {
    const stream = scriptedStream<void, DemoState>();
    const { unmount } = show({ watch: stream.open });
    act(() => stream.emit(running));
    expect(screen.getByText('Signed in: helpdesk, ana.')).toBeVisible();
    act(() => stream.emit({ ...running, fault: 'serverBusy', requests: [] }));
    expect(screen.getByRole('switch', { name: demoFaults.serverBusy })).toBeChecked();
    expect(screen.getByText(/^Nobody has asked/)).toBeVisible();
    unmount();
    expect(stream.cancelled()).toBe(true);
  });

  it('has a switch for each fault, which says what is seen and what helps, one at a time', async () => {
    const setFault = vi.fn(({ fault }: { readonly fault: DemoState['fault'] }) => answer({ ...running, fault }));
    show({ setFault });
    const busy = await screen.findByRole('switch', { name: demoFaults.serverBusy });
    expect(busy).toHaveAccessibleDescription(`${demoFaultTexts.serverBusy.seen} ${demoFaultTexts.serverBusy.remedy}`);
    await userEvent.click(busy);
    expect(setFault).toHaveBeenLastCalledWith({ fault: 'serverBusy' });
    await userEvent.click(screen.getByRole('switch', { name: demoFaults.slow }));
    await waitFor(() => expect(screen.getAllByRole('switch', { checked: true })).toEqual([screen.getByRole('switch', { name: demoFaults.slow })]));
    await userEvent.click(screen.getByRole('button', { name: 'Switch the fault off' }));
    expect(setFault).toHaveBeenLastCalledWith({ fault: 'none' });
    await waitFor(() => expect(screen.queryByRole('switch', { checked: true })).toBeNull());
  });

  it('keeps the choice that was made last, whatever is told of the ones before meanwhile', async () => {
    const stream = scriptedStream<void, DemoState>();
    const answers: ((state: DemoState) => void)[] = [];
    const setFault = (): ReturnType<typeof answer> => new Promise((resolve) => answers.push((value) => resolve({ ok: true, value })));
    show({ watch: stream.open, setFault });
    act(() => stream.emit(running));
    const on = (): (string | null)[] => screen.getAllByRole('switch', { checked: true }).map((one) => one.closest('li')?.querySelector('label')?.textContent ?? null);
    await userEvent.click(screen.getByRole('switch', { name: demoFaults.serverBusy }));
    await userEvent.click(screen.getByRole('switch', { name: demoFaults.slow }));
    act(() => stream.emit({ ...running, fault: 'serverBusy' }));
    expect(on()).toEqual([demoFaults.slow]);
    await act(async () => answers[1]?.({ ...running, fault: 'slow' }));
    await act(async () => answers[0]?.({ ...running, fault: 'serverBusy' }));
    expect(on()).toEqual([demoFaults.slow]);
    // Once everything is answered the server has the last word again: being busy ends by itself.
    act(() => stream.emit(running));
    expect(screen.queryByRole('switch', { checked: true })).toBeNull();
  });

  it('resets the data after a question, and says so', async () => {
    const reset = vi.fn(() => answer(running));
    const { stores } = show({ reset });
    await userEvent.click(await screen.findByRole('button', { name: 'Reset the demo data…' }));
    const question = within(screen.getByRole('dialog', { name: 'Reset the demo data?' }));
    await userEvent.click(question.getByRole('button', { name: 'Cancel' }));
    expect(reset).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Reset the demo data…' }));
    await userEvent.click(screen.getByRole('button', { name: 'Reset the demo data' }));
    expect(reset).toHaveBeenCalledOnce();
    await waitFor(() => expect(stores.app.getState().notice?.text).toBe('The demo data are as they were at first.'));
  });

  it('says where nobody has asked anything', async () => {
    show({ watch: watching({ ...running, requests: [] }) });
    expect(await screen.findByText(/^Nobody has asked the server anything yet/)).toBeVisible();
  });

  it('offers to start the server that does not run', async () => {
    show({ watch: watching(stoppedDemo) });
    expect(await screen.findByText('The demo server is not running')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open the demo' })).toBeVisible();
    expect(screen.queryByRole('switch')).toBeNull();
  });
});
