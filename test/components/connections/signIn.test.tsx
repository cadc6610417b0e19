import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { ConnectionDialog } from '../../../renderer/features/connections/ConnectionDialog.tsx';
import { Connection } from '../../../shared/connections/connection.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import type { SignInEvent } from '../../../shared/connections/signIn.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { AppApi } from '../../../shared/ipc/contract.ts';
import { showWith } from '../showWith.tsx';
import { connectionFixture, type Fixture } from './connectionFixture.ts';

type Draft = Parameters<AppApi['connections']['signIn']>[0];

const online = (more: Partial<Connection> = {}): ConnectionEntry => ({
  key: 'contoso',
  connection: Connection.parse({
    name: 'contoso',
    type: 'Exchange Configuration',
    serverAddress: 'outlook.office365.com',
    username: 'ana@contoso.test',
    exchangeOnline: true,
    applicationId: '00000000-1111-4222-8333-444444444444',
    tenantId: 'contoso.test',
    ...more,
  }),
  secret: { stored: true, where: 'keychain', store: 'Secret Service' },
});

async function show(entry: ConnectionEntry, answers: Partial<AppApi['connections']> = {}): Promise<Fixture & { readonly signIn: ScriptedStream<Draft, SignInEvent>; readonly copied: string[] }> {
  const signIn = scriptedStream<Draft, SignInEvent>();
  const copied: string[] = [];
  const copyText: AppApi['app']['copyText'] = async ({ text }) => {
    copied.push(text);
    return { ok: true, value: undefined };
  };
  const list: AppApi['connections']['list'] = async () => ({ ok: true, value: [entry] });
  const made = await connectionFixture({ app: { copyText }, connections: { list, signIn: signIn.open, ...answers } });
  showWith(<ConnectionDialog target={{ key: entry.key }} onClose={vi.fn()} />, made.api, {}, made.stores);
  return { ...made, signIn, copied };
}

const panel = (): ReturnType<typeof within> => within(screen.getByRole('region', { name: 'Sign-in' }));

describe('the sign-in of a configuration for Exchange Online', () => {
  it('warns of the end of EWS with the application to allow', async () => {
    await show(online());
    expect(screen.getByText(/for good on 1 April 2027.*00000000-1111-4222-8333-444444444444/)).toBeVisible();
  });

  it('says before any failure what the legacy method cannot do, and asks for a password only then', async () => {
    await show(online());
    expect(screen.queryByText(/does not work with multifactor authentication/)).not.toBeInTheDocument();
    expect(screen.queryByText('Password')).not.toBeInTheDocument();
  });

  it('shows the warning and the password with the legacy method', async () => {
    await show(online({ signInMethod: 'User name and password (legacy)' }));
    expect(screen.getByText(/does not work with multifactor authentication/)).toBeVisible();
    expect(screen.getByText('Password')).toBeVisible();
  });

  it('shows who is signed in, and signs out', async () => {
    const signedIn = { signedIn: true, userName: 'ana@contoso.test', validUntil: '2026-11-23T14:05:00.000Z', kept: 'disk' } as const;
    await show(online(), { signInState: async () => ({ ok: true, value: signedIn }) });
    await waitFor(() => expect(panel().getByRole('status')).toHaveTextContent(/Signed in as ana@contoso.test, valid until/));
    await userEvent.click(panel().getByText('Sign out'));
    expect(panel().getByRole('status')).toHaveTextContent('Not signed in');
  });

  it('shows a device code to copy, and can be cancelled', async () => {
    const { signIn, copied } = await show(online({ signInMethod: 'Device code' }));
    await userEvent.click(panel().getByText('Sign in…'));
    act(() => signIn.emit({ type: 'deviceCode', code: 'ABCD1234', page: 'https://microsoft.com/devicelogin', expiresAt: '2026-11-23T14:05:00.000Z' }));
    const code = within(screen.getByRole('group', { name: 'Device code' }));
    expect(code.getByText('ABCD1234')).toBeVisible();
    await userEvent.click(code.getByText('Copy code'));
    expect(copied).toEqual(['ABCD1234']);
    await userEvent.click(panel().getByText('Cancel sign-in'));
    await waitFor(() => expect(panel().getByText('Sign in…')).toBeVisible());
    expect(screen.queryByRole('group', { name: 'Device code' })).not.toBeInTheDocument();
  });

  it('copies the admin-consent link of a failure', async () => {
    const link = 'https://login.microsoftonline.com/contoso.test/adminconsent?client_id=1';
    const error = errorData('signIn.consentMissing', {}, { actions: [{ kind: 'copyText', label: 'Copy admin-consent link', text: link }] });
    const { signIn, copied } = await show(online());
    await userEvent.click(panel().getByText('Sign in…'));
    act(() => signIn.end(error));
    await userEvent.click(await panel().findByText('Copy admin-consent link'));
    expect(copied).toEqual([link]);
  });

  it('switches to the browser with the button of a test that failed', async () => {
    const { signIn, test } = await show(online({ signInMethod: 'User name and password (legacy)' }));
    await userEvent.click(screen.getByText('Test connection'));
    const error = errorData('signIn.interactionRequired', { aadsts: '50076' }, { actions: [{ kind: 'signIn', method: 'Sign in with browser' }] });
    act(() => test.emit({ type: 'stageFailed', stage: 'signIn', error, durationMs: 20 }));
    await userEvent.click(screen.getByText('Switch to browser sign-in'));
    expect(signIn.inputs[0]).toMatchObject({ key: 'contoso', connection: { signInMethod: 'Sign in with browser' } });
    expect(screen.queryByText(/does not work with multifactor authentication\. /)).not.toBeInTheDocument();
  });
});
