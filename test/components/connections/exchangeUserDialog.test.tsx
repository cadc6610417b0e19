import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ExchangeUserDialog } from '../../../renderer/features/connections/ExchangeUserDialog.tsx';
import { showWith } from '../showWith.tsx';
import { connectionFixture, type Fixture } from './connectionFixture.ts';

const uses = [{ runbook: 'triage', runbookName: 'Triage mail', activity: 'reply', activityName: 'Reply to sender' }];

async function show(): Promise<Fixture & { readonly onClose: ReturnType<typeof vi.fn> }> {
  const fixture = await connectionFixture({ connections: { uses: () => Promise.resolve({ ok: true, value: uses }) } });
  const onClose = vi.fn();
  showWith(<ExchangeUserDialog edit={undefined} onClose={onClose} />, fixture.api, {}, fixture.stores);
  return { ...fixture, onClose };
}

it('lists the configurations with what tells them apart', async () => {
  await show();
  expect(screen.getByRole('tab', { name: 'Configurations', selected: true })).toBeVisible();
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Name', 'Type', 'Server', 'Account', 'Item type', 'Last check', 'Used by']);
  const row = screen.getByRole('row', { name: /^contoso/ });
  expect(row).toHaveTextContent('mail.contoso.test');
  expect(row).toHaveTextContent('ana@contoso.test');
  expect(row).toHaveTextContent('Not tested');
  expect(row).toHaveTextContent('1 activity');
});

it('opens Add Configuration and Edit Configuration', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Add…' }));
  expect(screen.getByRole('dialog', { name: 'Add Configuration' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Add Configuration' })).not.toBeInTheDocument());
  await userEvent.click(screen.getByRole('button', { name: 'Edit…' }));
  expect(screen.getByRole('dialog', { name: 'Edit Configuration' })).toBeVisible();
});

it('duplicates all but the password, and opens the copy', async () => {
  const { stores } = await show();
  await userEvent.click(screen.getByRole('button', { name: 'Duplicate…' }));
  const form = await screen.findByRole('dialog', { name: 'Edit Configuration' });
  expect(within(form).getByRole('textbox', { name: 'Name' })).toHaveValue('Copy of contoso');
  expect(stores.connections.getState().entries.map(({ secret }) => secret.stored)).toEqual([true, false]);
});

it('names the activities that use a configuration before it is removed', async () => {
  const { stores } = await show();
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  const question = screen.getByRole('dialog', { name: 'Remove contoso?' });
  expect(question).toHaveTextContent('Triage mail');
  expect(question).toHaveTextContent('Reply to sender');
  expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.click(within(question).getByRole('button', { name: 'Remove configuration' }));
  await waitFor(() => expect(stores.connections.getState().entries).toEqual([]));
  expect(await screen.findByText('No configurations yet')).toBeVisible();
});

it('closes with Finish, Cancel and Esc', async () => {
  const { onClose } = await show();
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(3);
});
