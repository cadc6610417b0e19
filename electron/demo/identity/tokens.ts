import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token of the demo says. Times are seconds since 1970-01-01 UTC. */
export interface TokenClaims {
  readonly aud: string;
  readonly exp: number;
  /** The sign-in name. */
  readonly upn: string;
  /** The only permission that the demo server accepts. */
  readonly scp: string;
  /** Makes each token different from all others. */
  readonly jti: string;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = (content: string, key: string): string => createHmac('sha256', key).update(content).digest('base64url');

/** A JSON Web Token (RFC 7519), signed with a key that identity provider and demo server share. */
export function signedToken(claims: object, key: string): string {
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${signature(content, key)}`;
}

function claimsOf(text: string): TokenClaims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isClaims(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

const isClaims = (value: unknown): value is TokenClaims =>
  typeof value === 'object' && value !== null && 'upn' in value && typeof value.upn === 'string' && 'exp' in value && typeof value.exp === 'number' && 'scp' in value;

/** Whom a token signs in: the sign-in name, or undefined for a token that is forged, over, or for something else than Exchange. */
export function tokenUser(token: string, key: string, now: Date): string | undefined {
  const [header, body, given, ...more] = token.split('.');
  if (header === undefined || body === undefined || given === undefined || more.length > 0) return undefined;
  const [wanted, found] = [Buffer.from(signature(`${header}.${body}`, key)), Buffer.from(given)];
  if (wanted.length !== found.length || !timingSafeEqual(wanted, found)) return undefined;
  const claims = claimsOf(body);
  if (claims === undefined || claims.exp * 1000 <= now.getTime() || claims.scp !== 'EWS.AccessAsUser.All') return undefined;
  return claims.upn;
}
