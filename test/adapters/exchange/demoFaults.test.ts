import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/demoServer.ts';
import { openSession } from '../../../electron/exchange/session.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { DemoFault } from '../../../shared/demo/demo.ts';
import { patient, testConnection, testHost } from './hosts.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer({ slowMilliseconds: 20 });
});
afterEach(() => server.setFault('none'));
afterAll(() => server.close());

/** Reads the inbox while the server misbehaves; answers the error's code and the number of attempts. */
async function readingWith(fault: DemoFault, times?: number): Promise<{ code: string; attempts: number }> {
  const [user] = server.facts.users;
  const host = testHost();
  const session = openSession(
    testConnection(server.facts.url, { username: user?.username ?? '', domain: user?.domain ?? '', timeout: 1 }),
    user?.password ?? '',
    host,
  );
  server.setFault(fault, times);
  try {
    for await (const item of session.mailbox({}).find({ itemType: 'E-Mail Message', folder: 'Inbox', subfolders: false, filters: [], maximum: 1 }, patient)) {
      expect(item.id).toBeTypeOf('string');
    }
    return { code: 'none', attempts: host.traces.length };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { code: thrown.data.code, attempts: host.traces.length };
  } finally {
    await session.close();
  }
}

describe('faults of the demo server', () => {
  it.each<[DemoFault, string, number]>([
    ['none', 'none', 2],
    ['wrongPassword', 'signIn.rejected', 1],
    ['slow', 'none', 2],
    ['hang', 'network.timeout', 1],
    ['reset', 'network.reset', 3],
    ['truncated', 'exchange.brokenXml', 3],
    ['loginPage', 'http.loginPage', 1],
    ['emptyError', 'http.serverError', 1],
    ['unavailable', 'http.unavailable', 5],
    ['ewsBlocked', 'http.policyBlocked', 1],
  ])('%s is understood as %s', async (fault, code, attempts) => {
    expect(await readingWith(fault)).toEqual({ code, attempts });
  });

  it('are over after a while where the server is only busy: then the run goes on', async () => {
    expect(await readingWith('serverBusy', 2)).toEqual({ code: 'none', attempts: 4 });
  });
});
