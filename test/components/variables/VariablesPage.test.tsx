import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createFakeClient, type FakeAnswers } from '../../../renderer/api/fakeClient.ts';
import { loadAhead } from '../../../renderer/app/lazyParts.ts';
import { Dialogs } from '../../../renderer/app/Dialogs.tsx';
import { VariablesPage } from '../../../renderer/features/variables/VariablesPage.tsx';
import { Schedule } from '../../../shared/globals/schedule.ts';
import { Variable } from '../../../shared/globals/variable.ts';
import type { GlobalsView } from '../../../shared/globals/view.ts';
import { showWith, type Shown } from '../showWith.tsx';

// The window loads these while it is idle.
beforeAll(() => loadAhead(() => Promise.resolve()));

const workspace = { id: 'w', name: 'Help desk', path: '/w', demo: false, runbooks: [] };
const view: GlobalsView = {
  variables: [
    { name: 'Team lead', variable: Variable.parse({ value: 'ana@contoso.test', folder: 'Mail' }) },
    { name: 'Api key', variable: Variable.parse({ encrypted: true }), secret: { stored: false, where: 'keychain', store: 'Secret Service' } },
  ],
  counters: [{ name: 'Tickets', counter: { default: 7 }, values: { 'Number mail': 12 } }],
  schedules: [{ name: 'Office', schedule: Schedule.parse({ daysOfWeek: ['Monday'], hours: { Monday: '8-16' } }) }],
};
const use = { runbook: 'number-mail', runbookName: 'Number mail', activity: 'tell', activityName: 'Tell', field: 'Summary' };

async function show(globals: Partial<GlobalsView> = view, answers: FakeAnswers['globals'] = {}): Promise<Shown> {
  const api = createFakeClient({ globals: { uses: async () => ({ ok: true, value: [use] }), ...answers } }, { workspace, globals });
  const shown = showWith(
    <>
      <VariablesPage />
      <Dialogs />
    </>,
    api,
  );
  await act(async () => {
    await shown.stores.workspace.getState().load();
    await shown.stores.globals.getState().load();
  });
  return shown;
}

const row = (name: RegExp): HTMLElement => screen.getByRole('row', { name });

describe('the list', () => {
  it('shows what a variable holds, where it is used, and which value is missing here', async () => {
    await show();
    expect(row(/Team lead/)).toHaveTextContent('Mail / Team leadPlainana@contoso.test1 place');
    expect(row(/Api key/)).toHaveTextContent('Api keyEncryptedNeeds a value on this computerSet…');
  });

  it('says what variables are for while there are none', async () => {
    await show({});
    expect(screen.getByText('Variables hold values used in several runbooks, such as a folder name or an address.')).toBeVisible();
    await userEvent.click(screen.getAllByRole('button', { name: 'New variable' })[0] ?? document.body);
    expect(screen.getByRole('dialog', { name: 'New variable' })).toBeVisible();
  });

  it('is worked with by the keyboard alone', async () => {
    const user = userEvent.setup();
    await show();
    await user.click(screen.getByRole('grid', { name: 'Variables' }));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByRole('dialog', { name: 'Edit variable Team lead' })).toBeVisible();
  });
});

describe('an encrypted variable', () => {
  it('is set, and its value goes nowhere but to main', async () => {
    const user = userEvent.setup();
    const saveVariable = vi.fn(async () => ({ ok: true as const, value: view }));
    const { stores } = await show(view, { saveVariable });
    await user.click(screen.getByRole('button', { name: 'Set…', hidden: true }));
    const dialog = screen.getByRole('dialog', { name: 'Edit variable Api key' });
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Enter the value, or clear Encrypted variable.');
    await user.type(within(dialog).getByLabelText(/^Value/), 'Sesame-2026');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(saveVariable).toHaveBeenCalledWith({ name: 'Api key', isNew: false, variable: { value: '', encrypted: true }, value: 'Sesame-2026' });
    expect(JSON.stringify(stores.globals.getState())).not.toContain('Sesame-2026');
  });

  it('that is stored can be replaced and removed, not read', async () => {
    const user = userEvent.setup();
    const clearValue = vi.fn(async () => ({ ok: true as const, value: view }));
    const stored = { ...view, variables: [{ name: 'Api key', variable: Variable.parse({ encrypted: true }), secret: { stored: true, where: 'keychain' as const, store: 'Secret Service' } }] };
    const { stores } = await show(stored, { clearValue });
    act(() => stores.layout.getState().openDialog({ kind: 'variable', name: 'Api key' }));
    const dialog = screen.getByRole('dialog', { name: 'Edit variable Api key' });
    expect(within(dialog).getByText(/stored in Secret Service/)).toBeVisible();
    expect(within(dialog).queryByLabelText(/^Value/, { selector: 'input' })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Remove value' }));
    expect(clearValue).toHaveBeenCalledWith({ name: 'Api key' });
  });
});

describe('renaming', () => {
  it('shows the places that follow, and can be taken back', async () => {
    const user = userEvent.setup();
    const rename = vi.fn(async () => ({ ok: true as const, value: { view, changed: ['number-mail'] } }));
    const { stores } = await show(view, { rename });
    act(() => stores.layout.getState().openDialog({ kind: 'variable', name: 'Team lead' }));
    const name = screen.getByRole('textbox', { name: /Name/ });
    await user.clear(name);
    await user.type(name, 'Manager');
    expect(screen.getByText('1 place will follow the new name:')).toBeVisible();
    expect(screen.getByText('Tell: Summary')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(stores.app.getState().notice?.text).toBe('The variable Team lead is called Manager now, also in 1 place that use it.'));
    await act(async () => stores.app.getState().notice?.undo?.());
    expect(rename.mock.calls).toEqual([[{ kind: 'variables', from: 'Team lead', to: 'Manager', open: [] }], [{ kind: 'variables', from: 'Manager', to: 'Team lead', open: [] }]]);
  });

  it('refuses a name that is taken', async () => {
    const user = userEvent.setup();
    const { stores } = await show();
    act(() => stores.layout.getState().openDialog({ kind: 'variable' }));
    await user.type(screen.getByRole('textbox', { name: /Name/ }), 'team LEAD');
    expect(screen.getByText('There is already a variable called team LEAD.')).toBeVisible();
  });
});

it('a counter shows its current value and is reset', async () => {
  const user = userEvent.setup();
  await show();
  await user.click(screen.getByRole('tab', { name: 'Counters 1' }));
  await user.click(row(/Tickets 12 \(Number mail\)/));
  await user.click(screen.getByRole('button', { name: 'Reset counter' }));
  await user.click(within(screen.getByRole('dialog', { name: 'Reset Tickets?' })).getByRole('button', { name: 'Reset counter' }));
  await waitFor(() => expect(row(/Tickets 7/)).toBeVisible());
});

it('the hours of a schedule are permitted and denied with the keyboard', async () => {
  const user = userEvent.setup();
  const saveSchedule = vi.fn(async () => ({ ok: true as const, value: view }));
  await show(view, { saveSchedule });
  await user.click(screen.getByRole('tab', { name: 'Schedules 1' }));
  await user.dblClick(row(/Office/));
  const cell = (name: string): HTMLElement => screen.getByRole('gridcell', { name });
  act(() => cell('Monday 08:00 permitted').focus());
  await user.keyboard(' {ArrowLeft} ');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saveSchedule).toHaveBeenCalled());
  expect(saveSchedule).toHaveBeenCalledWith({ name: 'Office', isNew: false, schedule: expect.objectContaining({ hours: { Monday: '7,9-16' } }) });
});
