import { Connection } from '../../../shared/connections/connection.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { openSession, type ExchangeHost, type ExchangeSession } from '../../../electron/exchange/session.ts';

/** Obviously no password of anybody. */
export const testPassword = 'not-a-real-password-1';

/** A host that keeps what it is told and does not really wait. */
export interface TestHost extends ExchangeHost {
  readonly traces: TraceRecord[];
  readonly waits: number[];
}

export function testHost(more: Partial<ExchangeHost> = {}): TestHost {
  const traces: TraceRecord[] = [];
  const waits: number[] = [];
  return {
    userAgent: 'Exchange Runbook Studio (test)',
    traces,
    waits,
    onTrace: (record) => void traces.push(record),
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    ...more,
  };
}

export function testConnection(serverAddress: string, more: Partial<Connection> = {}): Connection {
  return Connection.parse({ name: 'Test', type: 'Exchange Configuration', serverAddress, username: 'ann', domain: 'contoso', timeout: 20, ...more });
}

/** A session with the test password. */
export function testSession(serverAddress: string, host: ExchangeHost, more: Partial<Connection> = {}): ExchangeSession {
  return openSession(testConnection(serverAddress, more), testPassword, host);
}

/** A signal that nothing aborts. */
export const patient = new AbortController().signal;
