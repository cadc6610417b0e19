import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors/appError.ts';
import { messageIntegrity, ntlmV2Answer, ntlmV2Key, type NtlmAccount } from './ntlmV2.ts';
import { pairIds, readTargetInfo, writeTargetInfo, type TargetPair } from './targetInfo.ts';

const signature = Buffer.from('NTLMSSP\0', 'ascii');

/** Unicode, target, NTLM, always sign, extended session security, target information, version, 128 and 56 bits (MS-NLMP 2.2.2.5). */
const wantedFlags = 0xa2888205;
/** A version that servers know: 10.0, revision 15. */
const version = Buffer.from([10, 0, 0, 0, 0, 0, 0, 15]);

/** The first message: what this side can do. It names nobody. */
export function negotiateMessage(): Buffer {
  const head = Buffer.alloc(32);
  signature.copy(head);
  head.writeUInt32LE(1, 8);
  head.writeUInt32LE(wantedFlags, 12);
  return Buffer.concat([head, version]);
}

/** What the server asks. */
export interface NtlmChallenge {
  readonly bytes: Buffer;
  readonly flags: number;
  readonly serverChallenge: Buffer;
  readonly targetInfo: readonly TargetPair[];
  /** The server's domain, where it tells it. */
  readonly domain: string | undefined;
}

/** Reads the second message. Throws AppError `signIn.ntlmBroken` for anything else. */
export function readChallenge(bytes: Buffer): NtlmChallenge {
  if (bytes.length < 32 || !bytes.subarray(0, 8).equals(signature) || bytes.readUInt32LE(8) !== 2) throw new AppError('signIn.ntlmBroken');
  const [length, offset] = bytes.length < 48 ? [0, 0] : [bytes.readUInt16LE(40), bytes.readUInt32LE(44)];
  if (offset + length > bytes.length) throw new AppError('signIn.ntlmBroken');
  const targetInfo = readTargetInfo(bytes.subarray(offset, offset + length));
  const domain = targetInfo.find(({ id }) => id === pairIds.domain)?.value.toString('utf16le');
  return { bytes, flags: bytes.readUInt32LE(20), serverChallenge: bytes.subarray(24, 32), targetInfo, domain };
}

/** What the third message is made of beside the account. Tests give the random and the time. */
export interface AuthenticateFacts {
  readonly negotiate: Buffer;
  readonly challenge: NtlmChallenge;
  /** For example `HTTP/mail.contoso.com`. */
  readonly servicePrincipal: string;
  /** MD5 that binds the sign-in to the server's certificate. */
  readonly channelBinding?: Buffer | undefined;
  readonly clientChallenge?: Buffer;
  readonly now?: Buffer;
}

/** This computer's clock in 100 nanoseconds since 1601. */
function fileTime(): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE((BigInt(Date.now()) + 11_644_473_600_000n) * 10_000n);
  return bytes;
}

const layoutLength = 88;
const micOffset = 72;

/** The third message: the proof that this side knows the password, never the password. */
export function authenticateMessage(account: NtlmAccount, facts: AuthenticateFacts): Buffer {
  const { challenge, negotiate } = facts;
  const timestamp = challenge.targetInfo.find(({ id }) => id === pairIds.timestamp)?.value;
  const ours: TargetPair[] = [
    // Bit 2: a message integrity code follows. Only servers that tell the time check it.
    ...(timestamp === undefined ? [] : [{ id: pairIds.flags, value: Buffer.from([2, 0, 0, 0]) }]),
    ...(facts.channelBinding === undefined ? [] : [{ id: pairIds.channelBindings, value: facts.channelBinding }]),
    { id: pairIds.targetName, value: Buffer.from(facts.servicePrincipal, 'utf16le') },
  ];
  const kept = challenge.targetInfo.filter(({ id }) => !ours.some((pair) => pair.id === id));
  const answer = ntlmV2Answer(ntlmV2Key(account), {
    serverChallenge: challenge.serverChallenge,
    clientChallenge: facts.clientChallenge ?? randomBytes(8),
    time: timestamp ?? facts.now ?? fileTime(),
    targetInfo: writeTargetInfo([...kept, ...ours]),
  });
  const parts = [
    timestamp === undefined ? answer.lmResponse : Buffer.alloc(24),
    answer.ntResponse,
    Buffer.from(account.domain, 'utf16le'),
    Buffer.from(account.user, 'utf16le'),
    Buffer.alloc(0),
    Buffer.alloc(0),
  ];
  const head = Buffer.alloc(layoutLength);
  signature.copy(head);
  head.writeUInt32LE(3, 8);
  let offset = layoutLength;
  parts.forEach((part, index) => {
    head.writeUInt16LE(part.length, 12 + index * 8);
    head.writeUInt16LE(part.length, 14 + index * 8);
    head.writeUInt32LE(offset, 16 + index * 8);
    offset += part.length;
  });
  head.writeUInt32LE((challenge.flags & wantedFlags) >>> 0, 60);
  version.copy(head, 64);
  const message = Buffer.concat([head, ...parts]);
  if (timestamp !== undefined) messageIntegrity(answer.sessionKey, negotiate, challenge.bytes, message).copy(message, micOffset);
  return message;
}
