import type { Connection } from '../../shared/connections/connection.ts';
import { listOf } from '../../shared/connections/listOf.ts';
import { authoritiesIn, systemAuthorities } from './authorities.ts';
import { proxyFor, type ProxyServer } from './proxy.ts';

/** How a connection reaches servers and whom it trusts. */
export interface Network {
  /** Certificates of authorities in PEM; without them those that Node brings. */
  readonly authorities?: readonly string[] | undefined;
  /** SHA-256 fingerprints of certificates that are accepted although no authority vouches for them: 64 digits in upper case. */
  readonly pinned: readonly string[];
  /** The proxy for a server, or undefined where it is reached directly. */
  proxyFor(url: URL): ProxyServer | undefined;
}

/** A fingerprint without its colons. */
export const plainFingerprint = (text: string): string => text.replaceAll(/[\s:]/g, '').toUpperCase();

/** The network of a connection. Throws AppError `certificate.authorityFile` or `network.invalidProxy`. `authorities` stand in place of the system's. */
export function networkOf(connection: Connection, authorities?: readonly string[]): Network {
  const file = connection.authorityFile.trim();
  const known = authorities ?? systemAuthorities();
  return {
    authorities: file === '' ? known : [...known, ...authoritiesIn(file)],
    pinned: listOf(connection.trustedCertificate).map(plainFingerprint),
    proxyFor: (url) => proxyFor(url, connection, process.env),
  };
}
