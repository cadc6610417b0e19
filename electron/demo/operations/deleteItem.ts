import { EwsError } from '../soap/ewsError.ts';
import { childrenOf } from '../xml/element.ts';
import { itemOf } from './itemIds.ts';
import type { Operation } from './operation.ts';

/** DeleteItem in its three ways (https://learn.microsoft.com/exchange/client-developer/web-service-reference/deleteitem-operation). */
export const deleteItem: Operation = {
  name: 'DeleteItem',
  empty: [],
  work(request, context) {
    const { mailbox } = context;
    const { DeleteType: mode, SendMeetingCancellations: cancellations, AffectedTaskOccurrences: occurrences } = request.attributes;
    return childrenOf(request, 'ItemIds').map((id) => () => {
      const item = itemOf(id, context);
      if (item.kind === 'CalendarItem' && cancellations === undefined) throw new EwsError('ErrorSendMeetingCancellationsRequired');
      if (item.kind === 'Task' && occurrences === undefined) throw new EwsError('ErrorAffectedTaskOccurrencesRequired');
      if (mode === 'MoveToDeletedItems') mailbox.move(item, mailbox.distinguished('deleteditems'));
      else if (mode === 'SoftDelete') mailbox.move(item, mailbox.distinguished('recoverableitemsdeletions'));
      else mailbox.remove(item);
      return { content: [] };
    });
  },
};
