import type { ErrorCode } from '../errors/catalogue.ts';
import type { ErrorDetails } from '../errors/catalogue/entry.ts';
import { offeredSchemes, type PasswordScheme, type PasswordMethod } from './schemes.ts';

/** What is known about a certificate that was shown. Dates are ISO 8601 in UTC. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly names: readonly string[];
  readonly fingerprint: string;
}

/** A raw failure: either the system's error code, or an HTTP answer that is not Exchange's. */
export interface RawFailure {
  readonly url: string;
  /** Code of the system, Node or OpenSSL, for example ENOTFOUND or CERT_HAS_EXPIRED. */
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly certificate?: CertificateFacts | undefined;
  readonly status?: number | undefined;
  /** Header names in lower case; several values of one header in the order of the answer. */
  readonly headers?: readonly (readonly [string, string])[] | undefined;
  readonly userName?: string | undefined;
  /** How the request was signed in; undefined where no method fitted and no password was sent. */
  readonly scheme?: PasswordScheme | undefined;
  /** What the configuration allows; absent where it does not sign in with a password of its own. */
  readonly method?: PasswordMethod | undefined;
  /** This computer's clock, ISO 8601. */
  readonly now?: string | undefined;
}

/** The named cause of a raw failure. */
export interface Diagnosis {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** System codes and what they mean. OpenSSL's names: nodejs.org/api/tls.html#x509-certificate-error-codes */
const systemCodes: Readonly<Record<string, ErrorCode>> = {
  ENOTFOUND: 'network.nameNotFound',
  EAI_AGAIN: 'network.nameNotFound',
  EAI_NODATA: 'network.nameNotFound',
  ECONNREFUSED: 'network.refused',
  ETIMEDOUT: 'network.noAnswer',
  EHOSTUNREACH: 'network.noAnswer',
  ENETUNREACH: 'network.noAnswer',
  EHOSTDOWN: 'network.noAnswer',
  ECONNRESET: 'network.reset',
  ECONNABORTED: 'network.reset',
  EPIPE: 'network.reset',
  UND_ERR_SOCKET: 'network.reset',
  UND_ERR_DESTROYED: 'network.reset',
  UND_ERR_CLOSED: 'network.reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'network.reset',
  HPE_INVALID_EOF_STATE: 'network.reset',
  ERR_STREAM_PREMATURE_CLOSE: 'network.reset',
  Z_BUF_ERROR: 'network.reset',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate.selfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate.untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate.untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate.untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate.untrusted',
  CERT_UNTRUSTED: 'certificate.untrusted',
  CERT_REVOKED: 'certificate.untrusted',
  INVALID_CA: 'certificate.untrusted',
  CERT_HAS_EXPIRED: 'certificate.expired',
  CERT_NOT_YET_VALID: 'certificate.notYetValid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate.nameMismatch',
  HOSTNAME_MISMATCH: 'certificate.nameMismatch',
  EPROTO: 'certificate.notTls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'certificate.notTls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'certificate.notTls',
};

/** Status codes whose meaning does not depend on anything else in the answer. */
const statusCodes: Readonly<Record<number, ErrorCode>> = {
  404: 'http.notFound',
  405: 'http.notFound',
  407: 'network.proxySignIn',
  413: 'http.tooLarge',
  429: 'http.unavailable',
  456: 'signIn.accountLocked',
  457: 'signIn.accountLocked',
  502: 'http.unavailable',
  503: 'http.unavailable',
  504: 'http.unavailable',
};

/** Values of a header, in order. */
function valuesOf(failure: RawFailure, name: string): string[] {
  return (failure.headers ?? []).flatMap(([key, value]) => (key.toLowerCase() === name ? [value] : []));
}

/** Seconds to wait that Retry-After asks for, as a number or as a date. */
export function retryAfterSeconds(value: string | undefined, now: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value);
  const until = Date.parse(value) - (now === undefined ? Number.NaN : Date.parse(now));
  return Number.isFinite(until) ? Math.max(0, Math.ceil(until / 1000)) : undefined;
}

function statusCodeOf(failure: RawFailure, status: number, contentType: string): ErrorCode {
  if (status === 401) {
    const offered = offeredSchemes(valuesOf(failure, 'www-authenticate')).map((scheme) => scheme.toLowerCase());
    if (failure.scheme === 'NTLM') return 'signIn.ntlmRejected';
    if (failure.method === undefined || failure.scheme !== undefined)
      return offered.length > 0 && !offered.includes('basic') ? 'signIn.basicNotOffered' : 'signIn.rejected';
    if (offered.length === 0) return 'signIn.nothingOffered';
    if (failure.method === 'Basic') return 'signIn.basicNotOffered';
    return offered.includes('basic') ? 'signIn.ntlmNotOffered' : 'signIn.methodNotSupported';
  }
  if (status === 403) return valuesOf(failure, 'x-ews-policy-reason').length > 0 ? 'http.policyBlocked' : 'http.forbidden';
  if (status >= 300 && status < 400) return 'http.loginPage';
  const known = statusCodes[status];
  if (known !== undefined) return known;
  if (contentType.includes('html') && status < 500) return 'http.loginPage';
  return status >= 500 ? 'http.serverError' : 'http.unexpected';
}

const isOnline = (host: string): boolean => /(^|\.)(office365\.com|office365\.us|outlook\.com)$/i.test(host);

/** Facts that a text is made of; absent ones are left out. */
function present(facts: Readonly<Record<string, string | undefined>>): ErrorDetails {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
}

/** What is said of a certificate that nobody trusted vouches for. */
const unknownIssuers: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['certificate.untrusted', 'certificate.selfSigned']);

/** Of a certificate that is both out of date and unknown, OpenSSL (Node) names the one and BoringSSL (Electron) the other. It is to be renewed in either case. */
function hasExpired(certificate: CertificateFacts | undefined, now: string | undefined): boolean {
  return certificate !== undefined && now !== undefined && Date.parse(certificate.validTo) < Date.parse(now);
}

/** Names the cause of a raw failure (the table of ux 4.2). Whatever is not in the table keeps its own text, code and host. */
export function diagnose(failure: RawFailure): Diagnosis {
  const url = new URL(failure.url);
  const place = { host: url.hostname, port: url.port === '' ? (url.protocol === 'http:' ? '80' : '443') : url.port };
  const { status, certificate, userName, message, now } = failure;
  if (status !== undefined) {
    const contentType = valuesOf(failure, 'content-type')[0]?.split(';')[0]?.trim().toLowerCase() ?? '';
    const seconds = retryAfterSeconds(valuesOf(failure, 'retry-after')[0], now);
    return {
      code: statusCodeOf(failure, status, contentType),
      details: present({
        ...place,
        url: failure.url,
        status: String(status),
        contentType,
        userName,
        online: isOnline(url.hostname) ? 'true' : undefined,
        offered: offeredSchemes(valuesOf(failure, 'www-authenticate')).join(', '),
        policyReason: valuesOf(failure, 'x-ews-policy-reason')[0],
        diagnostics: valuesOf(failure, 'x-ms-diagnostics')[0],
        location: valuesOf(failure, 'location')[0]?.replace(/\?.*$/s, ''),
        requestId: valuesOf(failure, 'request-id')[0],
        ...(seconds === undefined ? {} : { waitSeconds: String(seconds), waitMs: String(seconds * 1000) }),
      }),
    };
  }
  const isTls = failure.code?.startsWith('ERR_SSL_') === true;
  const named = systemCodes[failure.code ?? ''] ?? (isTls ? 'certificate.notTls' : 'network.other');
  const code = unknownIssuers.has(named) && hasExpired(certificate, now) ? 'certificate.expired' : named;
  return {
    code,
    details: present({
      ...place,
      rawCode: failure.code,
      message: code === 'network.other' || code === 'certificate.notTls' ? message : undefined,
      now,
      ...(certificate === undefined
        ? {}
        : {
            subject: certificate.subject,
            issuer: certificate.issuer,
            validFrom: certificate.validFrom,
            validTo: certificate.validTo,
            names: certificate.names.join(', '),
            firstName: certificate.names.find((name) => !name.startsWith('*')),
            fingerprint: certificate.fingerprint,
          }),
    }),
  };
}
