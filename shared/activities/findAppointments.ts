import { boolean, dateTime, folder, integer, text } from '../fields/field.ts';
import { appointment } from '../items/appointment.ts';
import { publishedFields, viewFilterFields } from '../items/itemType.ts';
import { defineActivity } from './defineActivity.ts';

/** Lists calendar entries between two dates, series expanded (exchange-activities 4.4). */
export const findAppointments = defineActivity({
  type: 'exchange.findAppointments',
  version: 1,
  title: 'Find Appointments',
  category: 'Exchange Users',
  icon: 'calendar',
  summary: 'Lists the appointments between two dates, each occurrence of a series on its own.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/find-appointments',
  connection: 'basic',
  effect: 'reads',
  properties: {
    searchFolder: folder({ label: 'Search Folder', required: true, default: 'Calendar', help: 'Calendar to search: Calendar, a path such as Calendar\\Team, or a folder ID.' }),
    searchSubfolders: boolean({ label: 'Search Subfolders', required: true, default: 'False', help: 'Whether calendars inside the search folder are searched too.' }),
    startDate: dateTime({ label: 'Start Date', required: true, help: 'Start of the time to search. Appointments that end earlier are left out.' }),
    endDate: dateTime({ label: 'End Date', required: true, help: 'End of the time to search. Appointments that start then or later are left out.' }),
    maximumItems: integer({ label: 'Maximum Items', minimum: 1, maximum: 100_000, help: 'Most appointments to return; all of them where not given.' }),
  },
  publishes: {
    itemCount: integer({ label: 'Item Count', required: true, help: 'Number of appointments found.' }),
    searchFolder: text({ label: 'Search Folder', required: true, help: 'Folder that was searched.' }),
    searchSubfolders: boolean({ label: 'Search Subfolders', required: true, help: 'Whether subfolders were searched.' }),
    startDate: dateTime({ label: 'Start Date', required: true, help: 'Start of the time that was searched.' }),
    endDate: dateTime({ label: 'End Date', required: true, help: 'End of the time that was searched.' }),
  },
  dynamic: () => ({ filters: viewFilterFields(appointment), publishes: publishedFields(appointment) }),
  matches: ({ properties: { searchFolder, searchSubfolders, startDate, endDate }, filters, exchange, signal }, maximum) =>
    exchange.findAppointments({ folder: searchFolder, subfolders: searchSubfolders, from: startDate, to: endDate, filters, maximum }, signal),
  async *run({ properties, filters, exchange, signal, progress }) {
    const { searchFolder, searchSubfolders, startDate, endDate, maximumItems: maximum } = properties;
    const found = [];
    const query = { folder: searchFolder, subfolders: searchSubfolders, from: startDate, to: endDate, filters, maximum };
    for await (const item of exchange.findAppointments(query, signal)) {
      found.push(item);
      progress(found.length, undefined, 'appointments');
    }
    const own = { itemCount: found.length, searchFolder, searchSubfolders, startDate, endDate };
    // No match is a success with a count of 0, so that a link can test for it (exchange-activities 3.4).
    if (found.length === 0) yield { own };
    for (const dynamic of found) yield { own, dynamic };
  },
});
