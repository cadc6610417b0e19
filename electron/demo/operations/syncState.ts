import { EwsError } from '../soap/ewsError.ts';
import type { Mailbox } from '../store/mailbox.ts';

/** The state of a synchronisation of something, after so many writes. It is tied to the mailbox as it was seeded. */
export function syncStateOf(mailbox: Mailbox, subject: string, writes: number): string {
  return Buffer.from(JSON.stringify({ mailbox: mailbox.distinguished('root').id, subject, writes })).toString('base64');
}

/** How many writes a client has seen; 0 for a client without a state. Throws EwsError for a state that is not of this mailbox and subject. */
export function writesSeen(state: string | undefined, mailbox: Mailbox, subject: string): number {
  if (state === undefined || state.trim() === '') return 0;
  try {
    const read: unknown = JSON.parse(Buffer.from(state, 'base64').toString('utf8'));
    if (
      typeof read === 'object' &&
      read !== null &&
      'writes' in read &&
      typeof read.writes === 'number' &&
      syncStateOf(mailbox, subject, read.writes) === state.trim()
    )
      return read.writes;
  } catch {
    // Falls through to the same error: a state that cannot be read is as wrong as one of another folder.
  }
  throw new EwsError('ErrorInvalidSyncStateData');
}
