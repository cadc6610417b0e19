import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/demoServer.ts';
import { checkConnection } from '../../../electron/exchange/checkConnection.ts';
import { DemoControl } from '../../../electron/workspace/demoControl.ts';
import type { CheckEvent } from '../../../shared/connections/checks.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import { patient, testHost } from './hosts.ts';

const demoMailbox = Connection.parse({ name: 'Demo mailbox', type: 'Exchange Configuration', username: 'set when the demo starts', demo: true });

let server: DemoServer;
let control: DemoControl;
beforeEach(async () => {
  server = await startDemoServer();
  control = new DemoControl(() =>
    Promise.resolve({
      facts: server.facts,
      state: () => Promise.resolve(server.state()),
      setFault: (fault) => Promise.resolve(server.setFault(fault)).then(() => server.state()),
      reset: () => Promise.resolve(server.state()),
      onChange: () => () => undefined,
      close: () => server.close(),
    }),
  );
  await control.ensure();
});
afterEach(() => control.close());

async function check(more: Partial<Connection> = {}): Promise<CheckEvent[]> {
  const events: CheckEvent[] = [];
  for await (const event of checkConnection({ ...control.resolved(demoMailbox), ...more }, control.password(), testHost(), patient)) events.push(event);
  return events;
}

const failed = (events: readonly CheckEvent[]): Extract<CheckEvent, { type: 'stageFailed' }> | undefined => events.find((event) => event.type === 'stageFailed');

describe('the fault of an expired certificate', () => {
  it('fails a test of the demo mailbox at the certificate, which can be looked at, before a request is sent', async () => {
    await control.setFault('expiredCertificate');
    const failure = failed(await check());
    const { details, what } = failure?.error ?? {};
    expect(failure).toMatchObject({ stage: 'certificate', error: { code: 'certificate.expired', fix: ['Renew the certificate on the server.', "Check this computer's clock."] } });
    expect(what).toMatch(/^The server's certificate expired on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
    expect(Date.parse(details?.['validTo'] ?? '')).toBeLessThan(Date.now());
    expect(details).toMatchObject({ subject: 'Demo Exchange server', names: 'localhost, 127.0.0.1', fingerprint: expect.stringMatching(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/) });
    expect(server.state().requests).toEqual([]);
  });

  it('is over when it is switched off', async () => {
    await control.setFault('expiredCertificate');
    expect(control.resolved(demoMailbox).serverAddress).toMatch(/^https:/);
    await control.setFault('none');
    expect((await check()).at(-1)).toMatchObject({ type: 'finished', ok: true });
  });

  it('is the same mailbox for whoever trusts the certificate all the same', async () => {
    await control.setFault('expiredCertificate');
    const fingerprint = failed(await check())?.error.details?.['fingerprint'];
    expect((await check({ trustedCertificate: fingerprint ?? '' })).at(-1)).toMatchObject({ type: 'finished', ok: true });
  });
});
