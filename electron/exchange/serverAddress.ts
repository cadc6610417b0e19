import { authenticationOf, ewsUrlOf, type Connection } from '../../shared/connections/connection.ts';
import { listOf } from '../../shared/connections/listOf.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { documentedCandidates, onlineCandidates, type CandidateSource } from './autodiscover/candidates.ts';
import { discover, type Attempt } from './autodiscover/discover.ts';
import { assertProtected, type RequestLabels, type Transport } from './transport.ts';

/** The address that requests go to when one is given. Throws AppError where it is missing, wrong or not protected. */
export function effectiveUrl({ serverAddress }: Pick<Connection, 'serverAddress'>): string {
  if (serverAddress.trim() === '') throw new AppError('network.noAddress');
  let url: URL;
  try {
    url = new URL(ewsUrlOf(serverAddress));
  } catch {
    throw new AppError('network.invalidAddress', { address: serverAddress });
  }
  assertProtected(url);
  // A name and password in the address would show in every trace; signing in uses the fields of the configuration.
  url.username = '';
  url.password = '';
  return url.href;
}

/** Whether the server has to be found first: an address that is given wins (exchange-activities 2.1). */
export const isDiscovered = ({ serverAddress, useAutodiscover }: Pick<Connection, 'serverAddress' | 'useAutodiscover'>): boolean =>
  useAutodiscover && serverAddress.trim() === '';

/** The e-mail address whose server is looked for. */
export function addressToLookUp({ username, domain }: Pick<Connection, 'username' | 'domain'>): string {
  const name = username.trim();
  return name.includes('@') || domain.trim() === '' ? name : `${name.replace(/^.*\\/, '')}@${domain.trim()}`;
}

/** Where requests go. A server that Autodiscover found is remembered as long as this is. */
export class ServerAddress {
  readonly #connection: Connection;
  readonly #transport: Transport;
  readonly #candidates: CandidateSource;
  #found: Promise<string> | undefined;
  #known: string | undefined;

  /** Throws AppError where a given address cannot be used. The transport is the one for Autodiscover, with a short time limit. */
  constructor(connection: Connection, transport: Transport, candidates: CandidateSource | undefined) {
    this.#connection = connection;
    this.#transport = transport;
    this.#candidates = candidates ?? (authenticationOf(connection) === 'oauth' ? onlineCandidates : documentedCandidates);
    if (!isDiscovered(connection)) this.#known = effectiveUrl(connection);
  }

  /** The address as far as it is known. */
  get known(): string {
    return this.#known ?? '';
  }

  /** The address; looks for it the first time. Rejects with AppError `autodiscover.*` or `app.cancelled`. */
  async resolve(labels: RequestLabels, signal: AbortSignal, onAttempt?: (attempt: Attempt) => void): Promise<string> {
    if (this.#known !== undefined) return this.#known;
    // Requests that start together share one search; one that failed is made again for the next request.
    this.#found ??= this.#search(labels, signal, onAttempt).finally(() => (this.#found = undefined));
    return this.#found;
  }

  async #search(labels: RequestLabels, signal: AbortSignal, onAttempt: ((attempt: Attempt) => void) | undefined): Promise<string> {
    const found = await discover(
      {
        address: addressToLookUp(this.#connection),
        transport: this.#transport,
        candidates: this.#candidates,
        trusted: listOf(this.#connection.trustedRedirects),
        labels,
        ...(onAttempt === undefined ? {} : { onAttempt }),
      },
      signal,
    );
    this.#known = found;
    return found;
  }
}
