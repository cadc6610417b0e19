import { xmlReply, type Reply } from '../http/reply.ts';
import type { Organisation } from '../store/organisation.ts';
import { child, childText, element, type Content, type XmlElement } from '../xml/element.ts';
import { writeXml } from '../xml/writeXml.ts';
import { personAt } from './settings.ts';

const envelopeNamespace = 'http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006';
const outlookNamespace = 'http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a';
const plain = (name: string, content: Content = [], attributes: Readonly<Record<string, string>> = {}): XmlElement => element('', name, content, attributes);

/** Answers a request of the older Autodiscover, plain XML without SOAP (MS-OXDSCLI). */
export function poxAutodiscover(root: XmlElement, ewsUrl: string, organisation: Organisation): Reply {
  const address = childText(child(root, 'Request'), 'EMailAddress') ?? '';
  const person = personAt(address, organisation);
  const wrapped = (response: XmlElement): Reply => xmlReply(200, writeXml(plain('Autodiscover', [response], { xmlns: envelopeNamespace })));
  if (person === undefined) {
    const error = plain('Error', [plain('ErrorCode', '500'), plain('Message', 'The e-mail address cannot be found.'), plain('DebugData')], {
      Time: '00:00:00.0000000',
      Id: '0',
    });
    return wrapped(plain('Response', [error]));
  }
  const protocol = (type: string): XmlElement =>
    plain('Protocol', [plain('Type', type), plain('Server', new URL(ewsUrl).hostname), plain('ASUrl', ewsUrl), plain('EwsUrl', ewsUrl)]);
  const account = plain('Account', [plain('AccountType', 'email'), plain('Action', 'settings'), protocol('EXCH'), protocol('EXPR')]);
  const user = plain('User', [plain('DisplayName', person.name), plain('AutoDiscoverSMTPAddress', person.address)]);
  return wrapped(plain('Response', [user, account], { xmlns: outlookNamespace }));
}
