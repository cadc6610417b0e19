import type { UpdateNotices } from '../../../../shared/exchange/port.ts';
import { itemIdXml, itemRefOf, type ItemRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { child } from '../xmlReader.ts';
import { element, type Xml } from '../xmlWriter.ts';

/** What changes of one property: `xml` replaces it; without one it is removed. */
export interface PropertyChange {
  readonly path: Xml;
  readonly xml: Xml | undefined;
}

/** Changes of one item; the change key says which version of it they are meant for. */
export interface ItemUpdate {
  readonly item: ItemRef;
  /** Element name of the item. */
  readonly exchangeClass: string;
  readonly changes: readonly PropertyChange[];
  readonly notices: UpdateNotices;
  /** For appointments: the zone of this computer, as Windows names it. */
  readonly timeZone?: string | undefined;
}

function changeXml(exchangeClass: string, { path, xml }: PropertyChange): Xml {
  if (xml === undefined) return element('t:DeleteItemField', {}, [path]);
  return element('t:SetItemField', {}, [path, element(`t:${exchangeClass}`, {}, [xml])]);
}

/** Changes an item and answers its new version. https://learn.microsoft.com/exchange/client-developer/web-service-reference/updateitem-operation */
export const updateItem = operation<ItemUpdate, ItemRef>({
  name: 'UpdateItem',
  safety: 'write',
  timeZone: (input) => input.timeZone,
  payload: ({ item, exchangeClass, changes, notices }) => {
    // Each is demanded for one class of items; what the ID belongs to is the server's to say.
    const modes = {
      ConflictResolution: 'AutoResolve',
      MessageDisposition: 'SaveOnly',
      SendMeetingInvitationsOrCancellations: exchangeClass === 'CalendarItem' ? notices : undefined,
    };
    const updates = changes.map((change) => changeXml(exchangeClass, change));
    return element('m:UpdateItem', modes, [element('m:ItemChanges', {}, [element('t:ItemChange', {}, [itemIdXml(item), element('t:Updates', {}, updates)])])]);
  },
  parse: (message) => itemRefOf(child(inside(message, 'Items')?.children[0], 'ItemId'), 'UpdateItem'),
});
