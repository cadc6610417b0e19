import { createHmac, randomBytes } from 'node:crypto';
import { md4 } from '../../../electron/auth/ntlm/md4.ts';
import type { Answer } from './scriptedServer.ts';

const mac = (key: Buffer, data: Buffer): Buffer => createHmac('md5', key).update(data).digest();

/** What the server remembers of one connection. */
interface Conversation {
  negotiate: Buffer;
  challenge: Buffer;
  isSignedIn: boolean;
}

export interface NtlmServerOptions {
  readonly user: string;
  readonly domain: string;
  readonly password: string;
  /** Lines beside NTLM. */
  readonly alsoOffers?: readonly string[];
  /** Ends the connection after the challenge. */
  readonly closesAfterChallenge?: boolean;
  /** Told the channel bindings of every proof. */
  bound?(binding: Buffer | undefined): void;
}

/** The server's side of NTLM v2, written from MS-NLMP 3.2.5 and 3.3.2 and sharing nothing with the client but MD4, which RFC 1320's vectors check. */
export function askingNtlm(options: NtlmServerOptions, answer: Answer): Answer {
  const conversations = new WeakMap<object, Conversation>();
  const lines = (...more: readonly string[]): string[] => [...(options.alsoOffers ?? []), ...more];
  return (seen, response, socket) => {
    const known = conversations.get(socket);
    if (known?.isSignedIn === true && seen.headers.authorization === undefined) return answer(seen, response, socket);
    const sent = /^NTLM (.+)$/.exec(seen.headers.authorization ?? '')?.[1];
    const message = sent === undefined ? undefined : Buffer.from(sent, 'base64');
    if (message?.readUInt32LE(8) === 1) {
      const info = [
        [2, Buffer.from(options.domain, 'utf16le')],
        [7, randomBytes(8)],
        [0, Buffer.alloc(0)],
      ] as const;
      const pairs = Buffer.concat(info.flatMap(([id, value]) => [Buffer.from([id, 0, value.length, 0]), value]));
      const challenge = Buffer.concat([Buffer.from('NTLMSSP\0\u0002\0\0\0', 'latin1'), Buffer.alloc(36), Buffer.alloc(8), pairs]);
      challenge.writeUInt32LE(0xa2888205, 20);
      randomBytes(8).copy(challenge, 24);
      challenge.writeUInt16LE(pairs.length, 40);
      challenge.writeUInt32LE(56, 44);
      conversations.set(socket, { negotiate: message, challenge, isSignedIn: false });
      const connection = options.closesAfterChallenge === true ? { connection: 'close' } : {};
      return void response.writeHead(401, { ...connection, 'www-authenticate': `NTLM ${challenge.toString('base64')}` }).end('challenge');
    }
    if (message?.readUInt32LE(8) === 3 && known !== undefined && isProven(message, known, options)) {
      known.isSignedIn = true;
      return answer(seen, response, socket);
    }
    return void response.writeHead(401, { 'www-authenticate': lines('NTLM') }).end('no');
  };
}

function isProven(message: Buffer, { negotiate, challenge }: Conversation, options: NtlmServerOptions): boolean {
  const part = (at: number): Buffer => message.subarray(message.readUInt32LE(at + 4), message.readUInt32LE(at + 4) + message.readUInt16LE(at));
  const [nt, domain, user] = [part(20), part(28).toString('utf16le'), part(36).toString('utf16le')];
  if (user.toLowerCase() !== options.user.toLowerCase()) return false;
  const key = mac(md4(Buffer.from(options.password, 'utf16le')), Buffer.from(user.toUpperCase() + domain, 'utf16le'));
  const proof = mac(key, Buffer.concat([challenge.subarray(24, 32), nt.subarray(16)]));
  if (!proof.equals(nt.subarray(0, 16))) return false;
  let binding: Buffer | undefined;
  for (let at = 44; nt.readUInt16LE(at) !== 0; at += 4 + nt.readUInt16LE(at + 2)) {
    if (nt.readUInt16LE(at) === 10) binding = Buffer.from(nt.subarray(at + 4, at + 20));
  }
  options.bound?.(binding);
  const without = Buffer.from(message);
  without.fill(0, 72, 88);
  return mac(mac(key, proof), Buffer.concat([negotiate, challenge, without])).equals(message.subarray(72, 88));
}
