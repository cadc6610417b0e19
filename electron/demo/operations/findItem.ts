import { calendarView } from '../calendar/calendarView.ts';
import { itemElement, shapeOf } from '../items/shape.ts';
import { pageOf } from '../query/page.ts';
import { restrictionOf } from '../query/restriction.ts';
import { sorted } from '../query/sortOrder.ts';
import { EwsError } from '../soap/ewsError.ts';
import { child, childrenOf, m, t } from '../xml/element.ts';
import { folderOf } from './folderIds.ts';
import type { Operation } from './operation.ts';

/** FindItem (https://learn.microsoft.com/exchange/client-developer/web-service-reference/finditem-operation). */
export const findItem: Operation = {
  name: 'FindItem',
  empty: [],
  work(request, context) {
    const { mailbox } = context;
    const shape = shapeOf(child(request, 'ItemShape'), 'find');
    const restriction = child(request, 'Restriction');
    const view = child(request, 'IndexedPageItemView') ?? child(request, 'FractionalPageItemView');
    return childrenOf(request, 'ParentFolderIds').map((id) => () => {
      const folder = folderOf(id, context);
      const calendar = child(request, 'CalendarView');
      if (calendar !== undefined) {
        if (restriction !== undefined || child(request, 'SortOrder') !== undefined)
          throw new EwsError('ErrorInvalidRequest', 'A calendar view takes neither a restriction nor a sort order.');
        const { items: shown, total } = calendarView(folder, calendar, mailbox, context.zone);
        const paging = { TotalItemsInView: String(total), IncludesLastItemInRange: String(shown.length === total) };
        return {
          content: [
            m(
              'RootFolder',
              [
                t(
                  'Items',
                  shown.map((item) => itemElement(item, shape, mailbox)),
                ),
              ],
              paging,
            ),
          ],
        };
      }
      const passes = restrictionOf(restriction);
      const found = mailbox.itemsIn(folder.id).filter((item) => passes(item, mailbox));
      const { entries, attributes } = pageOf(sorted(found, child(request, 'SortOrder'), mailbox), view, restriction !== undefined);
      const items = t(
        'Items',
        entries.map((item) => itemElement(item, shape, mailbox)),
      );
      return { content: [m('RootFolder', [items], attributes)] };
    });
  },
};
