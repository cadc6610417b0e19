import { attachmentElement } from '../items/computed.ts';
import { attachmentOf } from '../items/attachments.ts';
import { EwsError } from '../soap/ewsError.ts';
import { checkChangeKey } from '../store/identifiers.ts';
import type { Attachment, Item } from '../store/item.ts';
import { child, childrenOf, m, t, type XmlElement } from '../xml/element.ts';
import { itemOf } from './itemIds.ts';
import type { Operation, OperationContext } from './operation.ts';

function attachmentId(attachment: Attachment, item: Item, { mailbox }: OperationContext): XmlElement {
  return t('AttachmentId', [], { Id: attachment.id, RootItemId: item.id, RootItemChangeKey: mailbox.changeKeyOf(item) });
}

/** CreateAttachment: every one changes the item's key (https://learn.microsoft.com/exchange/client-developer/web-service-reference/createattachment-operation). */
export const createAttachment: Operation = {
  name: 'CreateAttachment',
  empty: [m('Attachments')],
  work: (request, context) =>
    childrenOf(request, 'Attachments').map((source) => () => {
      const parent = child(request, 'ParentItemId');
      if (parent === undefined) throw new EwsError('ErrorInvalidIdEmpty');
      const item = itemOf(parent, context);
      const added = context.mailbox.attach(item, attachmentOf(source, context.now()));
      return { content: [m('Attachments', [t(source.name, [attachmentId(added, item, context)])])] };
    }),
};

function contentOf(attachment: Attachment): XmlElement {
  const listed = attachmentElement(attachment);
  return t(listed.name, [...listed.children, attachment.item ?? t('Content', attachment.content)]);
}

/** GetAttachment (https://learn.microsoft.com/exchange/client-developer/web-service-reference/getattachment-operation). */
export const getAttachment: Operation = {
  name: 'GetAttachment',
  empty: [m('Attachments')],
  work: (request, { mailbox }) =>
    childrenOf(request, 'AttachmentIds').map((id) => () => ({
      content: [m('Attachments', [contentOf(mailbox.attachment(id.attributes['Id'] ?? '').attachment)])],
    })),
};

/** DeleteAttachment (https://learn.microsoft.com/exchange/client-developer/web-service-reference/deleteattachment-operation). */
export const deleteAttachment: Operation = {
  name: 'DeleteAttachment',
  empty: [],
  work: (request, { mailbox }) =>
    childrenOf(request, 'AttachmentIds').map((id) => () => {
      const key = id.attributes['RootItemChangeKey'];
      if (key !== undefined) checkChangeKey(key);
      const { item, attachment } = mailbox.attachment(id.attributes['Id'] ?? '');
      mailbox.detach(item, attachment);
      return { content: [m('RootItemId', [], { RootItemId: item.id, RootItemChangeKey: mailbox.changeKeyOf(item) })] };
    }),
};
