import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { SettingsPage } from '../../../renderer/features/settings/SettingsPage.tsx';
import type { Settings } from '../../../shared/workspace/settings.ts';
import { showWith } from '../showWith.tsx';

let settings: () => Settings;
beforeEach(() => {
  const { stores } = showWith(<SettingsPage />, createFakeClient());
  settings = () => stores.settings.getState().settings;
});

describe('the settings', () => {
  it('are found by words, changed, and reset', async () => {
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search settings' }), 'density');
    expect(screen.queryByRole('combobox', { name: 'Colors' })).toBeNull();
    await userEvent.click(screen.getByRole('combobox', { name: 'Density' }));
    await userEvent.click(screen.getByRole('option', { name: 'Comfortable' }));
    expect(settings().density).toBe('comfortable');
    await userEvent.click(screen.getByRole('button', { name: 'Reset Density' }));
    expect(settings().density).toBe('compact');
    expect(screen.queryByRole('button', { name: 'Reset Density' })).toBeNull();
  });

  it('refuse a number outside its bounds with a sentence, and take one inside when the field is left', async () => {
    const field = screen.getByRole('textbox', { name: 'Text size' });
    await userEvent.clear(field);
    await userEvent.type(field, '500');
    expect(screen.getByRole('alert')).toHaveTextContent('Text size must be between 80 and 200 %.');
    await userEvent.clear(field);
    await userEvent.type(field, '150');
    await userEvent.tab();
    expect(settings().textSize).toBe(150);
  });
});

describe('the keys', () => {
  const row = (name: string): HTMLElement => {
    const found = screen.getAllByRole('row').find((one) => within(one).queryByText(name, { exact: true }) !== null);
    if (found === undefined) throw new Error(`no row ${name}`);
    return found;
  };

  it('are recorded, a conflict is named at once, and a key is reset', async () => {
    await userEvent.click(within(row('Save')).getByRole('button', { name: 'Change the key of Save' }));
    await userEvent.keyboard('{Control>}n{/Control}');
    expect(within(row('Save')).getByRole('status')).toHaveTextContent('New Runbook already has this key.');
    expect(within(row('Save')).getByRole('button', { name: 'Use this key' })).toBeDisabled();
    within(row('Save')).getByRole('textbox').focus();
    await userEvent.keyboard('{Control>}{Alt>}j{/Alt}{/Control}{Enter}');
    expect(settings().keys).toEqual({ 'file.save': 'CmdOrCtrl+Alt+J' });
    expect(within(row('Save')).getByText('Ctrl+Alt+J')).toBeVisible();
    await userEvent.click(within(row('Save')).getByRole('button', { name: 'Reset the key of Save' }));
    expect(settings().keys).toEqual({});
  });

  it('can be taken away, and Esc leaves them as they were', async () => {
    await userEvent.click(within(row('Save')).getByRole('button', { name: 'Change the key of Save' }));
    await userEvent.keyboard('{Escape}');
    expect(settings().keys).toEqual({});
    await userEvent.click(within(row('Save')).getByRole('button', { name: 'Change the key of Save' }));
    await userEvent.click(within(row('Save')).getByRole('button', { name: 'Use no key' }));
    expect(settings().keys).toEqual({ 'file.save': '' });
    expect(within(row('Save')).getByText('none')).toBeVisible();
  });

  it('of the whole window are no single letters', async () => {
    await userEvent.click(within(row('Save')).getByRole('button', { name: 'Change the key of Save' }));
    await userEvent.keyboard('k');
    expect(within(row('Save')).getByRole('status')).toHaveTextContent('needs Ctrl or Alt');
  });
});
