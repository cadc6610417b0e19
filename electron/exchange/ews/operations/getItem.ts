import { itemIdXml, type ItemRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import type { XmlElement } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** Items to read, and which of their properties: all of them, or the ID with these property paths. */
export interface ItemRequest {
  readonly ids: readonly ItemRef[];
  readonly properties: 'all' | readonly string[];
}

/** An item as the server wrote it; `gone` where it does not exist any more, `stopped` where the server broke off before it. */
export type ReadItem = { readonly kind: 'item'; readonly element: XmlElement } | { readonly kind: 'gone' } | { readonly kind: 'stopped' };

/** Reads items. https://learn.microsoft.com/exchange/client-developer/web-service-reference/getitem-operation */
export const getItem = operation<ItemRequest, ReadItem>({
  name: 'GetItem',
  safety: 'read',
  tolerates: ['ErrorItemNotFound', 'ErrorBatchProcessingStopped'],
  payload: ({ ids, properties }) => {
    const shape =
      properties === 'all'
        ? [element('t:BaseShape', {}, ['AllProperties']), element('t:IncludeMimeContent', {}, ['false']), element('t:BodyType', {}, ['Best'])]
        : [
            element('t:BaseShape', {}, ['IdOnly']),
            properties.length === 0
              ? undefined
              : element(
                  't:AdditionalProperties',
                  {},
                  properties.map((uri) => element('t:FieldURI', { FieldURI: uri })),
                ),
          ];
    return element('m:GetItem', {}, [
      element('m:ItemShape', {}, shape),
      element(
        'm:ItemIds',
        {},
        ids.map((id) => itemIdXml(id)),
      ),
    ]);
  },
  parse: (message) => {
    if (message.code === 'ErrorBatchProcessingStopped') return { kind: 'stopped' };
    const item = inside(message, 'Items')?.children[0];
    return item === undefined ? { kind: 'gone' } : { kind: 'item', element: item };
  },
});
