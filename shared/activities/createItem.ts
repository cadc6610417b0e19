import { folder, itemId, text } from '../fields/field.ts';
import { createFields } from '../items/itemType.ts';
import { defineActivity } from './defineActivity.ts';
import { noticesOf } from './meetingNotices.ts';

/** Creates an item of the configured type; a message becomes a draft (exchange-activities 4.2). */
export const createItem = defineActivity({
  type: 'exchange.createItem',
  version: 1,
  title: 'Create Item',
  category: 'Exchange Users',
  icon: 'create',
  summary: 'Creates an appointment, contact, contact group, task or unsent e-mail.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/create-item',
  connection: 'itemActivity',
  effect: 'changes',
  properties: {
    destinationFolder: folder({ label: 'Destination Folder', help: 'Folder for the item; the folder of its type, such as Calendar or Drafts, where not given.' }),
  },
  publishes: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the new item.' }),
    itemType: text({ label: 'Item Type', required: true, help: 'Type of the item.' }),
    destinationFolder: text({ label: 'Destination Folder', required: true, help: 'Folder that holds the item.' }),
  },
  dynamic: ({ itemType }) => (itemType === undefined ? {} : { properties: createFields(itemType) }),
  async *run({ properties, dynamic, exchange, signal }) {
    const itemType = exchange.facts.itemType ?? 'E-Mail Message';
    const { sendInvitations, ...values } = dynamic;
    const created = await exchange.create({ itemType, values, folder: properties.destinationFolder, invitations: noticesOf(sendInvitations) }, signal);
    yield { own: { id: created.id, itemType, destinationFolder: created.folder } };
  },
});
