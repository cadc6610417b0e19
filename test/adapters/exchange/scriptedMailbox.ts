import { openSession } from '../../../electron/exchange/session.ts';
import type { MonitorStates } from '../../../shared/exchange/monitorStates.ts';
import type { Exchange } from '../../../shared/exchange/port.ts';
import { testConnection, testHost, testPassword } from './hosts.ts';
import { scriptedServer, type ScriptedServer, type SeenRequest } from './scriptedServer.ts';
import { messages, sendXml } from './soapAnswers.ts';

/** A mailbox on a server that answers each request by what was asked; where it answers nothing, the connection breaks. */
export interface ScriptedMailbox {
  readonly exchange: Exchange;
  readonly server: ScriptedServer;
  readonly waits: readonly number[];
  close(): Promise<void>;
}

export async function scriptedMailbox(
  answer: (request: SeenRequest, number: number) => string | undefined,
  monitorStates?: MonitorStates,
): Promise<ScriptedMailbox> {
  const server = await scriptedServer((request, response, socket) => {
    const xml = answer(request, server.seen.length);
    if (xml === undefined) socket.destroy();
    else sendXml(response, xml, xml.includes('s:Fault') ? 500 : 200);
  });
  const host = testHost(monitorStates === undefined ? {} : { monitorStates });
  const session = openSession(testConnection(server.url), testPassword, host);
  const close = async (): Promise<void> => {
    await session.close();
    await server.close();
  };
  return { exchange: session.mailbox({ activity: 'watch' }), server, waits: host.waits, close };
}

/** The operations that were asked for, in order. */
export const operations = (server: ScriptedServer): string[] => server.seen.map((request) => request.operation);

/** An item of an answer with this ID and change key. */
export const itemXml = (name: string, id: string, changeKey: string, more = ''): string =>
  `<m:Items><t:${name}><t:ItemId Id="${id}" ChangeKey="${changeKey}"/>${more}</t:${name}></m:Items>`;

/** The answer to CreateAttachment that gives the item this change key. */
export const attached = (id: string, changeKey: string): string =>
  messages(
    'CreateAttachment',
    `<m:Attachments><t:FileAttachment><t:AttachmentId Id="a" RootItemId="${id}" RootItemChangeKey="${changeKey}"/></t:FileAttachment></m:Attachments>`,
  );
