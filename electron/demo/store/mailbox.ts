import { EwsError } from '../soap/ewsError.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Folder, FolderKind } from './folder.ts';
import { wellKnownFolders } from './folder.ts';
import { idKind, type Identifiers } from './identifiers.ts';
import type { Attachment, Item, ItemKind } from './item.ts';
import { occurrences, type Occurrences } from './occurrences.ts';

/** A person of the organisation with a mailbox here. */
export interface Person {
  readonly username: string;
  readonly name: string;
  readonly address: string;
  readonly title: string;
  readonly department: string;
  readonly phone: string;
  /** Further addresses that reach this mailbox and that it may send as. */
  readonly aliases?: readonly string[];
}

/** An item that left its folder, for synchronisation. */
export interface Departure {
  readonly version: number;
  readonly folderId: string;
  readonly itemId: string;
  /** Write by which it had come into the folder. */
  readonly enteredAt: number;
}

/** What a new item starts with. */
export interface NewItem {
  readonly kind: ItemKind;
  readonly values: ReadonlyMap<string, XmlElement>;
  readonly extended?: ReadonlyMap<string, XmlElement>;
  readonly attachments?: readonly Omit<Attachment, 'id'>[];
  readonly created?: Date;
  readonly author?: string;
}

/** Properties whose change gives a series another pattern. */
const patternProperties = new Set(['Recurrence', 'Start', 'End', 'IsAllDayEvent', 'StartTimeZone']);

/** A mailbox: folders, items and the count of its writes. The only place that changes items. */
export class Mailbox {
  readonly person: Person;
  readonly departures: Departure[] = [];
  readonly folderDepartures: { readonly version: number; readonly folderId: string; readonly since: number }[] = [];
  readonly #identifiers: Identifiers;
  readonly #now: () => Date;
  readonly #folders = new Map<string, Folder>();
  readonly #items = new Map<string, Item>();
  readonly #occurrences: Occurrences;
  readonly #contents = new Map<string, Set<Item>>();
  /** The item that holds an attachment, by their ids. */
  readonly #holders = new Map<string, string>();
  #writes = 0;

  constructor(person: Person, ids: Identifiers, now: () => Date) {
    this.person = person;
    this.#identifiers = ids;
    this.#now = now;
    this.#occurrences = occurrences(ids);
    for (const { name, displayName, parent, kind, folderClass } of wellKnownFolders) {
      this.#addFolder(displayName, parent === undefined ? undefined : this.distinguished(parent).id, kind ?? 'Folder', folderClass ?? 'IPF', name);
    }
  }

  get writes(): number {
    return this.#writes;
  }

  /** Every folder, parents before children. */
  get folders(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  #addFolder(displayName: string, parentId: string | undefined, kind: FolderKind, folderClass: string, distinguished?: string): Folder {
    this.#writes += 1;
    const folder = {
      id: this.#identifiers.next('folder'),
      kind,
      folderClass,
      parentId,
      displayName,
      distinguished,
      version: this.#writes,
      since: this.#writes,
    };
    this.#folders.set(folder.id, folder);
    return folder;
  }

  /** Adds a folder, of its parent's kind where not given. */
  addFolder(displayName: string, parent: Folder, kind: FolderKind = parent.kind, folderClass: string = parent.folderClass): Folder {
    return this.#addFolder(displayName, parent.id, kind, folderClass);
  }

  /** Takes away an empty folder. */
  removeFolder(folder: Folder): void {
    this.#writes += 1;
    this.#folders.delete(folder.id);
    this.folderDepartures.push({ version: this.#writes, folderId: folder.id, since: folder.since });
  }

  moveFolder(folder: Folder, parent: Folder): void {
    this.#writes += 1;
    this.#folders.set(folder.id, { ...folder, parentId: parent.id, version: this.#writes });
  }

  folder(id: string): Folder {
    const kind = idKind(id);
    if (kind === 'item') throw new EwsError('ErrorCannotUseItemIdForFolderId');
    const folder = kind === 'folder' ? this.#folders.get(id) : undefined;
    if (folder === undefined) throw new EwsError('ErrorFolderNotFound');
    return folder;
  }

  /** The folder of a well-known name. */
  distinguished(name: string): Folder {
    const folder = this.folders.find((one) => one.distinguished === name);
    if (folder === undefined) throw new EwsError('ErrorFolderNotFound');
    return folder;
  }

  /** The folder with this name right below another. */
  subfolder(parent: Folder, displayName: string): Folder | undefined {
    return this.folders.find((one) => one.parentId === parent.id && one.displayName === displayName);
  }

  changeKeyOf(subject: Folder | Item): string {
    return this.#identifiers.changeKey('folderClass' in subject ? 'folder' : subject.kind, subject.version);
  }

  /** The number of writes that a change key was made after; keys of other things count as the oldest. */
  versionOf(changeKey: string): number {
    return Number(Buffer.from(changeKey, 'base64').readBigUInt64BE(16));
  }

  itemsIn(folderId: string): Item[] {
    return [...(this.#contents.get(folderId) ?? [])];
  }

  /** Throws EwsError where the id is malformed, names no item, or the item is beyond the owner's reach. */
  item(id: string): Item {
    const kind = idKind(id);
    if (kind === 'folder') throw new EwsError('ErrorCannotUseFolderIdForItemId');
    const item = this.#items.get(id) ?? this.#occurrences.byId(id, (master) => this.#items.get(master));
    if (item === undefined) throw new EwsError('ErrorItemNotFound');
    return item;
  }

  /** An occurrence of a series, as an item of its own; undefined where it was deleted. */
  occurrence(master: Item, start: Date): Item | undefined {
    return this.#occurrences.of(master, start);
  }

  attachment(id: string): { readonly item: Item; readonly attachment: Attachment } {
    if (idKind(id) !== 'attachment') throw new EwsError('ErrorInvalidAttachmentId');
    const holder = this.#holders.get(id) ?? '';
    const item = this.#items.get(holder) ?? this.#occurrences.byId(holder, (master) => this.#items.get(master));
    const attachment = item?.attachments.find((one) => one.id === id);
    if (item === undefined || attachment === undefined) throw new EwsError('ErrorInvalidAttachmentId');
    return { item, attachment };
  }

  add(folder: Folder, source: NewItem): Item {
    this.#writes += 1;
    const now = source.created ?? this.#now();
    const id = this.#identifiers.next('item');
    const item: Item = {
      id,
      kind: source.kind,
      folderId: folder.id,
      version: this.#writes,
      enteredAt: this.#writes,
      changedAt: this.#writes,
      propertyVersions: new Map(),
      created: now,
      lastModified: now,
      lastModifiedName: source.author ?? this.person.name,
      values: new Map(source.values),
      extended: new Map(source.extended ?? []),
      attachments: (source.attachments ?? []).map((one) => this.#withId(one, id)),
    };
    this.#items.set(item.id, item);
    const contents = this.#contents.get(folder.id);
    if (contents === undefined) this.#contents.set(folder.id, new Set([item]));
    else contents.add(item);
    return item;
  }

  #withId(attachment: Omit<Attachment, 'id'>, holder: string): Attachment {
    const id = this.#identifiers.next('attachment');
    this.#holders.set(id, holder);
    return { ...attachment, id };
  }

  /** Changes an item in one write: `names` are the properties that change. */
  change(item: Item, names: readonly string[], edit: (values: Map<string, XmlElement>, extended: Map<string, XmlElement>) => void): void {
    edit(item.values, item.extended);
    this.#touch(item, names);
    // A series with another pattern is another series: what single occurrences differed in is gone.
    if (names.some((name) => patternProperties.has(name))) this.#occurrences.forget(item.id);
  }

  /** The series that an occurrence belongs to. */
  masterOf(item: Item): Item | undefined {
    return this.#items.get(this.#occurrences.masterIdOf(item.id) ?? '');
  }

  /** What differs from the pattern of a series: changed occurrences, and the starts of deleted ones. */
  exceptions(master: Item): { readonly changed: readonly Item[]; readonly deleted: readonly Date[] } {
    return { changed: this.#occurrences.exceptions(master), deleted: this.#occurrences.deletions(master) };
  }

  #touch(item: Item, names: readonly string[]): void {
    const master = this.masterOf(item);
    if (master !== undefined) {
      this.#occurrences.keep(item, master);
      this.#touch(master, ['ModifiedOccurrences']);
      item.version = master.version;
      return;
    }
    this.#writes += 1;
    item.version = this.#writes;
    if (names.some((name) => name !== 'IsRead')) {
      item.changedAt = this.#writes;
      item.lastModified = this.#now();
      item.lastModifiedName = this.person.name;
    }
    for (const name of names) item.propertyVersions.set(name, this.#writes);
  }

  attach(item: Item, attachment: Omit<Attachment, 'id'>): Attachment {
    const added = this.#withId(attachment, item.id);
    item.attachments = [...item.attachments, added];
    this.#touch(item, ['Attachments']);
    return added;
  }

  detach(item: Item, attachment: Attachment): void {
    item.attachments = item.attachments.filter((one) => one !== attachment);
    this.#touch(item, ['Attachments']);
  }

  /** Throws EwsError for an occurrence: it only lives in its series. */
  copy(item: Item, folder: Folder): Item {
    if (this.masterOf(item) !== undefined) throw new EwsError('ErrorCalendarCannotMoveOrCopyOccurrence');
    return this.add(folder, {
      kind: item.kind,
      values: item.values,
      extended: item.extended,
      attachments: item.attachments,
      created: item.created,
      author: item.lastModifiedName,
    });
  }

  /** Moves an item: it gets a new id, the old one is found no more. */
  move(item: Item, folder: Folder): Item {
    const moved = this.copy(item, folder);
    this.remove(item);
    return moved;
  }

  remove(item: Item): void {
    const master = this.masterOf(item);
    if (master !== undefined) {
      this.#occurrences.remove(item.id);
      this.#touch(master, ['DeletedOccurrences']);
      return;
    }
    this.#writes += 1;
    this.#occurrences.forget(item.id);
    for (const { id } of item.attachments) this.#holders.delete(id);
    this.#items.delete(item.id);
    this.#contents.get(item.folderId)?.delete(item);
    this.departures.push({ version: this.#writes, folderId: item.folderId, itemId: item.id, enteredAt: item.enteredAt });
  }
}
