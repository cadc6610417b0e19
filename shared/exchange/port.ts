import type { FilterOperator } from '../fields/operators.ts';
import type { FieldValue } from '../fields/field.ts';
import type { ItemTypeName } from '../items/itemType.ts';

/** Values of an item by field key of its item type; a property the server did not return is absent. */
export type ItemValues = Readonly<Record<string, FieldValue>>;

/** One condition on a field of the item type; `field` is the key, `value` is typed as the field is. */
export interface Filter {
  readonly field: string;
  readonly operator: FilterOperator;
  readonly value: FieldValue;
}

/** Which items to read. All filters must hold. */
export interface ItemQuery {
  readonly itemType: ItemTypeName;
  readonly folder: string;
  readonly subfolders: boolean;
  readonly filters: readonly Filter[];
  /** Most items to answer. */
  readonly maximum: number;
}

/** A message to be sent. Addresses are `user@host` or `Name <user@host>`; attachments are paths on this computer. */
export interface OutgoingMessage {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly bodyType?: 'Text' | 'HTML' | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly sender?: string | undefined;
  readonly attachments?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly importance?: 'Low' | 'Normal' | 'High' | undefined;
  readonly sensitivity?: 'Normal' | 'Personal' | 'Private' | 'Confidential' | undefined;
  readonly inReplyTo?: string | undefined;
  readonly references?: string | undefined;
  readonly isDeliveryReceiptRequested?: boolean | undefined;
  readonly isReadReceiptRequested?: boolean | undefined;
  readonly isResponseRequested?: boolean | undefined;
  /** Folder for the copy; Sent Items where not given. */
  readonly destinationFolder?: string | undefined;
}

/** An answer to a message. With `toAll`, `cc` is added to the original recipients. */
export interface Reply {
  readonly id: string;
  readonly toAll: boolean;
  readonly body: string;
  readonly bodyType?: 'Text' | 'HTML' | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
}

/** Values to write, by field key of the item type; what is undefined is left out. */
export type WrittenValues = Readonly<Record<string, FieldValue | undefined>>;

/** Who is told of a new or cancelled meeting. */
export type Invitations = 'SendToNone' | 'SendOnlyToAll' | 'SendToAllAndSaveCopy';
/** Who is told of a meeting that changes. */
export type UpdateNotices = Invitations | 'SendOnlyToChanged' | 'SendToChangedAndSaveCopy';

/** An item to create. A message becomes a draft. Attachments are paths on this computer. */
export interface NewItem {
  readonly itemType: ItemTypeName;
  readonly values: WrittenValues;
  /** Where the item goes; the folder of its type where not given. */
  readonly folder?: string | undefined;
  /** Where not given, attendees are invited when there are any. */
  readonly invitations?: Invitations | undefined;
}

/** Changes to an item: values to set, and fields to empty. Attachments are added to those the item has. */
export interface ItemChange {
  readonly itemType: ItemTypeName;
  readonly id: string;
  readonly values: WrittenValues;
  /** Keys of fields. */
  readonly clear: readonly string[];
  readonly notices?: UpdateNotices | undefined;
}

/** An item to delete, and where it goes. */
export interface Removal {
  readonly id: string;
  readonly mode: 'hardDelete' | 'softDelete' | 'deletedItems';
  readonly cancellations?: Invitations | undefined;
}

/** An item passed on to others. */
export interface Forward {
  readonly id: string;
  readonly to: readonly string[];
  readonly body: string;
  readonly bodyType?: 'Text' | 'HTML' | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
}

/** Which appointments to list: single ones and occurrences of series between two times, ISO 8601 in UTC. */
export interface AppointmentQuery {
  readonly folder: string;
  readonly subfolders: boolean;
  readonly from: string;
  readonly to: string;
  readonly filters: readonly Filter[];
  readonly maximum?: number | undefined;
}

/** Which changes of a folder to watch for. All filters must hold. */
export interface ChangeQuery {
  readonly itemType: ItemTypeName;
  readonly folder: string;
  readonly subfolders: boolean;
  readonly filters: readonly Filter[];
  readonly created: boolean;
  readonly updated: boolean;
  readonly intervalSeconds: number;
}

/** An item that is new or has changed, and when that was noticed, ISO 8601 in UTC. */
export interface NoticedItem {
  readonly values: ItemValues;
  readonly at: string;
}

/** What a connection tells about itself, published by every Exchange activity (exchange-activities 3.3). */
export interface ConnectionFacts {
  readonly name: string;
  /** The effective address, after Autodiscover where that was used. */
  readonly serverAddress: string;
  readonly domain: string;
  readonly userName: string;
  readonly timeoutSeconds: number;
  readonly useAutodiscover: boolean;
  /** Of an Item Activity configuration. */
  readonly itemType?: ItemTypeName | undefined;
}

/**
 * What an activity may ask of a mailbox, whatever protocol serves it. IDs are opaque and case-sensitive.
 * Every method rejects with AppError; the signal ends the request on the wire.
 */
export interface Exchange {
  readonly facts: ConnectionFacts;
  /** Reads matching items one after another, as they arrive. */
  find(query: ItemQuery, signal: AbortSignal): AsyncIterable<ItemValues>;
  /** Sends a message, attachments included; answers the folder that keeps the copy. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<{ readonly folder: string }>;
  reply(reply: Reply, signal: AbortSignal): Promise<void>;
  /** Lists appointments, in the order of their starts within a folder. */
  findAppointments(query: AppointmentQuery, signal: AbortSignal): AsyncIterable<ItemValues>;
  /**
   * Waits for changes and tells each once, for as long as somebody reads. What was there before is not told. Where it stands is kept between
   * runs, so that nothing that happens meanwhile is missed.
   */
  changesSince(query: ChangeQuery, signal: AbortSignal): AsyncIterable<NoticedItem>;
  /** Writes the files attached to an item into a folder of this computer; answers their paths. Existing files are left alone. */
  saveAttachments(id: string, folder: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Creates an item with its attachments; answers its ID and folder. */
  create(item: NewItem, signal: AbortSignal): Promise<{ readonly id: string; readonly folder: string }>;
  /** Changes an item; the ID stays. */
  update(change: ItemChange, signal: AbortSignal): Promise<void>;
  remove(removal: Removal, signal: AbortSignal): Promise<void>;
  forward(forward: Forward, signal: AbortSignal): Promise<void>;
  /** Sends a message that exists as a draft. Its ID means nothing afterwards. */
  sendDraft(id: string, signal: AbortSignal): Promise<void>;
  /** Moves or copies an item; the new ID is undefined where the server does not tell it (another mailbox). */
  move(id: string, folder: string, action: 'move' | 'copy', signal: AbortSignal): Promise<{ readonly id: string | undefined }>;
}
