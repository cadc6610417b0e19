import { AppError } from '../errors/appError.ts';
import { itemId, list, text, type FieldValue } from '../fields/field.ts';
import { updateFields } from '../items/itemType.ts';
import { itemTypeNamed } from '../items/itemTypes.ts';
import { defineActivity } from './defineActivity.ts';
import { updateNoticesOf } from './meetingNotices.ts';

/** Keys of the fields with these labels. Throws AppError `exchange.nothingToClear` for a label that no property has. */
function keysOf(labels: readonly string[], fields: ReturnType<typeof updateFields>): string[] {
  return labels.map((label) => {
    const found = Object.entries(fields).find(([, field]) => field.uri !== undefined && field.kind !== 'files' && field.label.toLowerCase() === label.trim().toLowerCase());
    if (found === undefined) throw new AppError('exchange.nothingToClear', { label });
    return found[0];
  });
}

/** Changes properties of an item of the configured type (exchange-activities 4.11). */
export const updateItem = defineActivity({
  type: 'exchange.updateItem',
  version: 1,
  title: 'Update Item',
  category: 'Exchange Users',
  icon: 'edit',
  summary: 'Changes properties of an item.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/update-item',
  connection: 'itemActivity',
  effect: 'changes',
  properties: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the item, usually subscribed from an activity that found it.' }),
    clear: list({ label: 'Clear Properties', placeholder: 'Categories, Location', help: 'Names of properties to empty, separated by commas. Properties that are left empty below stay as they are.' }),
  },
  publishes: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the item.' }),
    itemType: text({ label: 'Item Type', required: true, help: 'Type of the item.' }),
  },
  dynamic: ({ itemType }) => (itemType === undefined ? {} : { properties: updateFields(itemType) }),
  async *run({ properties, dynamic, exchange, signal }) {
    const itemType = exchange.facts.itemType ?? 'E-Mail Message';
    const { sendUpdates, ...values }: Readonly<Record<string, FieldValue | undefined>> = dynamic;
    const type = itemTypeNamed(itemType);
    const clear = type === undefined ? [] : keysOf(properties.clear ?? [], updateFields(type));
    if (clear.length === 0 && Object.values(values).every((value) => value === undefined)) throw new AppError('exchange.nothingToUpdate');
    await exchange.update({ itemType, id: properties.id, values, clear, notices: updateNoticesOf(sendUpdates) }, signal);
    yield { own: { id: properties.id, itemType } };
  },
});
