import { AppError } from '../../../../shared/errors/appError.ts';
import { itemIdXml, type ItemRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { child } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** A file to attach; the content is base64. */
export interface NewAttachment {
  readonly item: ItemRef;
  readonly name: string;
  readonly content: string;
}

/** Attaches a file and answers the item with its new change key. https://learn.microsoft.com/exchange/client-developer/web-service-reference/createattachment-operation */
export const createAttachment = operation<NewAttachment, ItemRef>({
  name: 'CreateAttachment',
  safety: 'write',
  payload: ({ item, name, content }) =>
    element('m:CreateAttachment', {}, [
      itemIdXml(item, 'm:ParentItemId'),
      element('m:Attachments', {}, [element('t:FileAttachment', {}, [element('t:Name', {}, [name]), element('t:Content', {}, [content])])]),
    ]),
  parse: (message) => {
    const attachment = inside(message, 'Attachments')?.children[0];
    const { RootItemId: id, RootItemChangeKey: changeKey } = child(attachment, 'AttachmentId')?.attributes ?? {};
    if (id === undefined || changeKey === undefined)
      throw new AppError('exchange.unexpectedAnswer', { operation: 'CreateAttachment', missing: 'the new change key of the message' });
    return { id, changeKey };
  },
});
