import { submit } from '../mail/submit.ts';
import { EwsError } from '../soap/ewsError.ts';
import { isMail, textOf } from '../store/item.ts';
import { child, childrenOf, isTrue } from '../xml/element.ts';
import { targetFolder } from './folderIds.ts';
import { currentItemOf } from './itemIds.ts';
import type { Operation } from './operation.ts';

/** SendItem: the draft leaves its folder (https://learn.microsoft.com/exchange/client-developer/web-service-reference/senditem-operation). */
export const sendItem: Operation = {
  name: 'SendItem',
  empty: [],
  work: (request, context) =>
    childrenOf(request, 'ItemIds').map((id) => () => {
      const { mailbox } = context;
      const item = currentItemOf(id, context);
      if (!isMail(item.kind)) throw new EwsError('ErrorInvalidOperation', 'Only messages can be sent.');
      const save = isTrue(request.attributes['SaveItemToFolder']);
      if (!save && child(request, 'SavedItemFolderId') !== undefined) throw new EwsError('ErrorInvalidSendItemSaveSettings');
      const folder = targetFolder(request, 'SavedItemFolderId', context) ?? mailbox.distinguished('sentitems');
      const values = new Map(item.values);
      // A message that is sent again counts as a new one; its old identity would tie it to the first.
      if (textOf(item, 'IsDraft') === 'false') values.delete('InternetMessageId');
      submit({ kind: item.kind, values, extended: item.extended, attachments: item.attachments }, save ? folder : undefined, context);
      mailbox.remove(item);
      return { content: [] };
    }),
};
