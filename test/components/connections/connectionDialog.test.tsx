import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ConnectionDialog } from '../../../renderer/features/connections/ConnectionDialog.tsx';
import { connectionFields } from '../../../shared/connections/connection.ts';
import { clouds } from '../../../shared/connections/clouds.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { showWith } from '../showWith.tsx';
import { connectionFixture, contoso, type Fixture } from './connectionFixture.ts';

const typedPassword = (): string => ['made', 'up', String(Math.random()).slice(2)].join('-');
// By label rather than by role: in a form of this size a search by role takes seconds without a real browser.
const box = (name: string): HTMLElement => screen.getByLabelText(new RegExp(`^${name}\\*?$`), { selector: 'input' });
const online = 'Server is Exchange Online or Office365';
const applicationId = /client/;

async function show(key?: string, fixture?: Fixture): Promise<Fixture & { readonly onClose: ReturnType<typeof vi.fn> }> {
  const made = fixture ?? (await connectionFixture());
  const onClose = vi.fn();
  showWith(<ConnectionDialog target={key === undefined ? {} : { key }} onClose={onClose} />, made.api, {}, made.stores);
  return { ...made, onClose };
}

async function fillIn(password: string): Promise<void> {
  const values = [[box('Name'), 'fabrikam'], [box('Exchange Server Address'), 'mail.fabrikam.test'], [box('Username'), 'li@fabrikam.test'], [screen.getByLabelText(/^Password/), password]] as const;
  for (const [field, value] of values) {
    await userEvent.click(field);
    await userEvent.paste(value);
  }
}

describe('the fields', () => {
  it('are those of the pack, in its order and with its labels', async () => {
    await show();
    await userEvent.click(screen.getByLabelText(/Item Activity/));
    await userEvent.click(screen.getByLabelText(online));
    const chosen: Readonly<Record<string, string>> = { type: 'Exchange Configuration (Item Activity)', exchangeOnline: 'True' };
    const fields: readonly (readonly [string, Field])[] = Object.entries(connectionFields);
    const isShown = (key: string, { when }: Field): boolean => key !== 'password' && (when === undefined || chosen[when.field] === when.is);
    const wanted = fields.filter(([key, field]) => isShown(key, field)).map(([, { label }]) => label);
    const found = [...screen.getByRole('dialog').querySelectorAll('label, [id$="-label"]')].map((label) => label.textContent.replace('*', '').trim());
    expect(found.filter((label, index) => wanted.some((one) => one === label) && found.indexOf(label) === index)).toEqual(wanted);
  });

  it('are shown only while they matter, and keep what was typed', async () => {
    await show();
    expect(screen.queryByLabelText(applicationId)).not.toBeInTheDocument();
    expect(screen.queryByText('Item Type')).not.toBeInTheDocument();
    await userEvent.click(screen.getByLabelText(online));
    expect(screen.getByText(/for good on 1 April 2027/)).toBeVisible();
    await userEvent.type(screen.getByLabelText(applicationId), 'abc');
    await userEvent.click(screen.getByLabelText(online));
    expect(screen.queryByLabelText(applicationId)).not.toBeInTheDocument();
    await userEvent.click(screen.getByLabelText(online));
    expect(screen.getByLabelText(applicationId)).toHaveValue('abc');
  });

  it('say where a value is found that another program shows, and copy what is needed there', async () => {
    const copied: string[] = [];
    const fixture = await connectionFixture();
    await show(undefined, { ...fixture, api: { ...fixture.api, app: { ...fixture.api.app, copyText: ({ text }) => (copied.push(text), Promise.resolve({ ok: true, value: undefined })) } } });
    await userEvent.click(screen.getByLabelText(online));
    const [where] = screen.getAllByLabelText('Where do I find this?').filter((one) => one.getAttribute('aria-describedby') === screen.getByText(applicationId).closest('label')?.id);
    await userEvent.click(where ?? expect.fail());
    const told = screen.getByRole('dialog', { name: /^Azure AD application \(client\) ID: where it is found/ });
    expect(told).toHaveTextContent('App registrations in the Microsoft Entra admin center');
    await userEvent.click(within(told).getByText('Copy redirect address'));
    await userEvent.click(within(told).getByText('Copy permission name'));
    expect(copied).toEqual(['http://localhost', 'EWS.AccessAsUser.All']);
    expect(within(told).getAllByText('Copied')).toHaveLength(2);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(told).not.toBeInTheDocument());
    expect(screen.getByRole('dialog', { name: /Configuration$/ })).toBeInTheDocument();
  });

  it('do not offer the type of a configuration that exists', async () => {
    await show(contoso.key);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.getByText('The type of a configuration cannot be changed.')).toBeVisible();
  });
});

describe('what is wrong', () => {
  it('is said when a field is left, not while it is typed', async () => {
    await show();
    await userEvent.type(box('Name'), 'contos');
    await userEvent.type(box('Name'), 'o');
    expect(box('Name')).toBeValid();
    await userEvent.tab();
    expect(box('Name')).toBeInvalid();
    expect(box('Name')).toHaveAccessibleDescription(/contoso/);
  });

  it('takes the focus on OK, the first problem first', async () => {
    const { saved } = await show();
    await userEvent.type(box('Name'), 'fabrikam');
    await userEvent.click(screen.getByText('OK'));
    expect(box('Exchange Server Address')).toHaveFocus();
    expect(box('Exchange Server Address')).toBeInvalid();
    expect(saved).toEqual([]);
  });

  it('is a number that is none', async () => {
    await show(contoso.key);
    await userEvent.clear(box('Timeout'));
    await userEvent.type(box('Timeout'), 'soon');
    await userEvent.click(screen.getByText('OK'));
    expect(box('Timeout')).toHaveFocus();
    expect(screen.getByText(/Timeout must be a whole number/)).toBeVisible();
  });
});

describe('the password', () => {
  it('goes to main and is nowhere on the screen or in the stores afterwards', async () => {
    const password = typedPassword();
    const { saved, stores, onClose } = await show();
    await fillIn(password);
    await userEvent.click(screen.getByText('OK'));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(saved).toHaveLength(1);
    expect(saved[0]?.password).toBe(password);
    expect(saved[0]?.connection).toMatchObject({ name: 'fabrikam', serverAddress: 'mail.fabrikam.test', timeout: 100 });
    expect(JSON.stringify(stores.connections.getState())).not.toContain(password);
  });

  it('that is stored is only said to be there', async () => {
    const { saved } = await show(contoso.key);
    expect(screen.queryByLabelText(/^Password/, { selector: 'input' })).not.toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Password' })).toHaveTextContent('•••••••• stored in Secret Service');
    await userEvent.click(screen.getByText('OK'));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).not.toHaveProperty('password');
  });

  it('can be replaced, or kept after all', async () => {
    await show(contoso.key);
    await userEvent.click(screen.getByRole('button', { name: 'Replace password' }));
    expect(screen.getByLabelText(/^Password/)).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Keep the stored one' }));
    expect(screen.getByRole('group', { name: 'Password' })).toBeVisible();
  });

  it('can be removed', async () => {
    await show(contoso.key);
    await userEvent.click(screen.getByRole('button', { name: 'Remove password' }));
    expect(await screen.findByLabelText(/^Password/)).toHaveValue('');
  });

  it('is kept until the app closes where there is no keychain, and the form says so', async () => {
    const facts = { version: '1', electron: '1', platform: 'linux', keychain: { available: false, store: 'Secret Service' } };
    await show(undefined, await connectionFixture({ app: { facts: () => Promise.resolve({ ok: true, value: facts }) } }));
    expect(screen.getByText(/no credential store available\. The password is kept until the app closes\./)).toBeVisible();
  });
});

describe('leaving the form', () => {
  it('closes at once when nothing was changed', async () => {
    const { onClose } = await show(contoso.key);
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledWith(undefined);
  });

  it('asks when something was changed', async () => {
    const { onClose } = await show(contoso.key);
    await userEvent.type(box('Name'), 's');
    await userEvent.keyboard('{Escape}');
    const question = screen.getByRole('dialog', { name: 'Discard the changes?' });
    expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(within(question).getByRole('button', { name: 'Discard changes' }));
    expect(onClose).toHaveBeenCalledWith(undefined);
  });
});

describe('what is pasted into the wrong field', () => {
  it('moves to the right one, with a way back', async () => {
    const { stores } = await show();
    await userEvent.click(box('Exchange Server Address'));
    await userEvent.paste('FABRIKAM\\li');
    expect(box('Exchange Server Address')).toHaveValue('');
    expect(box('Domain')).toHaveValue('FABRIKAM');
    expect(box('Username')).toHaveValue('li');
    expect(stores.app.getState().notice?.text).toBe('What was pasted belongs to Domain and Username.');
    act(() => stores.app.getState().notice?.undo?.());
    expect(box('Exchange Server Address')).toHaveValue('FABRIKAM\\li');
    expect(box('Domain')).toHaveValue('');
    expect(box('Username')).toHaveValue('');
  });

  it('stays where it joins what was typed before', async () => {
    await show();
    await userEvent.type(box('Exchange Server Address'), 'mail.');
    await userEvent.paste('li@fabrikam.test');
    expect(box('Exchange Server Address')).toHaveValue('mail.li@fabrikam.test');
  });
});

describe('the cloud instance URL', () => {
  it('lists the national clouds, and takes any other address', async () => {
    await show();
    await userEvent.click(screen.getByLabelText(online));
    const cloud = box('Azure AD Cloud Instance URL');
    expect(cloud).toHaveValue('https://login.microsoftonline.com');
    await userEvent.click(cloud);
    await userEvent.keyboard('{ArrowDown}');
    const options = screen.getAllByRole('option').map((option) => option.textContent);
    expect(options).toEqual(clouds.map(({ instance, name }) => `${instance}${name}`));
    await userEvent.click(screen.getByText('China (21Vianet)'));
    expect(cloud).toHaveValue('https://login.partner.microsoftonline.cn');
    await userEvent.clear(cloud);
    await userEvent.paste('https://login.fabrikam.test');
    expect(cloud).toHaveValue('https://login.fabrikam.test');
  });
});
