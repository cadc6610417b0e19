const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** The three rounds of RFC 1320: constant, function, order of the words, and how far to rotate. */
const rounds = [
  { add: 0, mix: (x: number, y: number, z: number) => (x & y) | (~x & z), order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], turn: [3, 7, 11, 19] },
  {
    add: 0x5a827999,
    mix: (x: number, y: number, z: number) => (x & y) | (x & z) | (y & z),
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    turn: [3, 5, 9, 13],
  },
  { add: 0x6ed9eba1, mix: (x: number, y: number, z: number) => x ^ y ^ z, order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], turn: [3, 9, 11, 15] },
] as const;

/**
 * MD4 (RFC 1320), which NTLM needs for the hash of a password. Written out because Node has no MD4 where OpenSSL has put it away.
 * Broken for everything else: nothing but NTLM may use it.
 */
export function md4(message: Uint8Array): Buffer {
  const padded = Buffer.alloc((Math.floor((message.length + 8) / 64) + 1) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  padded.writeBigUInt64LE(BigInt(message.length) * 8n, padded.length - 8);
  let state: [number, number, number, number] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let at = 0; at < padded.length; at += 64) {
    let [a, b, c, d] = state;
    for (const { add, mix, order, turn } of rounds) {
      order.forEach((word, step) => {
        const sum = (a + mix(b, c, d) + padded.readInt32LE(at + word * 4) + add) | 0;
        [a, b, c, d] = [d, rotate(sum, turn[step % 4] ?? 0), b, c];
      });
    }
    state = [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
  }
  const digest = Buffer.alloc(16);
  state.forEach((word, index) => digest.writeInt32LE(word, index * 4));
  return digest;
}
