import { createHash } from 'node:crypto';
import type { Connection } from '../../shared/connections/connection.ts';
import type { SignInEvent, SignInState } from '../../shared/connections/signIn.ts';
import { signInTarget, type SignInTarget } from '../../shared/connections/signInTarget.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { StreamSink } from '../../shared/ipc/channel.ts';
import type { KeptSignIn, TokenCache } from '../secrets/tokenCache.ts';
import { loadSystemAuthorities } from '../exchange/authorities.ts';
import { networkOf } from '../exchange/network.ts';
import type { RequestLabels } from '../exchange/transport.ts';
import { renewBeforeMs, type AccessToken, type SignInNote } from './accessToken.ts';
import { grantByBrowser, grantByDeviceCode, grantByPassword, grantSilently, type Grant, type OAuthCall } from './oauth.ts';

/** What is needed for the token of a connection. */
export interface TokenWish {
  readonly connection: Connection;
  /** Asked for with the legacy method only. */
  password(): Promise<string | undefined>;
  /** The last token was refused before its time. */
  readonly renew: boolean;
  readonly signal: AbortSignal;
  /** For whom; the requests are traced under it. */
  readonly labels?: RequestLabels;
  /** Hears what happens on the way, whether there is a token at its end or not. */
  readonly told?: (note: SignInNote) => void;
}

/** What signing in needs from the process it happens in. */
export interface SignInParts {
  readonly cache: TokenCache;
  openBrowser(url: string): Promise<void>;
  readonly userAgent: string;
  readonly now?: () => number;
  /** Certificates of authorities in PEM that are trusted in place of the system's. */
  readonly authorities?: readonly string[];
}

const isLegacy = (connection: Connection): boolean => connection.signInMethod === 'User name and password (legacy)';

/** Configurations with the same account, application and cloud share a sign-in. Names in the file would tell who signs in where. */
export function signInId({ authority, clientId, userName }: SignInTarget): string {
  return createHash('sha256').update(JSON.stringify([authority, clientId, userName].map((one) => one.toLowerCase()))).digest('hex');
}

/** Throws AppError where the configuration does not say where to sign in; `new URL` would throw something nobody can read. */
function targetOf(connection: Connection): SignInTarget {
  const target = signInTarget(connection);
  if (!URL.canParse(target.authority) || !target.authority.startsWith('https:')) throw new AppError('network.invalidAddress', { address: target.authority });
  return target;
}

/** Who is signed in for which connection: signs in and out, and gives tokens. Tokens leave it for the run worker only. */
export class SignIns {
  readonly #parts: SignInParts;
  /** Sign-ins with the legacy method, which stay in memory: the password that makes them again is in the keychain. */
  readonly #legacy = new Map<string, KeptSignIn>();
  /** Tokens at hand, so that a run of a thousand requests asks the library once an hour. */
  readonly #tokens = new Map<string, AccessToken>();
  readonly #renewing = new Map<string, Promise<AccessToken>>();

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  async state(connection: Connection): Promise<SignInState> {
    const id = signInId(signInTarget(connection));
    const kept = isLegacy(connection) ? undefined : await this.#parts.cache.get(id);
    const found = kept ?? this.#legacy.get(id);
    if (found === undefined) return { signedIn: false };
    return { signedIn: true, userName: found.userName, validUntil: new Date(found.expiresAt).toISOString(), kept: kept?.kept ?? 'memory' };
  }

  /** Signs a person in with the method of the connection. Rejects with AppError `signIn.*`, or `app.cancelled`. */
  async signIn(connection: Connection, password: string | undefined, { emit, signal }: StreamSink<SignInEvent>, told: (note: SignInNote) => void = () => undefined): Promise<void> {
    const call = await this.#call(connection, '', { signal, told });
    const grant = await this.#ask(connection, call, password, emit);
    const wanted = call.target.userName;
    if (wanted !== '' && grant.userName.toLowerCase() !== wanted.toLowerCase())
      throw new AppError('signIn.otherAccount', { userName: wanted, signedIn: grant.userName });
    await this.#keep(connection, call.target, grant);
    emit({ type: 'signedIn', state: await this.state(connection) });
  }

  async signOut(connection: Connection): Promise<SignInState> {
    const id = signInId(signInTarget(connection));
    this.#legacy.delete(id);
    this.#tokens.delete(id);
    await this.#parts.cache.delete(id);
    return { signedIn: false };
  }

  /** A token with some minutes left. Rejects with AppError; `signIn.required` where nobody has signed in. */
  async token(wish: TokenWish): Promise<AccessToken> {
    const id = signInId(targetOf(wish.connection));
    const atHand = this.#tokens.get(id);
    const now = this.#parts.now?.() ?? Date.now();
    if (!wish.renew && atHand !== undefined && atHand.expiresAt - now > renewBeforeMs) return atHand;
    // Runs that need the same token at the same time get the same one.
    const going = this.#renewing.get(id);
    if (going !== undefined) return going;
    const renewing = this.#renew(wish, id).finally(() => this.#renewing.delete(id));
    this.#renewing.set(id, renewing);
    return renewing;
  }

  async #renew(wish: TokenWish, id: string): Promise<AccessToken> {
    const { connection, password, renew } = wish;
    const legacy = isLegacy(connection);
    const kept = legacy ? this.#legacy.get(id) : await this.#parts.cache.get(id);
    if (kept === undefined && !legacy) throw new AppError('signIn.required', { connection: connection.name }, { actions: [{ kind: 'signIn' }] });
    const call = await this.#call(connection, kept?.cache ?? '', wish);
    const grant = kept === undefined ? await this.#byPassword(call, await password(), connection) : await this.#silently(call, kept, renew, legacy, password, connection);
    return this.#keep(connection, call.target, grant);
  }

  /** The legacy method has the password for when the sign-in itself is over. */
  async #silently(call: OAuthCall, kept: KeptSignIn, renew: boolean, legacy: boolean, password: TokenWish['password'], connection: Connection): Promise<Grant> {
    try {
      return await grantSilently(call, kept.account, renew);
    } catch (thrown) {
      if (!legacy || !(thrown instanceof AppError) || thrown.data.code !== 'signIn.expired') throw thrown;
      return this.#byPassword(call, await password(), connection);
    }
  }

  #byPassword(call: OAuthCall, password: string | undefined, connection: Connection): Promise<Grant> {
    if (password === undefined || password === '') throw new AppError('secret.missing', { connection: connection.name });
    return grantByPassword(call, password);
  }

  #ask(connection: Connection, call: OAuthCall, password: string | undefined, emit: (event: SignInEvent) => void): Promise<Grant> {
    switch (connection.signInMethod) {
      case 'Sign in with browser':
        return grantByBrowser(call, async (url) => {
          await this.#parts.openBrowser(url);
          emit({ type: 'browserOpened' });
        });
      case 'Device code':
        return grantByDeviceCode(call, ({ code, page, expiresAt }) => emit({ type: 'deviceCode', code, page, expiresAt: new Date(expiresAt).toISOString() }));
      case 'User name and password (legacy)':
        return this.#byPassword(call, password, connection);
    }
  }

  async #call(connection: Connection, cache: string, { signal, labels = {}, told = () => undefined }: Pick<TokenWish, 'signal' | 'labels' | 'told'>): Promise<OAuthCall> {
    const target = targetOf(connection);
    const network = networkOf(connection, this.#parts.authorities ?? (await loadSystemAuthorities()));
    const way = { connection: connection.name, labels, network, userAgent: this.#parts.userAgent, timeoutSeconds: connection.timeout };
    return { target, cache, signal, way, logged: connection.logOAuth, told };
  }

  async #keep(connection: Connection, target: SignInTarget, { token, expiresAt, userName, account, cache }: Grant): Promise<AccessToken> {
    const id = signInId(target);
    const kept = { account, userName, expiresAt, cache };
    if (isLegacy(connection)) this.#legacy.set(id, kept);
    else await this.#parts.cache.set(id, kept);
    this.#tokens.set(id, { token, expiresAt });
    return { token, expiresAt };
  }
}
