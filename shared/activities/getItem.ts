import { boolean, files, folder, integer, text } from '../fields/field.ts';
import { filterFields, publishedFields } from '../items/itemType.ts';
import { defineActivity } from './defineActivity.ts';

/** Reads items of the configured type that pass all filters (exchange-activities 4.6). */
export const getItem = defineActivity({
  type: 'exchange.getItem',
  version: 1,
  title: 'Get Item',
  category: 'Exchange Users',
  icon: 'search',
  summary: 'Reads the items of a folder that pass the filters.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/get-item',
  connection: 'itemActivity',
  effect: 'reads',
  properties: {
    searchFolder: folder({ label: 'Search Folder', required: true, default: 'Inbox', help: 'Folder to search: a well-known name such as Inbox, a path such as Inbox\\Projects, or a folder ID.' }),
    searchSubfolders: boolean({ label: 'Search Subfolders', required: true, default: 'False', help: 'Whether folders inside the search folder are searched too.' }),
    maximumItems: integer({ label: 'Maximum Items', default: '1000', minimum: 1, maximum: 100_000, help: 'Most items to read. More matches end the activity with a warning.' }),
    saveAttachmentsTo: text({ label: 'Save Attachments To', placeholder: 'C:\\Mail\\Attachments', help: 'Folder of this computer for the files attached to the items; nothing is saved where it is empty. Existing files are left alone.' }),
  },
  publishes: {
    itemCount: integer({ label: 'Item Count', required: true, help: 'Number of items found.' }),
    itemType: text({ label: 'Item Type', required: true, help: 'Type of the items.' }),
    searchFolder: text({ label: 'Search Folder', required: true, help: 'Folder that was searched.' }),
    searchSubfolders: boolean({ label: 'Search Subfolders', required: true, help: 'Whether subfolders were searched.' }),
    savedAttachments: files({ label: 'Saved Attachments', help: 'Paths of the files that were saved, separated by commas.' }),
  },
  dynamic: ({ itemType }) => (itemType === undefined ? {} : { filters: filterFields(itemType), publishes: publishedFields(itemType) }),
  matches: ({ properties: { searchFolder, searchSubfolders }, filters, exchange, signal }, maximum) =>
    exchange.find({ itemType: exchange.facts.itemType ?? 'E-Mail Message', folder: searchFolder, subfolders: searchSubfolders, filters, maximum }, signal),
  async *run({ properties, filters, exchange, signal, warn, progress }) {
    const { searchFolder, searchSubfolders, saveAttachmentsTo } = properties;
    const maximum = properties.maximumItems ?? 1000;
    const itemType = exchange.facts.itemType ?? 'E-Mail Message';
    const found = [];
    // One more than the cap, so that "exactly the cap" and "more than the cap" can be told apart.
    for await (const item of exchange.find({ itemType, folder: searchFolder, subfolders: searchSubfolders, filters, maximum: maximum + 1 }, signal)) {
      if (found.length === maximum) {
        warn(`More than ${maximum.toLocaleString('en-US')} items match; the rest was not read. Raise Maximum Items or add a filter.`);
        break;
      }
      found.push(item);
      progress(found.length, undefined, 'items');
    }
    const own = { itemCount: found.length, itemType, searchFolder, searchSubfolders };
    // No match is a success with a count of 0, so that a link can test for it (exchange-activities 3.4).
    if (found.length === 0) yield { own };
    for (const dynamic of found) {
      const { id, hasAttachments } = dynamic;
      const isWanted = saveAttachmentsTo !== undefined && hasAttachments === true && typeof id === 'string';
      const savedAttachments = isWanted ? await exchange.saveAttachments(id, saveAttachmentsTo, signal) : undefined;
      yield { own: { ...own, savedAttachments }, dynamic };
    }
  },
});
