import { answerOf, isAnswer } from '../mail/answer.ts';
import { draftOf, submit } from '../mail/submit.ts';
import { kindOf, newItemOf } from '../items/newItem.ts';
import { calendarItemOf, contactOf, taskOf } from '../items/itemRules.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Folder } from '../store/folder.ts';
import type { Item, ItemKind } from '../store/item.ts';
import type { NewItem } from '../store/mailbox.ts';
import { childrenOf, m, t, type XmlElement } from '../xml/element.ts';
import { targetFolder } from './folderIds.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';

const defaultFolders: Readonly<Record<ItemKind, string>> = {
  Message: 'drafts',
  CalendarItem: 'calendar',
  Contact: 'contacts',
  DistributionList: 'contacts',
  Task: 'tasks',
};

/** What is answered of a saved item: its id, and the ids of attachments that came with it. */
function created(item: Item, { mailbox }: OperationContext): Answer {
  const attachments = item.attachments.map((one) => t(one.item === undefined ? 'FileAttachment' : 'ItemAttachment', [t('AttachmentId', [], { Id: one.id })]));
  const id = t('ItemId', [], { Id: item.id, ChangeKey: mailbox.changeKeyOf(item) });
  return { content: [m('Items', [t(item.kind, [id, attachments.length === 0 ? undefined : t('Attachments', attachments)])])] };
}

function createMessage(message: NewItem, disposition: string | undefined, folder: Folder | undefined, context: OperationContext): Answer {
  const { mailbox } = context;
  switch (disposition) {
    case 'SaveOnly':
      return created(mailbox.add(folder ?? mailbox.distinguished('drafts'), draftOf(message, context)), context);
    case 'SendOnly':
      submit(message, undefined, context);
      return { content: [m('Items')] };
    case 'SendAndSaveCopy':
      submit(message, folder ?? mailbox.distinguished('sentitems'), context);
      return { content: [m('Items')] };
    default:
      throw new EwsError('ErrorMessageDispositionRequired');
  }
}

function create(source: XmlElement, request: XmlElement, context: OperationContext): Answer {
  const folder = targetFolder(request, 'SavedItemFolderId', context);
  const disposition = request.attributes['MessageDisposition'];
  if (isAnswer(source)) return createMessage(answerOf(source, context), disposition, folder, context);
  const kind = kindOf(source);
  if (kind === undefined) throw new EwsError('ErrorInvalidOperation', `This server cannot create a ${source.name}.`);
  const item = newItemOf(source, kind, context.now());
  if (kind === 'Message') return createMessage(item, disposition, folder, context);
  if (kind === 'CalendarItem' && request.attributes['SendMeetingInvitations'] === undefined) throw new EwsError('ErrorSendMeetingInvitationsRequired');
  const rules = { CalendarItem: calendarItemOf, Contact: contactOf, DistributionList: contactOf, Task: taskOf } as const;
  return created(context.mailbox.add(folder ?? context.mailbox.distinguished(defaultFolders[kind]), rules[kind](item, context)), context);
}

/** CreateItem: items, messages to send, and answers (https://learn.microsoft.com/exchange/client-developer/web-service-reference/createitem-operation). */
export const createItem: Operation = {
  name: 'CreateItem',
  empty: [m('Items')],
  work: (request, context) => childrenOf(request, 'Items').map((source) => () => create(source, request, context)),
};
