import { EwsError } from '../soap/ewsError.ts';
import { cancelMeeting } from '../meetings/cancel.ts';
import { isOrganizer } from '../meetings/roles.ts';
import { declineByDeleting } from '../meetings/respond.ts';
import { textOf, type Item } from '../store/item.ts';
import { childrenOf } from '../xml/element.ts';
import { itemOf } from './itemIds.ts';
import type { Operation, OperationContext } from './operation.ts';

/** The organizer's deletion calls a meeting off, that of somebody invited declines it. */
function tellOthers(meeting: Item, mode: string, context: OperationContext): void {
  if (mode === 'SendToNone' || textOf(meeting, 'IsCancelled') === 'true') return;
  if (isOrganizer(meeting)) cancelMeeting(meeting, mode, undefined, context);
  else declineByDeleting(meeting, mode, context);
}

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
      if (item.kind === 'CalendarItem' && textOf(item, 'IsMeeting') === 'true') tellOthers(item, cancellations ?? 'SendToNone', context);
      if (mailbox.masterOf(item) !== undefined) mailbox.remove(item);
      else if (mode === 'MoveToDeletedItems') mailbox.move(item, mailbox.distinguished('deleteditems'));
      else if (mode === 'SoftDelete') mailbox.move(item, mailbox.distinguished('recoverableitemsdeletions'));
      else mailbox.remove(item);
      return { content: [] };
    });
  },
};
