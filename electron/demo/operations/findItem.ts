import { calendarView } from '../calendar/calendarView.ts';
import { itemElement, shapeOf, type Shape } from '../items/shape.ts';
import { listing } from '../query/listing.ts';
import { pageOf } from '../query/page.ts';
import { restrictionOf } from '../query/restriction.ts';
import { sorted } from '../query/sortOrder.ts';
import { grouped } from '../query/grouping.ts';
import { queryOf } from '../query/queryString.ts';
import { EwsError, SoapFault } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { child, childrenOf, childText, m, t, type XmlElement } from '../xml/element.ts';
import { folderOf } from './folderIds.ts';
import type { Operation } from './operation.ts';

function groups(items: readonly Item[], groupBy: XmlElement, shape: Shape, mailbox: Mailbox): XmlElement {
  const entries = grouped(items, groupBy, mailbox).map(({ key, items: members }) =>
    t('GroupedItems', [
      t('GroupIndex', key),
      t(
        'Items',
        members.map((item) => itemElement(item, shape, mailbox)),
      ),
    ]),
  );
  return t('Groups', entries);
}

/** FindItem (https://learn.microsoft.com/exchange/client-developer/web-service-reference/finditem-operation). */
export const findItem: Operation = {
  name: 'FindItem',
  empty: [],
  work(request, context) {
    const { mailbox } = context;
    const shape = shapeOf(child(request, 'ItemShape'), 'find');
    const restriction = child(request, 'Restriction');
    const view = child(request, 'IndexedPageItemView') ?? child(request, 'FractionalPageItemView');
    const query = childText(request, 'QueryString');
    if (query !== undefined && restriction !== undefined) throw new SoapFault('ErrorInvalidRequest', 'Restriction and QueryString exclude each other.');
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
      const { Traversal: traversal } = request.attributes;
      const order = child(request, 'SortOrder');
      const found = listing(mailbox, [folder.id, traversal, restriction, query, order], () => {
        const passes = query === undefined ? restrictionOf(restriction) : queryOf(query);
        // Nothing here is hidden with a folder, and what was deleted for good is not looked for.
        const listed = traversal === 'Shallow' ? mailbox.itemsIn(folder.id) : [];
        return sorted(
          listed.filter((item) => passes(item, mailbox)),
          order,
          mailbox,
        );
      });
      const { entries, attributes } = pageOf(found, view, restriction !== undefined || query !== undefined);
      const groupBy = child(request, 'GroupBy') ?? child(request, 'DistinguishedGroupBy');
      if (groupBy !== undefined) return { content: [m('RootFolder', [groups(entries, groupBy, shape, mailbox)], attributes)] };
      const items = t(
        'Items',
        entries.map((item) => itemElement(item, shape, mailbox)),
      );
      return { content: [m('RootFolder', [items], attributes)] };
    });
  },
};
