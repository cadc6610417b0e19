import { createHmac } from 'node:crypto';
import { md4 } from './md4.ts';

/** Who signs in. `user` may be a user principal name; then `domain` is empty. */
export interface NtlmAccount {
  readonly user: string;
  readonly domain: string;
  readonly password: string;
}

/** The secrets of one answer. */
export interface NtlmV2Answer {
  readonly proof: Buffer;
  readonly ntResponse: Buffer;
  readonly lmResponse: Buffer;
  readonly sessionKey: Buffer;
}

const hmacMd5 = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer => parts.reduce((hmac, part) => hmac.update(part), createHmac('md5', key)).digest();

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** NTOWFv2 of MS-NLMP 3.3.2: the key that stands for the password. */
export function ntlmV2Key({ user, domain, password }: NtlmAccount): Buffer {
  return hmacMd5(md4(utf16(password)), utf16(user.toUpperCase() + domain));
}

/** The answer to a challenge (MS-NLMP 3.3.2). `time` counts 100 nanoseconds since 1601, as bytes of the server's or this computer's clock. */
export function ntlmV2Answer(
  key: Uint8Array,
  facts: { readonly serverChallenge: Uint8Array; readonly clientChallenge: Uint8Array; readonly time: Uint8Array; readonly targetInfo: Uint8Array },
): NtlmV2Answer {
  const { serverChallenge, clientChallenge, time, targetInfo } = facts;
  const blob = Buffer.concat([Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]), time, clientChallenge, Buffer.alloc(4), targetInfo, Buffer.alloc(4)]);
  const proof = hmacMd5(key, serverChallenge, blob);
  return {
    proof,
    ntResponse: Buffer.concat([proof, blob]),
    lmResponse: Buffer.concat([hmacMd5(key, serverChallenge, clientChallenge), clientChallenge]),
    sessionKey: hmacMd5(key, proof),
  };
}

/** The message integrity code over the three messages of a conversation. */
export const messageIntegrity = (sessionKey: Uint8Array, ...messages: readonly Uint8Array[]): Buffer => hmacMd5(sessionKey, ...messages);
