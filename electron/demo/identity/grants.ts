import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { refusals, type Refusal } from './refusals.ts';
import { signedToken } from './tokens.ts';

/** Somebody of the demo organisation. */
export interface IdentityUser {
  readonly userName: string;
  readonly password: string;
}

/** What the grants work with. */
export interface GrantParts {
  readonly users: readonly IdentityUser[];
  readonly key: string;
  readonly issuer: string;
  readonly now: () => Date;
  readonly tokenSeconds: number;
}

/** The answer of the token endpoint. */
export type GrantAnswer = { readonly ok: true; readonly body: object } | { readonly ok: false; readonly refusal: Refusal | 'authorization_pending' };

interface Code {
  readonly user: string;
  readonly challenge: string;
  readonly redirect: string;
  readonly nonce: string | undefined;
}

const tenant = '11111111-2222-4333-8444-555555555555';
const other = { number: 99999, error: 'invalid_request', text: 'The request is not understood.' };
const denied = (number: number): GrantAnswer => ({ ok: false, refusal: refusals.get(number) ?? other });

/** The grants of the token endpoint, with the codes and refresh tokens it has given out. */
export class Grants {
  readonly #parts: GrantParts;
  readonly #codes = new Map<string, Code>();
  /** Who approved the device, or undefined while nobody has. */
  readonly #devices = new Map<string, { userCode: string; user: string | undefined }>();
  readonly #refresh = new Map<string, string>();
  /** The refusal that everybody, or somebody, is to get. */
  readonly refuse = new Map<string, Refusal>();

  constructor(parts: GrantParts) {
    this.#parts = parts;
  }

  /** The code that comes back to the redirect address after somebody signed in. */
  code(user: string, query: URLSearchParams): string {
    const code = randomBytes(24).toString('base64url');
    this.#codes.set(code, {
      user,
      challenge: query.get('code_challenge') ?? '',
      redirect: query.get('redirect_uri') ?? '',
      nonce: query.get('nonce') ?? undefined,
    });
    return code;
  }

  device(): { readonly device: string; readonly userCode: string } {
    const [device, userCode] = [randomBytes(24).toString('base64url'), randomBytes(5).toString('hex').toUpperCase()];
    this.#devices.set(device, { userCode, user: undefined });
    return { device, userCode };
  }

  /** Somebody enters the code of a device. Answers whether there is such a code. */
  approve(userCode: string, user: string): boolean {
    const found = [...this.#devices.values()].find((one) => one.userCode === userCode);
    if (found !== undefined) found.user = user;
    return found !== undefined;
  }

  /** Ends every refresh token, as a changed password does. */
  revoke(): void {
    this.#refresh.clear();
  }

  answer(form: URLSearchParams): GrantAnswer {
    switch (form.get('grant_type')) {
      case 'password':
        return this.#byPassword(form);
      case 'authorization_code':
        return this.#byCode(form);
      case 'urn:ietf:params:oauth:grant-type:device_code':
      case 'device_code':
        return this.#byDevice(form);
      case 'refresh_token':
        return this.#byRefreshToken(form);
      default:
        return { ok: false, refusal: other };
    }
  }

  #byPassword(form: URLSearchParams): GrantAnswer {
    const name = form.get('username')?.toLowerCase() ?? '';
    const user = this.#parts.users.find((one) => one.userName === name);
    if (user === undefined) return denied(50034);
    const refused = this.refuse.get(name) ?? this.refuse.get('password');
    if (refused !== undefined) return { ok: false, refusal: refused };
    return user.password === form.get('password') ? this.#tokens(user.userName, form) : denied(50126);
  }

  #byCode(form: URLSearchParams): GrantAnswer {
    const code = this.#codes.get(form.get('code') ?? '');
    this.#codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (code === undefined || code.challenge !== challenge || code.redirect !== form.get('redirect_uri')) return denied(70008);
    const refused = this.refuse.get('authorization_code');
    return refused === undefined ? this.#tokens(code.user, form, code.nonce) : { ok: false, refusal: refused };
  }

  #byDevice(form: URLSearchParams): GrantAnswer {
    const device = this.#devices.get(form.get('device_code') ?? '');
    if (device === undefined) return denied(70008);
    const refused = this.refuse.get('device_code');
    if (refused !== undefined) return { ok: false, refusal: refused };
    return device.user === undefined ? { ok: false, refusal: 'authorization_pending' } : this.#tokens(device.user, form);
  }

  #byRefreshToken(form: URLSearchParams): GrantAnswer {
    const given = form.get('refresh_token') ?? '';
    const user = this.#refresh.get(given);
    this.#refresh.delete(given);
    const refused = this.refuse.get('refresh_token');
    if (refused !== undefined) return { ok: false, refusal: refused };
    return user === undefined ? denied(70008) : this.#tokens(user, form);
  }

  #tokens(user: string, form: URLSearchParams, nonce?: string): GrantAnswer {
    const { key, issuer, now, tokenSeconds } = this.#parts;
    const scope = (form.get('scope') ?? '').split(' ').find((one) => one.startsWith('https:')) ?? '';
    const permission = scope.split('/').at(-1) ?? '';
    const iat = Math.floor(now().getTime() / 1000);
    const exp = iat + tokenSeconds;
    const oid = createHash('sha256').update(user).digest('hex').slice(0, 32);
    const refresh = randomBytes(32).toString('base64url');
    this.#refresh.set(refresh, user);
    const identity = { aud: form.get('client_id'), iss: issuer, iat, exp, oid, sub: oid, tid: tenant, preferred_username: user, name: user, ver: '2.0' };
    return {
      ok: true,
      body: {
        token_type: 'Bearer',
        scope,
        expires_in: tokenSeconds,
        ext_expires_in: tokenSeconds,
        access_token: signedToken({ aud: scope.slice(0, -permission.length - 1), exp, upn: user, scp: permission, jti: randomUUID() }, key),
        refresh_token: refresh,
        id_token: signedToken(nonce === undefined ? identity : { ...identity, nonce }, key),
        client_info: Buffer.from(JSON.stringify({ uid: oid, utid: tenant })).toString('base64url'),
      },
    };
  }
}
