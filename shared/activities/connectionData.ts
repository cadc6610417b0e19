import { boolean, number, text } from '../fields/field.ts';
import type { ConnectionFacts } from '../exchange/port.ts';
import type { Values } from '../fields/field.ts';

/** What every Exchange activity publishes about its connection (exchange-activities 3.3). */
export const connectionData = {
  domain: text({ label: 'Domain', required: true, help: 'Domain of the connection.' }),
  serverAddress: text({ label: 'Exchange Server Address', required: true, help: 'Address of the connection, as found by Autodiscover where that was used.' }),
  timeoutSeconds: number({ label: 'Timeout (seconds)', required: true, help: 'Longest wait for an answer of the server.' }),
  useAutodiscover: boolean({ label: 'Use Autodiscover', required: true, help: 'Whether Autodiscover was used.' }),
  userName: text({ label: 'User Name', required: true, help: 'Account used to sign in.' }),
} as const;

/** The values of the connection data. */
export function connectionDataOf(facts: ConnectionFacts): Values<typeof connectionData> {
  const { domain, serverAddress, timeoutSeconds, useAutodiscover, userName } = facts;
  return { domain, serverAddress, timeoutSeconds, useAutodiscover, userName };
}
