import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { copyWays } from '../../../renderer/features/traces/copyTexts.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { againReasons } from '../../../shared/trace/sendAgain.ts';
import { summary, failed, showing, rows, type Showing } from './tracePanelFixture.tsx';

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
