/** What is looked for in the bytes of a message. */
export interface Needle {
  readonly text: string;
  /** Whether the bytes have to be decoded: letters beyond ASCII have several, and their own upper and lower case. */
  readonly decode: boolean;
}

/** A text to look for, without regard to case. */
export function needleOf(text: string): Needle {
  const lower = text.toLowerCase();
  return { text: lower, decode: Buffer.byteLength(lower) !== lower.length };
}

/** Whether a message holds the text. */
export function bodyHolds(bytes: Buffer, { text, decode }: Needle): boolean {
  return (decode ? bytes.toString('utf8') : bytes.toString('latin1')).toLowerCase().includes(text);
}
