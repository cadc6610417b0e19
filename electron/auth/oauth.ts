import type { AuthenticationResult, LogLevel, PublicClientApplication } from '@azure/msal-node';
import type { SignInTarget } from '../../shared/connections/signInTarget.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { oauthFailure } from './oauthFailure.ts';
import type { OAuthNetworkOptions } from './oauthNetwork.ts';
import type { SignInNote } from './accessToken.ts';
import { browserPages } from './browserPages.ts';

/** What every way of signing in needs. */
export interface OAuthCall {
  readonly target: SignInTarget;
  /** The library's cache as text; empty at first. */
  readonly cache: string;
  readonly signal: AbortSignal;
  /** How the requests travel and whom they are traced for. */
  readonly way: Omit<OAuthNetworkOptions, 'signal' | 'onTrace' | 'secrets'>;
  /** Whether the library's own log lines are wanted; they come without names and secrets. */
  readonly logged: boolean;
  told(note: SignInNote): void;
}

/** What signing in gives. Token and cache are secrets. */
export interface Grant {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly expiresAt: number;
  readonly userName: string;
  readonly account: string;
  readonly cache: string;
}

/** Loaded when somebody first signs in: they are of no use to anybody else, and take longer than the first window. */
const library = () => import('@azure/msal-node');
const transport = () => import('./oauthNetwork.ts');

/** A refusal with the way to the answer it stands in. */
function withTrace({ data }: AppError, trace: string | undefined): AppError {
  const actions = data.actions ?? [];
  if (trace === undefined || actions.some(({ kind }) => kind === 'openTrace')) return AppError.from(data);
  return AppError.from({ ...data, actions: [...actions, { kind: 'openTrace', trace }] });
}

/** Runs one flow in a client of its own, so that its log and its cancellation are its own. Rejects with AppError. */
async function withClient(
  call: OAuthCall,
  silent: boolean,
  work: (client: PublicClientApplication) => Promise<AuthenticationResult | null>,
  secrets: readonly string[] = [],
): Promise<Grant> {
  const { target, signal, way, logged, told } = call;
  if (signal.aborted) throw new AppError('app.cancelled');
  const [{ LogLevel: levels, PublicClientApplication: Client }, { oauthNetwork }] = await Promise.all([library(), transport()]);
  const loggerCallback = (_level: LogLevel, message: string, containsPii: boolean): void => {
    if (logged && !containsPii) told({ line: `${new Date().toISOString()} ${message}` });
  };
  const network = oauthNetwork({ ...way, signal, secrets, onTrace: (trace) => told({ trace }) });
  const client = new Client({
    auth: { clientId: target.clientId, authority: target.authority, knownAuthorities: [new URL(target.authority).host] },
    system: {
      networkClient: network,
      loggerOptions: { piiLoggingEnabled: false, logLevel: levels.Verbose, loggerCallback },
    },
  });
  if (call.cache !== '') client.getTokenCache().deserialize(call.cache);
  try {
    const result = await work(client);
    if (result === null || result.account === null) throw new Error('The sign-in gave no token.');
    const { accessToken, expiresOn, account } = result;
    return {
      token: accessToken,
      expiresAt: expiresOn?.getTime() ?? Date.now(),
      userName: account.username,
      account: account.homeAccountId,
      cache: client.getTokenCache().serialize(),
    };
  } catch (thrown) {
    throw signal.aborted ? new AppError('app.cancelled') : withTrace(oauthFailure(network.failure() ?? thrown, target, silent), network.answered());
  } finally {
    await network.close();
  }
}

/** User name and password, as the pack does it. Works without a person, and for no account with a second factor. */
export function grantByPassword(call: OAuthCall, password: string): Promise<Grant> {
  const { scope, userName } = call.target;
  return withClient(call, false, (client) => client.acquireTokenByUsernamePassword({ scopes: [scope], username: userName, password }), [password]);
}

/** The system's browser: authorization code with PKCE, which comes back to a port of this computer. */
export function grantByBrowser(call: OAuthCall, openBrowser: (url: string) => Promise<void>): Promise<Grant> {
  const { target, signal } = call;
  let giveUp: (() => void) | undefined;
  const open = async (address: string): Promise<void> => {
    giveUp = () => void endListening(new URL(address));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    await openBrowser(address).catch(async () => {
      await endListening(new URL(address));
      throw new AppError('signIn.browserFailed');
    });
  };
  const request = { scopes: [target.scope], loginHint: target.userName, prompt: 'select_account', openBrowser: open, ...browserPages };
  return withClient(call, false, (client) => client.acquireTokenInteractive(request)).finally(() => {
    if (giveUp !== undefined) signal.removeEventListener('abort', giveUp);
  });
}

/** The library listens until an answer comes. It has no cancel, so that a sign-in that was given up is answered in place of the browser. */
async function endListening(address: URL): Promise<void> {
  const redirect = new URL(address.searchParams.get('redirect_uri') ?? '');
  // It listens on IPv4 only, whatever the name of this computer resolves to.
  redirect.hostname = '127.0.0.1';
  const body = new URLSearchParams({ error: 'access_denied', error_description: 'given up', state: address.searchParams.get('state') ?? '' });
  await fetch(redirect, { method: 'POST', body }).catch(() => undefined);
}

/** What a person has to enter, and where. */
export interface DeviceCode {
  readonly code: string;
  readonly page: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly expiresAt: number;
}

/** A code that a person enters in any browser, on any computer. */
export function grantByDeviceCode(call: OAuthCall, onCode: (code: DeviceCode) => void): Promise<Grant> {
  return withClient(call, false, (client) =>
    client.acquireTokenByDeviceCode({
      scopes: [call.target.scope],
      deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => onCode({ code: userCode, page: verificationUri, expiresAt: Date.now() + expiresIn * 1000 }),
    }),
  );
}

/** A new token for somebody who signed in before, from the cache or with the refresh token; `renew` asks the server whatever the cache holds. */
export function grantSilently(call: OAuthCall, account: string, renew: boolean): Promise<Grant> {
  return withClient(call, true, async (client) => {
    const found = (await client.getAllAccounts()).find((one) => one.homeAccountId === account);
    if (found === undefined) throw new AppError('signIn.required');
    return client.acquireTokenSilent({ account: found, scopes: [call.target.scope], forceRefresh: renew });
  });
}
