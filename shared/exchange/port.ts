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
  /** Moves or copies an item; the new ID is undefined where the server does not tell it (another mailbox). */
  move(id: string, folder: string, action: 'move' | 'copy', signal: AbortSignal): Promise<{ readonly id: string | undefined }>;
}
