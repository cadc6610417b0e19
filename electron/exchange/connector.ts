import { isIP, connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, checkServerIdentity, createSecureContext, type SecureContext, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { CertificateFacts } from '../../shared/connections/diagnosis.ts';
import { plainFingerprint, type Network } from './network.ts';
import { tunnel, type ProxyServer } from './proxy.ts';

/** Where to connect, and whom to trust. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly encrypted: boolean;
  /** Whom to trust. */
  readonly network: Network;
  /** The HTTP proxy in between. */
  readonly proxy?: ProxyServer | undefined;
}

/** Told when a phase of connecting is over; the address is known with the first. */
export type PhaseListener = (phase: 'dns' | 'connect' | 'tls', address?: string) => void;

/** A connection that is being made: its socket, so that it can be destroyed at any moment, and its end. */
export interface Opening {
  readonly opened: Promise<Socket>;
  destroy(): void;
}

const isoDate = (text: string): string => {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time.toISOString();
};

function commonName(name: PeerCertificate['subject'] | undefined): string {
  const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
  return first(name?.CN) ?? first(name?.O) ?? 'unknown';
}

/** What a certificate says about itself; undefined where the server showed none. */
export function certificateFacts(certificate: PeerCertificate): CertificateFacts | undefined {
  // Node answers an object without members where there is no certificate, whatever the type says.
  if (Object.keys(certificate).length === 0) return undefined;
  const alternative = certificate.subjectaltname?.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, '')) ?? [];
  return {
    subject: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    validFrom: isoDate(certificate.valid_from),
    validTo: isoDate(certificate.valid_to),
    names: alternative.length === 0 ? [commonName(certificate.subject)] : alternative,
    fingerprint: certificate.fingerprint256,
  };
}

/** A TLS failure with the certificate that caused it. */
export class CertificateFailure extends Error {
  readonly code: string;
  readonly certificate: CertificateFacts | undefined;

  constructor(code: string, message: string, certificate: CertificateFacts | undefined) {
    super(message);
    this.name = 'CertificateFailure';
    this.code = code;
    this.certificate = certificate;
  }
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : 'unknown');

/**
 * Verifies by hand after the handshake, because a handshake that Node aborts does not tell which certificate was wrong.
 * Nothing has been sent to the server yet.
 */
function verify(socket: TLSSocket, host: string, pinned: readonly string[]): void {
  const facts = certificateFacts(socket.getPeerCertificate());
  // This very certificate was chosen by a person: whoever holds its key is the server that was meant.
  if (facts !== undefined && pinned.includes(plainFingerprint(facts.fingerprint))) return;
  if (!socket.authorized) {
    // The type says Error; for failures of the chain Node sets the code of OpenSSL as a text.
    const reason: unknown = socket.authorizationError;
    throw new CertificateFailure(reason instanceof Error ? codeOf(reason) : String(reason), 'The certificate is not trusted.', facts);
  }
  const mismatch = checkServerIdentity(host, socket.getPeerCertificate());
  if (mismatch !== undefined) throw new CertificateFailure('ERR_TLS_CERT_ALTNAME_INVALID', mismatch.message, facts);
}

const contexts = new WeakMap<Network, SecureContext>();

/** Reading hundreds of certificates takes a moment: once for a session, not for every connection. */
function contextOf(network: Network): SecureContext {
  const context = contexts.get(network) ?? createSecureContext(network.authorities === undefined ? {} : { ca: [...network.authorities] });
  contexts.set(network, context);
  return context;
}

/** Opens a connection: name, TCP, a tunnel where a proxy stands in between, and TLS with a verified certificate. Rejects with the system's error or CertificateFailure. */
export function openConnection(endpoint: Endpoint, phase: PhaseListener): Opening {
  const { host, port, proxy } = endpoint;
  const plain = connectTcp({ host: proxy?.host ?? host, port: proxy?.port ?? port, noDelay: true, keepAlive: true });
  let outer: Socket = plain;
  const opened = new Promise<Socket>((resolve, reject) => {
    const closed = (): void => reject(Object.assign(new Error('The connection was closed.'), { code: 'ECONNRESET' }));
    plain.once('lookup', (_error, address) => phase('dns', address));
    // The listeners stay: once the promise is settled they do nothing, and an error without a listener would end the process.
    plain.on('error', reject);
    plain.once('close', closed);
    const joined = (): void => {
      if (!endpoint.encrypted) {
        resolve(plain);
        return;
      }
      // A server name must not be an address (RFC 6066).
      const servername = isIP(host) === 0 ? host : '';
      const secure = connectTls({
        socket: plain,
        servername,
        rejectUnauthorized: false,
        checkServerIdentity: () => undefined,
        secureContext: contextOf(endpoint.network),
      });
      outer = secure;
      secure.on('error', reject);
      secure.once('close', closed);
      secure.once('secureConnect', () => {
        try {
          verify(secure, host, endpoint.network.pinned);
        } catch (refused) {
          secure.destroy();
          reject(refused instanceof Error ? refused : new Error(String(refused)));
          return;
        }
        phase('tls');
        resolve(secure);
      });
    };
    plain.once('connect', () => {
      phase('connect', plain.remoteAddress);
      if (proxy === undefined) joined();
      else tunnel(plain, proxy, host, port).then(joined, reject);
    });
  });
  const destroy = (): void => {
    outer.destroy();
    plain.destroy();
  };
  return { opened, destroy };
}
