import { createHash } from 'node:crypto';

/** Signature algorithms whose hash RFC 5929 takes over; all others, MD5 and SHA-1 among them, become SHA-256. */
const longHashes = [
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
] as const;

/**
 * What binds a sign-in to the server's certificate, as the MD5 that NTLM carries (RFC 5929 tls-server-end-point, MS-NLMP 2.2.2.1).
 * Exchange with Extended Protection refuses a sign-in without it.
 */
export function channelBinding(certificate: Uint8Array): Buffer {
  const hex = Buffer.from(certificate).toString('hex');
  const hash = longHashes.find(([oid]) => hex.includes(oid))?.[1] ?? 'sha256';
  const data = Buffer.concat([Buffer.from('tls-server-end-point:', 'ascii'), createHash(hash).update(certificate).digest()]);
  // Four empty fields for the addresses of both sides, then the length of the data.
  const head = Buffer.alloc(20);
  head.writeUInt32LE(data.length, 16);
  return createHash('md5').update(head).update(data).digest();
}
