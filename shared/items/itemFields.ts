import { boolean, dateTime, itemId, text } from '../fields/field.ts';

/** Fields that every item type publishes (exchange-activities 9.0). */
export const itemFields = {
  id: itemId({ label: 'ID', uri: 'item:ItemId', filter: 'equality', viewFilter: 'equality', publish: true, help: 'ID of the item. It changes when the item is moved or sent.' }),
  parentFolderId: itemId({ label: 'Parent Folder ID', uri: 'item:ParentFolderId', publish: true, help: 'ID of the folder that holds the item.' }),
  culture: text({ label: 'Culture', uri: 'item:Culture', publish: true, help: 'Language of the item, for example en-US.' }),
  dateTimeCreated: dateTime({ label: 'Date/Time Created', uri: 'item:DateTimeCreated', filter: 'order', viewFilter: 'order', pushDown: true, publish: true, help: 'When the item was created.' }),
  lastModifiedTime: dateTime({ label: 'Last Modified Date', uri: 'item:LastModifiedTime', filter: 'order', viewFilter: 'order', pushDown: true, publish: true, help: 'When the item was last changed.' }),
  lastModifiedName: text({ label: 'Last Modified Name', uri: 'item:LastModifiedName', filter: 'text', viewFilter: 'text', pushDown: true, publish: true, help: 'Who changed the item last.' }),
  isUnmodified: boolean({ label: 'Is Unmodified', uri: 'item:IsUnmodified', filter: 'equality', viewFilter: 'equality', pushDown: true, publish: true, help: 'True while the item has not been changed since it was created.' }),
  webClientEditFormQueryString: text({ label: 'Web Client Edit Form Query String', uri: 'item:WebClientEditFormQueryString', publish: true, help: 'Added to the address of Outlook on the web, opens the item for editing.' }),
  webClientReadFormQueryString: text({ label: 'Web Client Read Form Query String', uri: 'item:WebClientReadFormQueryString', publish: true, help: 'Added to the address of Outlook on the web, opens the item for reading.' }),
} as const;
