import { createHash } from 'node:crypto';
import { EwsError } from '../soap/ewsError.ts';

/** What an id names; it stands in one of its bytes, so that a folder's id given for an item is told apart. */
const kinds = { folder: 0x01, item: 0x07, attachment: 0x0a, conversation: 0x0c } as const;
export type IdKind = keyof typeof kinds;

/** Bytes of each kind of id; in base64 they have the lengths that Exchange's have. */
const lengths: Readonly<Record<IdKind, number>> = { folder: 88, item: 112, attachment: 139, conversation: 106 };

/** First bytes of a change key by what it versions. Exchange's keys differ the same way. */
const changeKeyTags = {
  folder: 0x01,
  Message: 0x09,
  MeetingRequest: 0x0a,
  MeetingResponse: 0x0b,
  MeetingCancellation: 0x0c,
  CalendarItem: 0x0f,
  Contact: 0x11,
  DistributionList: 0x12,
  Task: 0x13,
} as const;
export type ChangeKeyTag = keyof typeof changeKeyTags;

/** Makes ids and change keys: deterministic for a seed, never the same twice. */
export interface Identifiers {
  next(kind: IdKind): string;
  /** A key for version number `version` of something. */
  changeKey(tag: ChangeKeyTag, version: number): string;
  /** Random-looking bytes that are the same for the same seed and label. */
  bytes(label: string, length: number): Buffer;
}

/** Identifiers of a server started with this seed. */
export function identifiers(seed: number): Identifiers {
  let counter = 0;
  const bytes = (label: string, length: number): Buffer => {
    const parts: Buffer[] = [];
    for (let block = 0; block * 64 < length; block += 1) parts.push(createHash('sha512').update(`${seed}/${label}/${block}`).digest());
    return Buffer.concat(parts).subarray(0, length);
  };
  const store = bytes('changeKey', 8);
  return {
    bytes,
    next(kind) {
      counter += 1;
      const head = Buffer.from([0x00, 0x03, 0x24, kinds[kind]]);
      return Buffer.concat([head, bytes(`${kind}/${counter}`, lengths[kind] - head.length)]).toString('base64');
    },
    changeKey(tag, version) {
      const key = Buffer.alloc(24);
      key.writeUInt8(changeKeyTags[tag], 0);
      key.writeUInt8(0x16, 4);
      store.copy(key, 8);
      key.writeBigUInt64BE(BigInt(version), 16);
      return key.toString('base64');
    },
  };
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What an id names. Throws EwsError for text that is no id of this server's form. */
export function idKind(id: string): IdKind {
  if (id === '') throw new EwsError('ErrorInvalidIdEmpty');
  if (!base64.test(id)) throw new EwsError('ErrorInvalidIdMalformed');
  const bytes = Buffer.from(id, 'base64');
  const found = Object.entries(kinds).find(([, code]) => bytes[3] === code)?.[0];
  const kind = found === undefined || bytes.subarray(0, 3).compare(Buffer.from([0x00, 0x03, 0x24])) !== 0 ? undefined : kindNamed(found);
  if (kind === undefined || bytes.length !== lengths[kind]) throw new EwsError('ErrorInvalidIdMalformed');
  return kind;
}

function kindNamed(name: string): IdKind | undefined {
  return name === 'folder' || name === 'item' || name === 'attachment' || name === 'conversation' ? name : undefined;
}

/** Throws EwsError for text that cannot be a change key. */
export function checkChangeKey(key: string): void {
  if (!base64.test(key) || Buffer.from(key, 'base64').length !== 24) throw new EwsError('ErrorInvalidChangeKey');
}
