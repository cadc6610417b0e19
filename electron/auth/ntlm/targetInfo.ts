/** Ids of the pairs in the target information (MS-NLMP 2.2.2.1). */
export const pairIds = { end: 0, domain: 2, flags: 6, timestamp: 7, targetName: 9, channelBindings: 10 } as const;

/** One pair of the target information. */
export interface TargetPair {
  readonly id: number;
  readonly value: Buffer;
}

/** Reads the pairs up to their end mark; what is cut off is left out. */
export function readTargetInfo(bytes: Buffer): TargetPair[] {
  const pairs: TargetPair[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const id = bytes.readUInt16LE(at);
    const length = bytes.readUInt16LE(at + 2);
    if (id === pairIds.end || at + 4 + length > bytes.length) break;
    pairs.push({ id, value: bytes.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return pairs;
}

/** The pairs as bytes, with the end mark. */
export function writeTargetInfo(pairs: readonly TargetPair[]): Buffer {
  return Buffer.concat(
    [...pairs, { id: pairIds.end, value: Buffer.alloc(0) }].flatMap(({ id, value }) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(id, 0);
      head.writeUInt16LE(value.length, 2);
      return [head, value];
    }),
  );
}
