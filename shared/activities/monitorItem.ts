import { AppError } from '../errors/appError.ts';
import { boolean, dateTime, folder, integer, text } from '../fields/field.ts';
import { filterFields, publishedFields } from '../items/itemType.ts';
import { defineActivity } from './defineActivity.ts';

/** Starts a runbook for new and changed items (exchange-activities 4.7). Each row it yields is a run of its own. */
export const monitorItem = defineActivity({
  type: 'exchange.monitorItem',
  version: 1,
  title: 'Monitor Item',
  category: 'Exchange Users',
  icon: 'monitor',
  summary: 'Starts the runbook when a new item arrives in a folder, mail for example, or when one is changed.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/monitor-item',
  connection: 'itemActivity',
  effect: 'reads',
  starts: true,
  properties: {
    searchFolder: folder({ label: 'Search Folder', required: true, default: 'Inbox', help: 'Folder to watch: a well-known name such as Inbox, a path such as Inbox\\Projects, or a folder ID.' }),
    searchSubfolders: boolean({ label: 'Search Subfolders', required: true, default: 'False', help: 'Whether folders inside the search folder are watched too.' }),
    monitorNewItems: boolean({ label: 'Monitor New Items', required: true, default: 'True', help: 'Whether new items start the runbook, also those that are moved into the folder.' }),
    monitorUpdatedItems: boolean({ label: 'Monitor Updated Items', required: true, default: 'False', help: 'Whether items that change start the runbook.' }),
    monitorIntervals: integer({ label: 'Monitor Intervals', required: true, unit: 'seconds', minimum: 5, maximum: 86_400, default: '60', help: 'Time between two looks at the folder.' }),
  },
  publishes: {
    itemCount: integer({ label: 'Item Count', required: true, help: 'Number of items in the row, always 1.' }),
    itemType: text({ label: 'Item Type', required: true, help: 'Type of the item.' }),
    searchFolder: text({ label: 'Search Folder', required: true, help: 'Folder that is watched.' }),
    searchSubfolders: boolean({ label: 'Search Subfolders', required: true, help: 'Whether subfolders are watched.' }),
    monitorInterval: integer({ label: 'Monitor Interval', required: true, help: 'Seconds between two looks at the folder.' }),
    monitorNewItems: boolean({ label: 'Monitor New Items', required: true, help: 'Whether new items are watched for.' }),
    monitorUpdatedItems: boolean({ label: 'Monitor Updated Items', required: true, help: 'Whether changed items are watched for.' }),
    monitorTimestamp: dateTime({ label: 'Monitor Timestamp', required: true, help: 'When the item was noticed.' }),
  },
  dynamic: ({ itemType }) => (itemType === undefined ? {} : { filters: filterFields(itemType), publishes: publishedFields(itemType) }),
  matches: ({ properties: { searchFolder, searchSubfolders }, filters, exchange, signal }, maximum) =>
    exchange.find({ itemType: exchange.facts.itemType ?? 'E-Mail Message', folder: searchFolder, subfolders: searchSubfolders, filters, maximum }, signal),
  async *run({ properties, filters, exchange, signal }) {
    const { searchFolder, searchSubfolders, monitorNewItems, monitorUpdatedItems, monitorIntervals } = properties;
    if (!monitorNewItems && !monitorUpdatedItems) throw new AppError('exchange.nothingToMonitor');
    const itemType = exchange.facts.itemType ?? 'E-Mail Message';
    const watched = { created: monitorNewItems, updated: monitorUpdatedItems, intervalSeconds: monitorIntervals };
    for await (const { values, at } of exchange.changesSince({ itemType, folder: searchFolder, subfolders: searchSubfolders, filters, ...watched }, signal)) {
      const own = { itemCount: 1, itemType, searchFolder, searchSubfolders, monitorInterval: monitorIntervals, monitorNewItems, monitorUpdatedItems, monitorTimestamp: at };
      yield { own, dynamic: values };
    }
  },
});
