import { answerOf, isAnswer } from '../mail/answer.ts';
import { draftOf, submit } from '../mail/submit.ts';
import { kindOf, newItemOf } from '../items/newItem.ts';
import { calendarItemOf } from '../calendar/appointment.ts';
import { contactOf, groupOf, taskOf } from '../items/itemRules.ts';
import { inviteAll } from '../meetings/invite.ts';
import { actOnMeeting, isMeetingAction } from '../meetings/respond.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Folder } from '../store/folder.ts';
import type { Item, ItemKind } from '../store/item.ts';
import type { NewItem } from '../store/mailbox.ts';
import { childrenOf, m, t, type XmlElement } from '../xml/element.ts';
import { targetFolder } from './folderIds.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';

const defaultFolders: Readonly<Partial<Record<ItemKind, string>>> = {
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

/** Throws EwsError for a folder that holds other kinds of items. */
function requireFolder(kind: ItemKind, folder: Folder): void {
  if (kind === 'CalendarItem' && folder.kind !== 'CalendarFolder') throw new EwsError('ErrorCannotCreateCalendarItemInNonCalendarFolder');
  if (kind === 'Task' && folder.kind !== 'TasksFolder') throw new EwsError('ErrorCannotCreateTaskInNonTaskFolder');
  if ((kind === 'Contact' || kind === 'DistributionList') && folder.kind !== 'ContactsFolder') throw new EwsError('ErrorCannotCreateContactInNonContactFolder');
}

function createCalendarItem(item: NewItem, request: XmlElement, folder: Folder, context: OperationContext): Answer {
  const mode = request.attributes['SendMeetingInvitations'];
  if (mode === undefined) throw new EwsError('ErrorSendMeetingInvitationsRequired');
  requireFolder('CalendarItem', folder);
  const added = context.mailbox.add(folder, calendarItemOf(item, context));
  inviteAll(added, mode, context);
  return created(added, context);
}

function create(source: XmlElement, request: XmlElement, context: OperationContext): Answer {
  const folder = targetFolder(request, 'SavedItemFolderId', context);
  const disposition = request.attributes['MessageDisposition'];
  if (isMeetingAction(source)) return actOnMeeting(source, disposition, folder, context);
  if (isAnswer(source)) return createMessage(answerOf(source, context), disposition, folder, context);
  const kind = kindOf(source);
  if (kind === undefined) throw new EwsError('ErrorInvalidOperation', `This server cannot create a ${source.name}.`);
  const item = newItemOf(source, kind, context);
  if (kind === 'Message') return createMessage(item, disposition, folder, context);
  const target = folder ?? context.mailbox.distinguished(defaultFolders[kind] ?? 'drafts');
  if (kind === 'CalendarItem') return createCalendarItem(item, request, target, context);
  requireFolder(kind, target);
  const rule = kind === 'Task' ? taskOf : kind === 'Contact' ? contactOf : groupOf;
  return created(context.mailbox.add(target, rule(item, context)), context);
}

/** CreateItem: items, messages to send, and answers (https://learn.microsoft.com/exchange/client-developer/web-service-reference/createitem-operation). */
export const createItem: Operation = {
  name: 'CreateItem',
  empty: [m('Items')],
  work: (request, context) => childrenOf(request, 'Items').map((source) => () => create(source, request, context)),
};
