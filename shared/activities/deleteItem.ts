import { choice, itemId, text } from '../fields/field.ts';
import { defineActivity } from './defineActivity.ts';
import { sendCancellations } from './meetingNotices.ts';

const modes = { 'Hard Delete': 'hardDelete', 'Soft Delete': 'softDelete', 'Move to Deleted Items': 'deletedItems' } as const;

/** Deletes an item of any type (exchange-activities 4.3). */
export const deleteItem = defineActivity({
  type: 'exchange.deleteItem',
  version: 1,
  title: 'Delete Item',
  category: 'Exchange Users',
  icon: 'delete',
  summary: 'Deletes an item.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/delete-item',
  connection: 'basic',
  effect: 'deletes',
  properties: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the item, usually subscribed from an activity that found it.' }),
    mode: choice({ label: 'Mode', options: ['Hard Delete', 'Soft Delete', 'Move to Deleted Items'], required: true, default: 'Move to Deleted Items', help: 'How to delete. Hard Delete cannot be undone; Soft Delete keeps the item among the recoverable items.' }),
    sendCancellations,
  },
  publishes: {
    id: itemId({ label: 'ID', required: true, help: 'ID that the item had. It finds nothing any more.' }),
    mode: text({ label: 'Mode', required: true, help: 'How the item was deleted.' }),
  },
  async *run({ properties, exchange, signal }) {
    const { id, mode } = properties;
    await exchange.remove({ id, mode: modes[mode], cancellations: properties.sendCancellations }, signal);
    yield { own: { id, mode } };
  },
});
