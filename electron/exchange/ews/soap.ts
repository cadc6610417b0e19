import { AppError } from '../../../shared/errors/appError.ts';
import { exchangeError, type ServerProblem } from './faults.ts';
import { child, childText, descendant, XmlReader, type XmlElement } from './xmlReader.ts';
import { element, type Xml } from './xmlWriter.ts';

/** Namespaces of the protocol. They are names, not addresses, and stay `http:`. */
const namespaces = {
  'xmlns:s': 'http://schemas.xmlsoap.org/soap/envelope/',
  'xmlns:m': 'http://schemas.microsoft.com/exchange/services/2006/messages',
  'xmlns:t': 'http://schemas.microsoft.com/exchange/services/2006/types',
} as const;

/** The schema level we ask for: understood by Exchange 2013 SP1 and everything after it. */
export const requestedVersion = 'Exchange2013_SP1';

/** The whole request document around an operation; with a time zone, whole days and series follow it. */
export function envelope(operation: Xml, timeZone?: string): string {
  const zone = timeZone === undefined ? undefined : element('t:TimeZoneContext', {}, [element('t:TimeZoneDefinition', { Id: timeZone })]);
  const header = element('s:Header', {}, [element('t:RequestServerVersion', { Version: requestedVersion }), zone]);
  return `<?xml version="1.0" encoding="utf-8"?>${element('s:Envelope', namespaces, [header, element('s:Body', {}, [operation])]).markup}`;
}

/** Build of the server as the answer's header tells it. */
export interface ServerVersion {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  readonly revision: number;
}

/** One response message: there is one for each thing asked for, in the order of the request. */
export interface ResponseMessage extends ServerProblem {
  readonly class: 'Success' | 'Warning' | 'Error';
  readonly element: XmlElement;
}

/** What an answer holds. */
export interface SoapAnswer {
  readonly server: ServerVersion | undefined;
  readonly messages: readonly ResponseMessage[];
}

/** Extra values of a failure, such as `BackOffMilliseconds`, by name. */
function valuesOf(messageXml: XmlElement | undefined): Record<string, string> {
  const values = messageXml?.children.filter((entry) => entry.name === 'Value') ?? [];
  return Object.fromEntries(values.map((entry) => [entry.attributes.Name ?? '', entry.text.trim()]));
}

function messageOf(found: XmlElement): ResponseMessage {
  const responseClass = found.attributes.ResponseClass;
  return {
    class: responseClass === 'Warning' || responseClass === 'Error' ? responseClass : 'Success',
    code: childText(found, 'ResponseCode')?.trim() ?? 'NoError',
    text: childText(found, 'MessageText')?.trim() ?? '',
    values: valuesOf(child(found, 'MessageXml')),
    element: found,
  };
}

/** The code stands in the detail; a fault without one names it in `faultcode`, behind a prefix. */
function faultOf(fault: XmlElement): ServerProblem {
  const detail = child(fault, 'detail');
  const named = childText(fault, 'faultcode')?.trim().replace(/^.*:/, '') ?? 'Fault';
  return {
    code: childText(detail, 'ResponseCode')?.trim() ?? named,
    text: childText(detail, 'Message')?.trim() ?? childText(fault, 'faultstring')?.trim() ?? '',
    values: valuesOf(child(detail, 'MessageXml')),
  };
}

function versionOf(info: XmlElement): ServerVersion {
  const part = (name: string): number => Number(info.attributes[name] ?? 0);
  return { major: part('MajorVersion'), minor: part('MinorVersion'), build: part('MajorBuildNumber'), revision: part('MinorBuildNumber') };
}

/**
 * Reads an answer while it arrives; each response message is complete before the next is begun.
 * A fault, or a message that says the server is busy, throws: both mean that nothing was done.
 */
export async function readAnswer(pieces: AsyncIterable<string>): Promise<SoapAnswer> {
  const messages: ResponseMessage[] = [];
  let server: ServerVersion | undefined;
  let fault: XmlElement | undefined;
  let isEnvelope = false;
  const reader = new XmlReader({
    wanted: (path) => {
      const name = path.at(-1);
      if (path.length === 1) isEnvelope = name === 'Envelope';
      if (path.length === 3) return name === 'ServerVersionInfo' || name === 'Fault';
      return path.length === 5 && path[3] === 'ResponseMessages';
    },
    take: (found, path) => {
      if (found.name === 'ServerVersionInfo') server = versionOf(found);
      else if (found.name === 'Fault' && path.length === 3) fault = found;
      else messages.push(messageOf(found));
    },
  });
  for await (const piece of pieces) reader.write(piece);
  reader.close();
  if (fault !== undefined) throw exchangeError(faultOf(fault));
  if (!isEnvelope) throw new AppError('exchange.brokenXml', { problem: 'it is not a SOAP envelope' });
  const busy = messages.find((message) => message.code === 'ErrorServerBusy');
  if (busy !== undefined) throw exchangeError(busy);
  return { server, messages };
}

/** The element inside a response message that a path of names leads to. */
export const inside = (message: ResponseMessage, ...path: readonly string[]): XmlElement | undefined => descendant(message.element, ...path);
