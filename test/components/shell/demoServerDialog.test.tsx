import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { DemoServerDialog } from '../../../renderer/features/demoServer/DemoServerDialog.tsx';
import { demoFaults, type DemoState } from '../../../shared/demo/demo.ts';
import { showWith } from '../showWith.tsx';

const running: DemoState = { running: true, url: 'http://127.0.0.1:4321/EWS/Exchange.asmx', fault: 'none', mailbox: 'helpdesk@contoso.test' };
const answer = (state: DemoState): Promise<{ readonly ok: true; readonly value: DemoState }> => Promise.resolve({ ok: true, value: state });

it('shows the state and causes a fault', async () => {
  const setFault = vi.fn(({ fault }: { readonly fault: DemoState['fault'] }) => answer({ ...running, fault }));
  showWith(<DemoServerDialog onClose={() => {}} />, createFakeClient({ demo: { state: () => answer(running), setFault } }));
  expect(await screen.findByText('Mailbox: helpdesk@contoso.test')).toBeVisible();
  expect(screen.getByLabelText(demoFaults.none)).toBeChecked();
  await userEvent.click(screen.getByLabelText(demoFaults.serverBusy));
  expect(setFault).toHaveBeenCalledWith({ fault: 'serverBusy' });
  await waitFor(() => expect(screen.getByLabelText(demoFaults.serverBusy)).toBeChecked());
});

it('resets the data and says so', async () => {
  const { stores } = showWith(<DemoServerDialog onClose={() => {}} />, createFakeClient({ demo: { state: () => answer(running), reset: () => answer(running) } }));
  await userEvent.click(await screen.findByText('Reset the data'));
  await waitFor(() => expect(stores.app.getState().notice?.text).toBe('The demo mailbox is as it was at first.'));
});

it('offers to start the server that does not run', async () => {
  showWith(<DemoServerDialog onClose={() => {}} />);
  expect(await screen.findByText(/is not running/)).toBeVisible();
  expect(screen.getByText('Open the demo')).toBeVisible();
});
