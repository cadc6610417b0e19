/** The folder elements of the schema. */
export type FolderKind = 'Folder' | 'CalendarFolder' | 'ContactsFolder' | 'TasksFolder';

/** A folder of a mailbox. */
export interface Folder {
  readonly id: string;
  readonly kind: FolderKind;
  readonly folderClass: string;
  /** Undefined for the root of the mailbox. */
  readonly parentId: string | undefined;
  readonly displayName: string;
  /** Name under which DistinguishedFolderId finds it. */
  readonly distinguished?: string | undefined;
  readonly version: number;
  /** Write by which it was made; tells new from changed folders in a synchronisation. */
  readonly since: number;
}

/** A folder every mailbox has. */
export interface WellKnownFolder {
  readonly name: string;
  readonly displayName: string;
  readonly parent?: string;
  readonly kind?: FolderKind;
  readonly folderClass?: string;
}

/** The folders of a new mailbox, parents first (Microsoft Learn: DistinguishedFolderId). */
export const wellKnownFolders: readonly WellKnownFolder[] = [
  { name: 'root', displayName: 'Root' },
  { name: 'msgfolderroot', displayName: 'Top of Information Store', parent: 'root' },
  { name: 'inbox', displayName: 'Inbox', parent: 'msgfolderroot', folderClass: 'IPF.Note' },
  { name: 'drafts', displayName: 'Drafts', parent: 'msgfolderroot', folderClass: 'IPF.Note' },
  { name: 'sentitems', displayName: 'Sent Items', parent: 'msgfolderroot', folderClass: 'IPF.Note' },
  { name: 'outbox', displayName: 'Outbox', parent: 'msgfolderroot', folderClass: 'IPF.Note' },
  { name: 'deleteditems', displayName: 'Deleted Items', parent: 'msgfolderroot', folderClass: 'IPF.Note' },
  { name: 'junkemail', displayName: 'Junk Email', parent: 'msgfolderroot', folderClass: 'IPF.Note' },
  { name: 'calendar', displayName: 'Calendar', parent: 'msgfolderroot', kind: 'CalendarFolder', folderClass: 'IPF.Appointment' },
  { name: 'contacts', displayName: 'Contacts', parent: 'msgfolderroot', kind: 'ContactsFolder', folderClass: 'IPF.Contact' },
  { name: 'tasks', displayName: 'Tasks', parent: 'msgfolderroot', kind: 'TasksFolder', folderClass: 'IPF.Task' },
  { name: 'notes', displayName: 'Notes', parent: 'msgfolderroot', folderClass: 'IPF.StickyNote' },
  { name: 'journal', displayName: 'Journal', parent: 'msgfolderroot', folderClass: 'IPF.Journal' },
  { name: 'searchfolders', displayName: 'Finder', parent: 'root' },
  { name: 'recoverableitemsroot', displayName: 'Recoverable Items', parent: 'root' },
  { name: 'recoverableitemsdeletions', displayName: 'Deletions', parent: 'recoverableitemsroot' },
  { name: 'recoverableitemspurges', displayName: 'Purges', parent: 'recoverableitemsroot' },
];
