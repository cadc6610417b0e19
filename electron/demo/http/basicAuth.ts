import { timingSafeEqual } from 'node:crypto';
import { tokenUser } from '../identity/tokens.ts';
import type { Person } from '../store/mailbox.ts';

/** Short name of the demo domain, as in `CONTOSO\ana`. */
export const domain = 'CONTOSO';
/** Its DNS name, as in `ana@contoso.test`. */
export const dnsDomain = 'contoso.test';

/** Somebody who may sign in. */
export interface Account {
  readonly person: Person;
  readonly password: string;
}

/** The account name in any form Windows takes: `user`, `DOMAIN\user`, `user@domain`; undefined for another domain. */
function accountName(given: string): string | undefined {
  const [prefix, rest] = given.includes('\\') ? [given.slice(0, given.indexOf('\\')), given.slice(given.indexOf('\\') + 1)] : [undefined, given];
  if (prefix !== undefined && ![domain, dnsDomain].some((one) => one.toLowerCase() === prefix.toLowerCase())) return undefined;
  const at = rest.lastIndexOf('@');
  if (at === -1) return rest.toLowerCase();
  return rest.slice(at + 1).toLowerCase() === dnsDomain ? rest.slice(0, at).toLowerCase() : undefined;
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Who an `Authorization` header signs in, or undefined. User names are compared without regard to case, passwords exactly. */
export function signedIn(header: string | undefined, accounts: readonly Account[]): Account | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/=]+)\s*$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) return undefined;
  const name = accountName(text.slice(0, colon));
  const account = accounts.find(({ person }) => person.username === name);
  return account !== undefined && same(account.password, text.slice(colon + 1)) ? account : undefined;
}

/** Who a Bearer token signs in, or undefined. */
export function signedInByToken(
  header: string | undefined,
  { accounts, identityKey, now }: { readonly accounts: readonly Account[]; readonly identityKey: string | undefined; now(): Date },
): Account | undefined {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
  if (token === undefined || identityKey === undefined) return undefined;
  const name = accountName(tokenUser(token, identityKey, now()) ?? '');
  return accounts.find(({ person }) => person.username === name);
}
