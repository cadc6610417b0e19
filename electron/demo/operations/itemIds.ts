import { startsOfMaster } from '../calendar/recurrence.ts';
import { EwsError } from '../soap/ewsError.ts';
import { checkChangeKey } from '../store/identifiers.ts';
import type { Item } from '../store/item.ts';
import type { XmlElement } from '../xml/element.ts';
import type { OperationContext } from './operation.ts';

/** The occurrence of a series by its number, which counts deleted ones too. */
function occurrenceAt(master: Item, index: number, { mailbox }: OperationContext): Item {
  if (!master.values.has('Recurrence')) throw new EwsError('ErrorCalendarCannotUseIdForOccurrenceId');
  const start = index < 1 ? undefined : startsOfMaster(master, { most: index })[index - 1];
  if (start === undefined) throw new EwsError('ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange');
  const occurrence = mailbox.occurrence(master, start);
  if (occurrence === undefined) throw new EwsError('ErrorCalendarOccurrenceIsDeletedFromRecurrence');
  return occurrence;
}

/** The item of an ItemId, or of an OccurrenceItemId or RecurringMasterItemId; its change key does not matter for reading. */
export function itemOf(id: XmlElement, context: OperationContext): Item {
  const { mailbox } = context;
  if (id.name === 'OccurrenceItemId')
    return occurrenceAt(mailbox.item(id.attributes['RecurringMasterId'] ?? ''), Number(id.attributes['InstanceIndex'] ?? 0), context);
  if (id.name !== 'RecurringMasterItemId') return mailbox.item(id.attributes['Id'] ?? '');
  const master = mailbox.masterOf(mailbox.item(id.attributes['OccurrenceId'] ?? ''));
  if (master === undefined) throw new EwsError('ErrorCalendarCannotUseIdForRecurringMasterId');
  return master;
}

/** The item of an id whose change key must be the current one. Throws EwsError without a key, and for an old one. */
export function currentItemOf(id: XmlElement, context: OperationContext): Item {
  const item = itemOf(id, context);
  const key = id.attributes['ChangeKey'];
  if (key === undefined || key === '') throw new EwsError('ErrorChangeKeyRequired');
  checkChangeKey(key);
  if (key !== context.mailbox.changeKeyOf(item)) throw new EwsError('ErrorStaleObject');
  return item;
}
