import { authenticationOf, connectionFields, ewsUrlOf, needsPassword, type Connection } from './connection.ts';
import { listOf } from './listOf.ts';
import { parseValue } from '../fields/value.ts';

/** Something about a configuration that should change before it is saved, or that a person should know. */
export interface FieldProblem {
  /** Key of the field in `connectionFields`. */
  readonly field: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** What validation needs to know beside the values. */
export interface ConnectionContext {
  /** Names of the other configurations. */
  readonly otherNames: readonly string[];
  /** Typed now, or stored before. */
  readonly passwordGiven: boolean;
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const dnsName = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const onlineHost = /(^|\.)(office365\.com|office365\.us|outlook\.com)$/i;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;

/** The host of an address that was typed, or undefined for what is no address. */
function hostOf(serverAddress: string): string | undefined {
  try {
    return new URL(ewsUrlOf(serverAddress)).hostname;
  } catch {
    return undefined;
  }
}

function addressProblem(serverAddress: string): string | undefined {
  const example = 'Enter a name such as mail.contoso.com, or a full address such as https://mail.contoso.com/EWS/Exchange.asmx.';
  if (/\s/.test(serverAddress.trim())) return example;
  const host = hostOf(serverAddress);
  if (host === undefined || host === '') return example;
  const { protocol } = new URL(ewsUrlOf(serverAddress));
  if (protocol === 'http:') return loopback.test(host) ? undefined : 'An address with http: is not encrypted. Enter it with https:.';
  return protocol === 'https:' ? undefined : example;
}

function cloudProblem(cloudInstanceUrl: string): string | undefined {
  const message = 'Enter an address with https: and without a path, for example https://login.microsoftonline.com.';
  try {
    const { protocol, pathname, search } = new URL(cloudInstanceUrl.trim());
    return protocol === 'https:' && pathname === '/' && search === '' ? undefined : message;
  } catch {
    return message;
  }
}

/** Checks a configuration before it is saved (exchange-activities 2.5), in the order of the dialog. Only errors stand in the way of saving. */
export function validateConnection(connection: Connection, facts: ConnectionContext): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const error = (field: keyof typeof connectionFields, message: string): void => void problems.push({ field, message, severity: 'error' });
  const { serverAddress, username, domain } = connection;
  const isOAuth = authenticationOf(connection) === 'oauth';
  const host = serverAddress.trim() === '' ? undefined : hostOf(serverAddress);

  const name = parseValue(connectionFields.name, connection.name);
  if (!name.ok) error('name', name.problem);
  else if (facts.otherNames.some((other) => other.trim().toLowerCase() === connection.name.trim().toLowerCase()))
    error('name', `Another configuration is named "${connection.name.trim()}".`);

  if (host === undefined && serverAddress.trim() === '') {
    if (!connection.useAutodiscover) error('serverAddress', 'Enter the server address, or turn on Use Autodiscover.');
  } else {
    const problem = addressProblem(serverAddress);
    if (problem !== undefined) error('serverAddress', problem);
  }
  if (username.trim() === '') error('username', 'Username is required.');
  if (needsPassword(connection) && !facts.passwordGiven) error('password', 'Password is required.');
  if (!isOAuth && username.trim() !== '' && domain.trim() === '' && !/[@\\]/.test(username))
    error('domain', 'Enter the domain, or write Username as user@contoso.com or CONTOSO\\user.');
  if (connection.useAutodiscover && serverAddress.trim() === '' && username.trim() !== '' && !username.includes('@') && !(isOAuth && domain.trim() !== '')) {
    error('username', 'Autodiscover needs a full e-mail address as Username.');
  }
  if (isOAuth) {
    if (!guid.test(connection.applicationId.trim()))
      error('applicationId', 'Enter the application (client) ID: 32 digits in the form 00000000-0000-0000-0000-000000000000.');
    if (!guid.test(connection.tenantId.trim()) && !dnsName.test(connection.tenantId.trim()))
      error('tenantId', 'Enter the directory (tenant) ID, or a verified domain such as contoso.com.');
    const problem = cloudProblem(connection.cloudInstanceUrl);
    if (problem !== undefined) error('cloudInstanceUrl', problem);
  }
  if (connection.proxy === 'This address') {
    if (connection.proxyAddress.trim() === '') error('proxyAddress', 'Enter the name and port of the proxy, for example proxy.contoso.com:8080.');
    else if (connection.proxyAddress.includes('@'))
      error('proxyAddress', 'A name and password do not belong into this field, because the file would hold them. Choose System and set HTTPS_PROXY.');
  }
  if (!listOf(connection.trustedCertificate).every((one) => /^[0-9a-f]{64}$/i.test(one.replaceAll(':', ''))))
    error('trustedCertificate', 'Enter the SHA-256 fingerprint: 64 digits, with or without colons.');
  const timeout = parseValue(connectionFields.timeout, String(connection.timeout));
  if (!timeout.ok) error('timeout', timeout.problem);
  if (connection.type === 'Exchange Configuration (Item Activity)' && connection.itemType === undefined)
    error('itemType', 'Choose the type of item that activities with this configuration work on.');

  if (!isOAuth && host !== undefined && onlineHost.test(host)) {
    problems.push({
      field: 'exchangeOnline',
      message: 'This is an address of Exchange Online, which does not accept Basic sign-in any more. Turn the switch on.',
      severity: 'warning',
    });
  }
  if (connection.useAutodiscover && host !== undefined) {
    problems.push({ field: 'useAutodiscover', message: 'Autodiscover is not used while an address is given.', severity: 'warning' });
  }
  return problems;
}
