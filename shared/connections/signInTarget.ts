import { clouds } from './clouds.ts';
import { ewsUrlOf, type Connection } from './connection.ts';
import { ewsPermission } from './registration.ts';

/** What of a connection decides where and for what it signs in. */
export type SignInFacts = Pick<Connection, 'cloudInstanceUrl' | 'tenantId' | 'applicationId' | 'serverAddress' | 'oauthScope' | 'username' | 'domain'>;

/** Where a public client with delegated permission signs in. */
export interface SignInTarget {
  /** Cloud and tenant, for example `https://login.microsoftonline.com/contoso.com`. */
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  /** The sign-in name of the account that is wanted. */
  readonly userName: string;
}

const globalExchange = clouds[0].exchange;

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/** The resource that tokens are for: the host of the server, where Exchange Online's many global names count as one. */
function resourceOf({ serverAddress, cloudInstanceUrl }: SignInFacts): string {
  const cloud = clouds.find(({ instance }) => instance === originOf(cloudInstanceUrl.trim()));
  if (serverAddress.trim() === '') return cloud?.exchange ?? globalExchange;
  try {
    const { hostname } = new URL(ewsUrlOf(serverAddress));
    return /(^|\.)(outlook\.com|office\.com|office365\.com)$/i.test(hostname) ? globalExchange : `https://${hostname}`;
  } catch {
    return cloud?.exchange ?? globalExchange;
  }
}

/** The scope that is asked for: the one that was typed, or the one of the server's cloud. */
export function scopeOf(facts: SignInFacts): string {
  return facts.oauthScope.trim() === '' ? `${resourceOf(facts)}/${ewsPermission}` : facts.oauthScope.trim();
}

/** Cloud and tenant as one address without a slash at its end. */
export const authorityOf = ({ cloudInstanceUrl, tenantId }: Pick<SignInFacts, 'cloudInstanceUrl' | 'tenantId'>): string =>
  `${cloudInstanceUrl.trim().replace(/\/+$/, '')}/${tenantId.trim()}`;

/** The sign-in name: Username where it is complete, else with the domain behind it (exchange-activities 2.3). */
export function signInNameOnline({ username, domain }: Pick<SignInFacts, 'username' | 'domain'>): string {
  const name = username.trim();
  return name.includes('@') || domain.trim() === '' ? name : `${name}@${domain.trim()}`;
}

/** Everything the sign-in of a connection needs, but for the method. */
export function signInTarget(facts: SignInFacts): SignInTarget {
  return { authority: authorityOf(facts), clientId: facts.applicationId.trim(), scope: scopeOf(facts), userName: signInNameOnline(facts) };
}

/** The page on which an administrator agrees to the application for the whole tenant. */
export const adminConsentLink = (target: Pick<SignInTarget, 'authority' | 'clientId'>): string =>
  `${target.authority}/adminconsent?client_id=${encodeURIComponent(target.clientId)}`;

/** The page of the app registration on which redirect addresses and public client flows are set. */
export const registrationPage = (clientId: string): string =>
  `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Authentication/appId/${encodeURIComponent(clientId)}`;
