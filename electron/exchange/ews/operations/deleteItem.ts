import { itemIdXml, type ItemRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { element } from '../xmlWriter.ts';

/** Deletes a draft for good. https://learn.microsoft.com/exchange/client-developer/web-service-reference/deleteitem-operation */
export const deleteDraft = operation<ItemRef, void>({
  name: 'DeleteItem',
  safety: 'write',
  tolerates: ['ErrorItemNotFound'],
  payload: (item) => element('m:DeleteItem', { DeleteType: 'HardDelete' }, [element('m:ItemIds', {}, [itemIdXml({ id: item.id })])]),
  parse: () => undefined,
});
