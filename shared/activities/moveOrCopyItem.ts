import { boolean, folder, itemId, text } from '../fields/field.ts';
import { defineActivity } from './defineActivity.ts';

/** Moves or copies an item of any type (exchange-activities 4.8). */
export const moveOrCopyItem = defineActivity({
  type: 'exchange.moveOrCopyItem',
  version: 1,
  title: 'Move Or Copy Item',
  category: 'Exchange Users',
  icon: 'move',
  summary: 'Moves or copies an item to another folder.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/move-or-copy-item',
  connection: 'either',
  effect: 'changes',
  properties: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the item, usually subscribed from an activity that found it.' }),
    copy: boolean({ label: 'Copy', required: true, default: 'False', help: 'True copies the item, False moves it.' }),
    destinationFolder: folder({ label: 'Destination Folder', required: true, help: 'Folder to put the item in: a well-known name, a path such as Inbox\\Done, or a folder ID.' }),
  },
  publishes: {
    id: itemId({ label: 'ID', help: 'New ID of the item. Empty where the server does not tell it, as with another mailbox.' }),
    copy: boolean({ label: 'Copy', required: true, help: 'Whether the item was copied.' }),
    destinationFolder: text({ label: 'Destination Folder', required: true, help: 'Folder the item was put in.' }),
  },
  async *run({ properties, exchange, signal, warn }) {
    const { copy, destinationFolder } = properties;
    const { id } = await exchange.move(properties.id, destinationFolder, copy ? 'copy' : 'move', signal);
    if (id === undefined) warn('Exchange did not tell the new ID, as happens with a folder of another mailbox. ID is empty.');
    yield { own: { id, copy, destinationFolder } };
  },
});
