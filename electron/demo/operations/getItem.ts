import { itemElement, shapeOf } from '../items/shape.ts';
import { child, childrenOf, m } from '../xml/element.ts';
import { itemOf } from './itemIds.ts';
import type { Operation } from './operation.ts';

/** GetItem (https://learn.microsoft.com/exchange/client-developer/web-service-reference/getitem-operation). */
export const getItem: Operation = {
  name: 'GetItem',
  empty: [m('Items')],
  work(request, context) {
    const shape = shapeOf(child(request, 'ItemShape'), 'get');
    return childrenOf(request, 'ItemIds').map((id) => () => ({ content: [m('Items', [itemElement(itemOf(id, context), shape, context.mailbox)])] }));
  },
};
