import { writeMessage } from '../mime/writeMessage.ts';
import { EwsError } from '../soap/ewsError.ts';
import { dateText } from '../store/dates.ts';
import type { Attachment, Item } from '../store/item.ts';
import { isMail, textOf } from '../store/item.ts';
import { isOrganizer } from '../meetings/roles.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { t, type XmlElement } from '../xml/element.ts';
import { addressesOf } from './addresses.ts';
import { htmlToText } from './bodyText.ts';
import { calendarComputed } from './calendarComputed.ts';
import type { Compute } from './compute.ts';

const boolean = (name: string, value: boolean): XmlElement => t(name, String(value));

/** Bytes of an attachment's content. */
export function attachmentSize({ content }: Attachment): number {
  return Math.floor((content.length * 3) / 4) - (/=*$/.exec(content)?.[0].length ?? 0);
}

/** An attachment's element in a list: no content. */
export function attachmentElement(attachment: Attachment): XmlElement {
  return t(attachment.item === undefined ? 'FileAttachment' : 'ItemAttachment', [
    t('AttachmentId', [], { Id: attachment.id }),
    t('Name', attachment.name),
    attachment.item === undefined ? t('ContentType', attachment.contentType) : undefined,
    attachment.contentId === undefined ? undefined : t('ContentId', attachment.contentId),
    t('Size', String(attachmentSize(attachment))),
    t('LastModifiedTime', dateText(attachment.lastModified)),
    boolean('IsInline', attachment.isInline),
    attachment.item === undefined ? boolean('IsContactPhoto', false) : undefined,
  ]);
}

function names(name: string, property: string): Compute {
  return (item) =>
    t(
      name,
      addressesOf(item.values.get(property))
        .map((one) => one.name)
        .join('; '),
    );
}

/** The plain text of an item's body. */
export function plainBody(item: Item): string {
  const body = item.values.get('Body');
  return body?.attributes['BodyType'] === 'HTML' ? htmlToText(body.text) : (body?.text ?? '');
}

const toMail = ['ReplyToItem', 'ReplyAllToItem', 'ForwardItem'];
const toInvitations = ['AcceptItem', 'TentativelyAcceptItem', 'DeclineItem'];

/** The response objects that an item takes. */
function answersTo(item: Item): readonly string[] {
  if (item.kind === 'MeetingRequest') return [...toInvitations, ...toMail];
  if (item.kind === 'MeetingCancellation') return ['RemoveItem', ...toMail];
  if (isMail(item.kind)) return toMail;
  if (item.kind !== 'CalendarItem' || textOf(item, 'IsMeeting') !== 'true' || textOf(item, 'IsCancelled') === 'true') return ['ForwardItem'];
  return isOrganizer(item) ? ['CancelCalendarItem', 'ForwardItem'] : [...toInvitations, 'ReplyToItem', 'ReplyAllToItem', 'ForwardItem'];
}

const editable = { CreateAssociated: false, CreateContents: false, CreateHierarchy: false, Delete: true, Modify: true, Read: true, ViewPrivateItems: true };

/** The properties that are made, not stored, by name. */
export const computed: Readonly<Record<string, Compute>> = {
  ...calendarComputed,
  MimeContent: (item) => {
    if (!isMail(item.kind)) throw new EwsError('ErrorUnsupportedMimeConversion');
    return t('MimeContent', writeMessage(item), { CharacterSet: 'UTF-8' });
  },
  ItemId: (item, mailbox) => t('ItemId', [], { Id: item.id, ChangeKey: mailbox.changeKeyOf(item) }),
  ParentFolderId: (item, mailbox) => t('ParentFolderId', [], { Id: item.folderId, ChangeKey: mailbox.changeKeyOf(mailbox.folder(item.folderId)) }),
  Attachments: (item) => (item.attachments.length === 0 ? undefined : t('Attachments', item.attachments.map(attachmentElement))),
  Size: (item) => {
    const texts = [...item.values.values()].reduce((sum, value) => sum + Buffer.byteLength(value.text), 0);
    return t('Size', String(1024 + texts + item.attachments.reduce((sum, one) => sum + attachmentSize(one), 0)));
  },
  IsUnmodified: (item) => boolean('IsUnmodified', item.propertyVersions.size === 0),
  DateTimeCreated: (item) => t('DateTimeCreated', dateText(item.created)),
  ResponseObjects: (item) =>
    textOf(item, 'IsDraft') === 'true'
      ? undefined
      : t(
          'ResponseObjects',
          answersTo(item).map((name) => t(name)),
        ),
  DisplayCc: names('DisplayCc', 'CcRecipients'),
  DisplayBcc: names('DisplayBcc', 'BccRecipients'),
  DisplayTo: (item, mailbox) => names('DisplayTo', item.kind === 'CalendarItem' ? 'RequiredAttendees' : 'ToRecipients')(item, mailbox),
  HasAttachments: (item) =>
    boolean(
      'HasAttachments',
      item.attachments.some((one) => !one.isInline),
    ),
  EffectiveRights: () =>
    t(
      'EffectiveRights',
      Object.entries(editable).map(([name, value]) => boolean(name, value)),
    ),
  LastModifiedName: (item) => t('LastModifiedName', item.lastModifiedName),
  LastModifiedTime: (item) => t('LastModifiedTime', dateText(item.lastModified)),
  IsAssociated: () => boolean('IsAssociated', false),
  WebClientReadFormQueryString: (item) => t('WebClientReadFormQueryString', `?ItemID=${encodeURIComponent(item.id)}&exvsurl=1&viewmodel=ReadMessageItem`),
  WebClientEditFormQueryString: (item) =>
    textOf(item, 'IsDraft') === 'false'
      ? undefined
      : t('WebClientEditFormQueryString', `?ItemID=${encodeURIComponent(item.id)}&exvsurl=1&viewmodel=ItemCompose`),
  UniqueBody: (item) => t('UniqueBody', plainBody(item), { BodyType: 'Text' }),
  TextBody: (item) => t('TextBody', plainBody(item), { BodyType: 'Text' }),
  Preview: (item) => t('Preview', plainBody(item).replace(/\s+/g, ' ').slice(0, 255)),
  InstanceKey: (item) => t('InstanceKey', item.id.slice(0, 16)),
  CompleteName: (item) => {
    const parts = {
      FirstName: 'GivenName',
      MiddleName: 'MiddleName',
      LastName: 'Surname',
      Suffix: 'Generation',
      Initials: 'Initials',
      FullName: 'DisplayName',
      Nickname: 'Nickname',
    };
    const present = Object.entries(parts).flatMap(([part, property]) => (textOf(item, property) === undefined ? [] : [t(part, textOf(item, property) ?? '')]));
    return present.length === 0 ? undefined : t('CompleteName', present);
  },
};

/** A property of an item as it is answered, or undefined where the item has none. */
export function propertyOf(item: Item, name: string, mailbox: Mailbox): XmlElement | undefined {
  const compute = computed[name];
  return compute === undefined ? item.values.get(name) : compute(item, mailbox);
}
