import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ConnectionDialog } from '../../../renderer/features/connections/ConnectionDialog.tsx';
import { errorData } from '../../../shared/errors/appError.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { showWith } from '../showWith.tsx';
import { connectionFixture, contoso, type Fixture } from './connectionFixture.ts';

async function started(answers?: Parameters<typeof connectionFixture>[0]): Promise<Fixture> {
  const fixture = await connectionFixture(answers);
  showWith(<ConnectionDialog target={{ key: contoso.key }} onClose={() => {}} />, fixture.api, {}, fixture.stores);
  await userEvent.click(screen.getByRole('button', { name: 'Test connection' }));
  return fixture;
}

const stages = (): readonly (string | null)[] => within(screen.getByRole('list', { name: 'Stages' })).getAllByRole('listitem').map((stage) => stage.textContent);
const refusedPair = {
  kind: 'ews',
  connection: 'contoso',
  operation: 'GetFolder',
  method: 'POST',
  url: 'https://mail.contoso.test/EWS/Exchange.asmx',
  startedAt: '2026-11-26T10:00:00.000Z',
  durationMs: 12,
  status: 401,
  result: { class: 'error', code: 'HTTP 401' },
  attempt: 1,
  requestId: 'request-7',
  requestBytes: 4,
  responseBytes: 0,
  timings: {},
  request: { headers: [['accept', 'text/xml']] as [string, string][], body: '<a/>', bytes: 4 },
  response: { headers: [['www-authenticate', 'Basic']] as [string, string][], body: '', bytes: 0 },
} as const;
const dns = errorData('app.invalidRequest', { channel: 'dns' });

it('tests values that are not saved, without a password when a stored one is meant', async () => {
  const { test } = await started();
  expect(test.inputs).toHaveLength(1);
  expect(test.inputs[0]).toMatchObject({ key: 'contoso', connection: { name: 'contoso' } });
  expect(test.inputs[0]).not.toHaveProperty('password');
});

it('shows each stage as it happens, with fact and time', async () => {
  const { test } = await started();
  act(() => test.emit({ type: 'stageStarted', stage: 'address' }));
  expect(screen.getByText('Checking…')).toBeVisible();
  act(() => test.emit({ type: 'stagePassed', stage: 'address', fact: '203.0.113.10', durationMs: 24 }));
  expect(stages()[0]).toMatch(/Passed.*Address203\.0\.113\.1024 ms/);
  act(() => test.emit({ type: 'stageSkipped', stage: 'certificate', reason: 'not encrypted' }));
  expect(stages()[2]).toMatch(/Not tried.*Certificatenot encrypted/);
});

it('says what a test that passed learnt, and remembers that it passed', async () => {
  const { test, stores } = await started();
  const summary = { product: 'Exchange Server 2019', build: '15.2', mailbox: 'ana@contoso.test', folder: 'Inbox', itemCount: 1204, roundTripMs: 37, clockDifferenceSeconds: 600 };
  act(() => {
    test.emit({ type: 'finished', ok: true, summary });
    test.end();
  });
  expect(screen.getByText('The connection works.')).toBeVisible();
  expect(screen.getByText('ana@contoso.test, 1,204 items in Inbox')).toBeVisible();
  expect(screen.getByText('The server\'s clock is 10 minutes ahead.')).toBeVisible();
  expect(stores.connections.getState().checks['contoso']?.ok).toBe(true);
  expect(stores.app.getState().polite.text).toBe('The connection works.');
});

it('says what happened, why and what to do; copies it; tests again', async () => {
  const copyText = vi.fn(() => Promise.resolve({ ok: true, value: undefined } as const));
  const { test, stores } = await started({ app: { copyText } });
  act(() => {
    test.emit({ type: 'stageFailed', stage: 'address', error: dns, durationMs: 12 }, { type: 'finished', ok: false });
    test.end();
  });
  expect(screen.getByRole('alert')).toHaveTextContent(dns.what);
  for (const step of dns.fix) expect(screen.getByText(step)).toBeVisible();
  expect(stores.connections.getState().checks['contoso']).toMatchObject({ ok: false, what: dns.what });
  await userEvent.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(copyText).toHaveBeenCalledWith({ text: expect.stringContaining(dns.what) });
  await userEvent.click(screen.getByRole('button', { name: 'Test again' }));
  expect(test.inputs).toHaveLength(2);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('that failed keeps nobody from saving, and says so', async () => {
  const { api, stores, test } = await connectionFixture();
  const onClose = vi.fn();
  showWith(<ConnectionDialog target={{ key: contoso.key }} onClose={onClose} />, api, {}, stores);
  await userEvent.click(screen.getByRole('button', { name: 'Test connection' }));
  expect(screen.queryByText(/saves the configuration all the same/)).toBeNull();
  act(() => {
    test.emit({ type: 'stageFailed', stage: 'address', error: dns, durationMs: 12 }, { type: 'finished', ok: false });
    test.end();
  });
  expect(screen.getByText('OK saves the configuration all the same; it can be tested again later.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'OK' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledWith(expect.objectContaining({ key: contoso.key })));
});

it('can be cancelled, which is no error', async () => {
  const { test } = await started();
  act(() => test.emit({ type: 'stageStarted', stage: 'address' }));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel test' }));
  expect(test.cancelled()).toBe(true);
  expect(await screen.findByText(/The test was stopped/)).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(stages()[1]).toMatch(/not tried/);
});

describe('a certificate that is refused', () => {
  const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');
  const details = { subject: 'mail.contoso.test', issuer: 'Contoso Issuing CA 2', names: 'mail.contoso.test', validFrom: '2026-01-01', validTo: '2027-01-01', fingerprint };
  const choices = [
    { kind: 'setConnectionField', label: 'Choose CA file…', field: 'authorityFile', chooseFile: true },
    { kind: 'setConnectionField', label: 'Trust this certificate', field: 'trustedCertificate', value: fingerprint },
  ] as const;

  async function refused(answers?: Parameters<typeof connectionFixture>[0]): Promise<Fixture> {
    const fixture = await started(answers);
    act(() => {
      fixture.test.emit({ type: 'stageFailed', stage: 'certificate', error: errorData('certificate.untrusted', details, { actions: choices }), durationMs: 5 });
      fixture.test.emit({ type: 'finished', ok: false });
    });
    return fixture;
  }

  it('is shown, and trusted as an explicit choice, with which the test is made again', async () => {
    const { test } = await refused();
    await userEvent.click(screen.getByText('View certificate'));
    const panel = screen.getByLabelText('Certificate', { selector: 'section' });
    expect(panel).toHaveTextContent(`Issued byContoso Issuing CA 2`);
    expect(panel).toHaveTextContent(fingerprint);
    await userEvent.click(screen.getByText('Trust this certificate'));
    expect(screen.getByLabelText('Trusted certificate')).toHaveValue(fingerprint);
    await userEvent.click(screen.getByText('Test again'));
    expect(test.inputs[1]).toMatchObject({ connection: { trustedCertificate: fingerprint } });
  });

  it('leads to the CA file', async () => {
    const choose = vi.fn(() => Promise.resolve<Result<string[]>>({ ok: true, value: ['/pki/root.pem'] }));
    await refused({ files: { choose } });
    await userEvent.click(screen.getByText('Choose CA file…'));
    expect(choose).toHaveBeenCalledWith({ title: 'Choose CA file…', several: false });
    expect(screen.getByLabelText('Certificate authority file')).toHaveValue('/pki/root.pem');
    expect(screen.getByLabelText('Certificate authority file')).toHaveFocus();
  });
});

it('shows Autodiscover as the first stage when it is used, with every attempt', async () => {
  const { test } = await started();
  expect(stages()[0]).toContain('Address');
  act(() => test.emit({ type: 'stageStarted', stage: 'autodiscover' }));
  act(() => test.emit({ type: 'stagePassed', stage: 'autodiscover', fact: 'https://a/: HTTP 404\nhttps://b/: found', durationMs: 9 }));
  expect(stages()[0]).toMatch(/Autodiscover.*HTTP 404\nhttps:\/\/b/s);
  expect(stages()[1]).toContain('Address');
});

it('opens the request that failed beside the error, read by its id', async () => {
  const read = vi.fn(({ id }: { readonly id: string }) => Promise.resolve({ ok: true, value: { ...refusedPair, id } } as const));
  const { test } = await started({ traces: { read } });
  act(() => {
    test.emit({ type: 'stageFailed', stage: 'signIn', error: errorData('signIn.rejected', {}, { actions: [{ kind: 'openTrace', trace: 'trace-7' }] }), durationMs: 5 });
    test.emit({ type: 'finished', ok: false });
  });
  await userEvent.click(screen.getByRole('button', { name: 'Open trace' }));
  expect(await screen.findByRole('region', { name: 'Trace' })).toHaveTextContent('POST https://mail.contoso.test/EWS/Exchange.asmx');
  expect(read).toHaveBeenCalledWith({ id: 'trace-7' });
  expect(screen.getByRole('region', { name: 'Trace' })).toHaveTextContent('HTTP 401');
  await userEvent.click(screen.getByRole('button', { name: 'Hide trace' }));
  expect(screen.queryByRole('region', { name: 'Trace' })).not.toBeInTheDocument();
});
