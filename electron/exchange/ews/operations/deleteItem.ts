import type { Invitations } from '../../../../shared/exchange/port.ts';
import { itemIdXml } from '../ids.ts';
import { operation, type Operation } from '../operation.ts';
import { element } from '../xmlWriter.ts';

/** An item to delete, and where it goes. */
export interface Deletion {
  readonly id: string;
  readonly mode: 'HardDelete' | 'SoftDelete' | 'MoveToDeletedItems';
  readonly cancellations: Invitations;
}

function deletion(tolerates: readonly string[]): Operation<Deletion, void> {
  return operation({
    name: 'DeleteItem',
    safety: 'write',
    tolerates,
    payload: ({ id, mode, cancellations }) =>
      // The class of the item is not known, and Exchange demands the one for appointments and the other for tasks.
      element('m:DeleteItem', { DeleteType: mode, SendMeetingCancellations: cancellations, AffectedTaskOccurrences: 'AllOccurrences' }, [
        element('m:ItemIds', {}, [itemIdXml({ id })]),
      ]),
    parse: () => undefined,
  });
}

/** Deletes an item. https://learn.microsoft.com/exchange/client-developer/web-service-reference/deleteitem-operation */
export const deleteItem = deletion([]);

/** Deletes a draft of our own; one that is gone already is as good. */
export const deleteDraft = deletion(['ErrorItemNotFound']);
