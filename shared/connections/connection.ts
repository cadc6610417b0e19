import { z } from 'zod';
import { boolean, choice, integer, secret, text, type Fields } from '../fields/field.ts';
import { clouds } from './clouds.ts';
import { found } from './whereabouts.ts';
import { passwordMethods } from './schemes.ts';
import { itemTypeNames } from '../items/itemType.ts';

/** The two configuration types of the pack (exchange-activities 2). */
export const connectionTypes = ['Exchange Configuration', 'Exchange Configuration (Item Activity)'] as const;
export type ConnectionType = (typeof connectionTypes)[number];

/** How a connection to Exchange Online signs in. The pack knows the last one only. */
export const signInMethods = ['Sign in with browser', 'Device code', 'User name and password (legacy)'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** Which HTTP proxy stands between this computer and the server. */
export const proxyModes = ['None', 'System', 'This address'] as const;

/** Longest wait for an answer where a configuration says nothing else, in seconds. */
export const defaultTimeoutSeconds = 100;

/** The fields of Add Configuration, in the pack's order and with its labels (exchange-activities 2.1). */
export const connectionFields = {
  name: text({ label: 'Name', required: true, maximumLength: 255, help: 'Friendly name of the configuration. Activities refer to it by this name.' }),
  type: choice({ label: 'Type', required: true, options: connectionTypes, default: 'Exchange Configuration', help: 'Item Activity configurations also say which type of item their activities work on. The type cannot be changed later.' }),
  serverAddress: text({ label: 'Exchange Server Address', placeholder: 'mail.contoso.com or https://mail.contoso.com/EWS/Exchange.asmx', help: 'Name or IP address of the server, or the full address of Exchange Web Services. May stay empty with Autodiscover.', found: found.server }),
  useAutodiscover: boolean({ label: 'Use Autodiscover', default: 'False', help: 'Finds the server from the e-mail address. An address given above wins.' }),
  username: text({ label: 'Username', required: true, placeholder: 'user@contoso.com', help: 'Account used for the connection.' }),
  password: secret({ label: 'Password', required: true, help: 'Kept in the credential store of this computer and never shown again.' }),
  domain: text({ label: 'Domain', placeholder: 'contoso.com', help: 'Domain that authorizes access. May stay empty when Username holds @ or \\.' }),
  exchangeOnline: boolean({ label: 'Server is Exchange Online or Office365', default: 'False', help: 'Signs in with OAuth instead of Basic.' }),
  signInMethod: choice({ label: 'Method', required: true, options: signInMethods, default: 'Sign in with browser', when: { field: 'exchangeOnline', is: 'True' }, help: 'Browser and device code work with multifactor authentication. User name and password (legacy) does not, and Microsoft is retiring it.' }),
  applicationId: text({ label: 'Azure AD application (client) ID', required: true, when: { field: 'exchangeOnline', is: 'True' }, placeholder: '00000000-0000-0000-0000-000000000000', help: 'Microsoft Entra admin center > App registrations > your app > Overview.', found: found.application }),
  tenantId: text({ label: 'Azure AD Tenant (directory) ID', required: true, when: { field: 'exchangeOnline', is: 'True' }, placeholder: '00000000-0000-0000-0000-000000000000', help: 'Microsoft Entra admin center > Overview. A verified domain name works too.', found: found.tenant }),
  cloudInstanceUrl: text({ label: 'Azure AD Cloud Instance URL', when: { field: 'exchangeOnline', is: 'True' }, default: clouds[0].instance, suggestions: clouds.map(({ name, instance }) => ({ value: instance, name })), help: 'Sign-in address of the cloud the tenant is in. The arrow lists the national clouds; any other address may be typed.' }),
  oauthScope: text({ label: 'OAuth scope', when: { field: 'exchangeOnline', is: 'True' }, placeholder: 'https://outlook.office365.com/EWS.AccessAsUser.All', help: 'Leave empty to have it made from the server address.' }),
  logOAuth: boolean({ label: 'Log OAuth request/response', default: 'False', when: { field: 'exchangeOnline', is: 'True' }, help: 'Writes one file per activity execution; passwords and tokens are masked.' }),
  traceEws: boolean({ label: 'Trace EWS request/response', default: 'False', help: 'Writes one file per activity execution, in the format of SOAPe; passwords and tokens are masked.' }),
  timeout: integer({ label: 'Timeout', required: true, unit: 'seconds', minimum: 1, maximum: 3600, default: String(defaultTimeoutSeconds), help: 'Longest wait for an answer of the server.' }),
  proxy: choice({ label: 'HTTP proxy', required: true, options: proxyModes, default: 'None', help: 'System takes HTTPS_PROXY and NO_PROXY of the environment. A server on this computer is always reached directly.' }),
  proxyAddress: text({ label: 'Proxy address', required: true, when: { field: 'proxy', is: 'This address' }, placeholder: 'proxy.contoso.com:8080', help: 'Name and port of a proxy that understands CONNECT.' }),
  passwordMethod: choice({ label: 'Sign-in method', required: true, options: passwordMethods, default: 'Automatic', when: { field: 'exchangeOnline', is: 'False' }, help: 'Automatic takes NTLM where the server offers it, because NTLM never sends the password, and otherwise Basic.' }),
  trustedRedirects: text({ label: 'Trusted redirects', when: { field: 'useAutodiscover', is: 'True' }, placeholder: 'autodiscover.outlook.com', help: 'Hosts or domains, separated by commas, that Autodiscover may redirect to and that may see the password.' }),
  authorityFile: text({ label: 'Certificate authority file', path: true, placeholder: '/etc/ssl/contoso-root.pem', help: 'PEM file with certificates to trust for this configuration, in addition to those of the system.', found: found.authority }),
  trustedCertificate: text({ label: 'Trusted certificate', placeholder: 'SHA-256 fingerprint', help: 'Fingerprint of one certificate of the server to accept although no authority vouches for it. Compare it with the server first.', found: found.certificate }),
  itemType: choice({ label: 'Item Type', required: true, options: itemTypeNames, when: { field: 'type', is: 'Exchange Configuration (Item Activity)' }, help: 'Type of item that activities with this configuration work on. It decides their properties, filters and published data.' }),
} as const satisfies Fields;

/** A configuration as its file holds it. The password is not part of it: it is in the keychain under the key. */
export const Connection = z.object({
  name: z.string(),
  type: z.enum(connectionTypes),
  serverAddress: z.string().default(''),
  useAutodiscover: z.boolean().default(false),
  username: z.string().default(''),
  domain: z.string().default(''),
  exchangeOnline: z.boolean().default(false),
  signInMethod: z.enum(signInMethods).default('Sign in with browser'),
  applicationId: z.string().default(''),
  tenantId: z.string().default(''),
  cloudInstanceUrl: z.string().default(clouds[0].instance),
  oauthScope: z.string().default(''),
  logOAuth: z.boolean().default(false),
  traceEws: z.boolean().default(false),
  timeout: z.number().default(defaultTimeoutSeconds),
  proxy: z.enum(proxyModes).default('None'),
  proxyAddress: z.string().default(''),
  passwordMethod: z.enum(passwordMethods).default('Automatic'),
  trustedRedirects: z.string().default(''),
  authorityFile: z.string().default(''),
  trustedCertificate: z.string().default(''),
  itemType: z.enum(itemTypeNames).optional(),
  /** The embedded demo server; its address and password are set whenever it starts. */
  demo: z.boolean().default(false),
});
export type Connection = z.infer<typeof Connection>;

/** How a connection signs in: the renderer and the checks ask this, nobody compares the switch. */
export const authenticationOf = (connection: Pick<Connection, 'exchangeOnline'>): 'basic' | 'oauth' => (connection.exchangeOnline ? 'oauth' : 'basic');

/** Whether a connection works with a password of its own: on-premises, and with the legacy method. */
export const needsPassword = (connection: Pick<Connection, 'exchangeOnline' | 'signInMethod'>): boolean =>
  !connection.exchangeOnline || connection.signInMethod === 'User name and password (legacy)';

/** The address of Exchange Web Services for what was typed: a full URL as it is, a bare host with the usual path. Throws TypeError for what is neither. */
export function ewsUrlOf(serverAddress: string): string {
  const address = serverAddress.trim();
  // An address of IPv6 stands in brackets in a URL; people write it without.
  const host = /^(?:[0-9a-f]*:){2,}[0-9a-f:.]*$/i.test(address) ? `[${address}]` : address;
  return new URL(/^[a-z]+:\/\//i.test(address) ? address : `https://${host}/EWS/Exchange.asmx`).href;
}
