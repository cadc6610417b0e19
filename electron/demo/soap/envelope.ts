import { element, t, type XmlElement } from '../xml/element.ts';
import { writeXml } from '../xml/writeXml.ts';
import type { EwsError } from './ewsError.ts';

/** The build this server says it has: Exchange Server Subscription Edition. */
export const serverVersion = { MajorVersion: '15', MinorVersion: '2', MajorBuildNumber: '2562', MinorBuildNumber: '17', Version: 'V2017_07_11' } as const;

/** The answer to an operation, as a document. */
export function responseEnvelope(response: XmlElement): string {
  const header = element('s', 'Header', [t('ServerVersionInfo', [], serverVersion)]);
  return writeXml(element('s', 'Envelope', [header, element('s', 'Body', [response])]));
}

/** The fault of a whole request, as a document (Microsoft Learn: SOAP faults in EWS). */
export function faultEnvelope(error: EwsError): string {
  const detail = element('', 'detail', [
    element('e', 'ResponseCode', error.code),
    element('e', 'Message', error.message),
    error.values.length === 0 ? undefined : t('MessageXml', error.values),
  ]);
  const fault = element('s', 'Fault', [
    element('', 'faultcode', `t:${error.code}`, { 'xmlns:t': 'http://schemas.microsoft.com/exchange/services/2006/types' }),
    element('', 'faultstring', error.message, { 'xml:lang': 'en-US' }),
    detail,
  ]);
  return writeXml(element('s', 'Envelope', [element('s', 'Body', [fault])]));
}
