import type { MonitorStates } from '../../../shared/exchange/monitorStates.ts';
import type { AddressBook } from './addressBook.ts';
import type { EwsClient } from './ewsClient.ts';
import type { FolderNames } from './folderNames.ts';

/** What the sequences of requests work with. */
export interface MailboxParts {
  readonly client: EwsClient;
  readonly folderNames: FolderNames;
  readonly addressBook: AddressBook;
  readonly monitorStates: MonitorStates;
  /** The activity that the mailbox works for, under which a monitor keeps its place. */
  readonly activity: string;
  /** Rejects with AppError `app.cancelled` when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
