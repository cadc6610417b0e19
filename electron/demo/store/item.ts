import type { XmlElement } from '../xml/element.ts';

/** The item elements this server keeps, named as in the schema. */
export const itemKinds = [
  'Message',
  'MeetingRequest',
  'MeetingResponse',
  'MeetingCancellation',
  'CalendarItem',
  'Contact',
  'DistributionList',
  'Task',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The kinds that are mail about a meeting: the server makes them, clients only read and answer them. */
export type MeetingKind = Extract<ItemKind, `Meeting${string}`>;

/** Whether an item is about a meeting of a calendar. */
export function isMeetingKind(kind: ItemKind): kind is MeetingKind {
  return kind.startsWith('Meeting');
}

/** Whether an item is mail: a message or one about a meeting. */
export function isMail(kind: ItemKind): boolean {
  return kind === 'Message' || isMeetingKind(kind);
}

/** An attached file, or an attached item with its element. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly contentId?: string | undefined;
  readonly isInline: boolean;
  /** Base64 as it came. */
  readonly content: string;
  /** Of an item attachment: the item's element. */
  readonly item?: XmlElement | undefined;
  readonly lastModified: Date;
}

/** An item of a mailbox. Only the mailbox changes it, because every write needs a new version. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly folderId: string;
  /** Number of the last write, out of the mailbox's count of writes. */
  version: number;
  /** Write by which the item came into its folder; tells new from changed items in a synchronisation. */
  readonly enteredAt: number;
  /** Write that last changed something else than the read flag. */
  changedAt: number;
  /** Which write last changed a property, by its name. */
  readonly propertyVersions: Map<string, number>;
  readonly created: Date;
  lastModified: Date;
  lastModifiedName: string;
  /** Stored properties by element name, in canonical form; computed ones are not here. */
  readonly values: Map<string, XmlElement>;
  readonly extended: Map<string, XmlElement>;
  attachments: readonly Attachment[];
}

/** The text of a stored simple property, or undefined. */
export function textOf(item: Item, name: string): string | undefined {
  return item.values.get(name)?.text;
}
