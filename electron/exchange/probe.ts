import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { TLSSocket } from 'node:tls';
import { diagnose, type CertificateFacts } from '../../shared/connections/diagnosis.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { Network } from './network.ts';
import { certificateFacts, CertificateFailure, openConnection, type Endpoint } from './connector.ts';

/** What the first stages of a connection test find out. Nothing is sent that would need a password. */
export interface Probe {
  /** Addresses of the server's name. */
  addresses(): Promise<string[]>;
  /** The proxy that stands in between, as host and port. */
  readonly proxy: string | undefined;
  /** Opens a connection without encryption and closes it again. */
  connect(): Promise<void>;
  /** Opens an encrypted connection and answers the certificate that was verified. */
  certificate(): Promise<CertificateFacts | undefined>;
}

function failureOf(thrown: unknown, url: string): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  const certificate = thrown instanceof CertificateFailure ? thrown.certificate : undefined;
  const diagnosis = diagnose({ url, code, certificate, message: thrown instanceof Error ? thrown.message : String(thrown), now: new Date().toISOString() });
  return new AppError(diagnosis.code, diagnosis.details);
}

/** Looks at a server step by step. Every step rejects with AppError, within the time limit and when the signal aborts. */
export function probe(url: URL, options: { readonly seconds: number; readonly signal: AbortSignal; readonly network: Network }): Probe {
  const encrypted = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const endpoint: Endpoint = {
    host,
    port: url.port === '' ? (encrypted ? 443 : 80) : Number(url.port),
    encrypted,
    network: options.network,
    proxy: options.network.proxyFor(url),
  };

  async function limited<T>(work: Promise<T>, doing: string, stop: () => void): Promise<T> {
    const { signal, seconds } = options;
    const timeout = AbortSignal.timeout(Math.ceil(seconds * 1000));
    const ended = AbortSignal.any([signal, timeout]);
    const cut = new Promise<never>((_, reject) => {
      const onEnd = (): void => {
        stop();
        const silent = new AppError('network.noAnswer', { host, port: String(endpoint.port), seconds: String(seconds), doing });
        reject(signal.aborted ? new AppError('app.cancelled') : silent);
      };
      if (ended.aborted) onEnd();
      else ended.addEventListener('abort', onEnd, { once: true });
    });
    try {
      return await Promise.race([work, cut]);
    } catch (thrown) {
      throw failureOf(thrown, url.href);
    }
  }

  async function opened<T>(to: Endpoint, doing: string, look: (socket: unknown) => T): Promise<T> {
    const opening = openConnection(to, () => undefined);
    try {
      return look(await limited(opening.opened, doing, () => opening.destroy()));
    } finally {
      opening.destroy();
    }
  }

  // With a proxy it is the proxy that looks the server's name up.
  const named = endpoint.proxy?.host ?? host;

  return {
    proxy: endpoint.proxy === undefined ? undefined : `${endpoint.proxy.host}:${endpoint.proxy.port}`,
    addresses: async () =>
      isIP(named) === 0
        ? (await limited(lookup(named, { all: true }), 'the name was being looked up', () => undefined)).map((entry) => entry.address)
        : [named],
    connect: () => opened({ ...endpoint, encrypted: false }, 'the connection was being made', () => undefined),
    certificate: () =>
      opened(endpoint, 'encryption was being agreed on', (socket) => (socket instanceof TLSSocket ? certificateFacts(socket.getPeerCertificate()) : undefined)),
  };
}
