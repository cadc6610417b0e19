import { xmlReply, type Reply } from '../http/reply.ts';
import { serverVersion } from '../soap/envelope.ts';
import type { Organisation } from '../store/organisation.ts';
import { child, childrenOf, childText, element, type XmlElement } from '../xml/element.ts';
import { writeXml } from '../xml/writeXml.ts';
import { personAt, userSetting } from './settings.ts';

const namespace = 'http://schemas.microsoft.com/exchange/2010/Autodiscover';
const instance = 'http://www.w3.org/2001/XMLSchema-instance';
const plain = (name: string, content: Parameters<typeof element>[2] = [], attributes: Readonly<Record<string, string>> = {}): XmlElement =>
  element('', name, content, attributes);

function userResponse(address: string, wanted: readonly string[], ewsUrl: string, organisation: Organisation): XmlElement {
  const person = personAt(address, organisation);
  const code = person === undefined ? 'InvalidUser' : 'NoError';
  const message = person === undefined ? `The user ${address} is not known.` : 'No error.';
  const found = wanted.flatMap((name) => {
    const value = person === undefined ? undefined : userSetting(name, person, ewsUrl);
    return value === undefined ? [] : [{ name, value }];
  });
  const missing = person === undefined ? [] : wanted.filter((name) => !found.some((one) => one.name === name));
  const errors = missing.map((name) =>
    plain('UserSettingError', [
      plain('ErrorCode', 'SettingIsNotAvailable'),
      plain('ErrorMessage', 'The setting is not available.'),
      plain('SettingName', name),
    ]),
  );
  const settings = found.map(({ name, value }) => plain('UserSetting', [plain('Name', name), plain('Value', value)], { 'i:type': 'StringSetting' }));
  return plain('UserResponse', [
    plain('ErrorCode', code),
    plain('ErrorMessage', message),
    plain('RedirectTarget', [], { 'i:nil': 'true' }),
    plain('UserSettingErrors', errors),
    plain('UserSettings', settings),
  ]);
}

/** Answers GetUserSettings of the SOAP Autodiscover service (MS-OXWSADISC); undefined for anything else. */
export function soapAutodiscover(root: XmlElement, ewsUrl: string, organisation: Organisation): Reply | undefined {
  const request = child(child(child(root, 'Body'), 'GetUserSettingsRequestMessage'), 'Request');
  if (request === undefined) return undefined;
  const addresses = childrenOf(request, 'Users').map((user) => childText(user, 'Mailbox') ?? '');
  const wanted = childrenOf(request, 'RequestedSettings').map((setting) => setting.text.trim());
  const { MajorVersion, MinorVersion, MajorBuildNumber, MinorBuildNumber } = serverVersion;
  const version = Object.entries({ MajorVersion, MinorVersion, MajorBuildNumber, MinorBuildNumber, Version: 'Exchange2015' });
  const header = element('s', 'Header', [
    plain('Action', `${namespace}/Autodiscover/GetUserSettingsResponse`, { xmlns: 'http://www.w3.org/2005/08/addressing', 's:mustUnderstand': '1' }),
    plain(
      'ServerVersionInfo',
      version.map(([name, value]) => plain(name, value)),
      { xmlns: namespace },
    ),
  ]);
  const users = addresses.map((address) => userResponse(address, wanted, ewsUrl, organisation));
  const response = plain('Response', [plain('ErrorCode', 'NoError'), plain('ErrorMessage'), plain('UserResponses', users)], { 'xmlns:i': instance });
  const body = element('s', 'Body', [plain('GetUserSettingsResponseMessage', [response], { xmlns: namespace })]);
  return xmlReply(200, writeXml(element('s', 'Envelope', [header, body])));
}
