import { requestedZone, zoneProperty } from '../calendar/appointment.ts';
import type { OperationContext } from '../operations/operation.ts';
import { propertyTables } from '../properties/propertyTable.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { ItemKind } from '../store/item.ts';
import { isMeetingKind, itemKinds } from '../store/item.ts';
import type { NewItem } from '../store/mailbox.ts';
import { readMessage } from '../mime/readMessage.ts';
import { child, childrenOf, t, withoutPositions, type XmlElement } from '../xml/element.ts';
import { attachmentOf } from './attachments.ts';
import { keyOfExtended } from './extended.ts';
import { canonicalValue } from './values.ts';

/** The class of a new item by its kind. */
export const itemClasses: Readonly<Record<ItemKind, string>> = {
  Message: 'IPM.Note',
  MeetingRequest: 'IPM.Schedule.Meeting.Request',
  MeetingResponse: 'IPM.Schedule.Meeting.Resp.Pos',
  MeetingCancellation: 'IPM.Schedule.Meeting.Canceled',
  CalendarItem: 'IPM.Appointment',
  Contact: 'IPM.Contact',
  DistributionList: 'IPM.DistList',
  Task: 'IPM.Task',
};

/** The kind of an item's element that clients can create; a plain `Item` is kept as a message. */
export function kindOf(source: XmlElement): ItemKind | undefined {
  if (source.name === 'Item') return 'Message';
  return itemKinds.find((kind) => kind === source.name && !isMeetingKind(kind));
}

/** Values every new item of a kind has, whether or not the request gives them. */
export function defaultValues(kind: ItemKind): Map<string, XmlElement> {
  const body = t('Body', '', { BodyType: 'Text' });
  const values = [t('ItemClass', itemClasses[kind]), t('Subject', ''), t('Sensitivity', 'Normal'), body, t('Importance', 'Normal'), t('Culture', 'en-US')];
  return new Map(values.map((value) => [value.name, value]));
}

/** An item as a request describes it. Throws EwsError for a property that clients cannot set or that another kind of item has. */
export function newItemOf(source: XmlElement, kind: ItemKind, { now, zone }: Pick<OperationContext, 'now' | 'zone'>): NewItem {
  const times = { Start: requestedZone(source, 'StartTimeZone'), End: requestedZone(source, 'EndTimeZone') };
  const values = defaultValues(kind);
  const mime = child(source, 'MimeContent');
  if (mime !== undefined && kind !== 'Message') throw new EwsError('ErrorUnsupportedMimeConversion');
  const read = mime === undefined ? undefined : readMessage(mime.text, now());
  for (const value of read?.values ?? []) values.set(value.name, value);
  const extended = new Map<string, XmlElement>();
  for (const given of source.children) {
    if (given.name === 'ExtendedProperty') {
      const key = keyOfExtended(given);
      if (key !== undefined) extended.set(key, withoutPositions(given));
      continue;
    }
    // Better refused than an empty item that looks like a success.
    if (given.name === 'MimeContent') throw new EwsError('ErrorUnsupportedMimeConversion');
    if (given.name === 'Attachments') continue;
    const property = propertyTables[kind].byName(given.name);
    if (property === undefined) throw new EwsError('ErrorInvalidPropertyRequest');
    // ItemId and ParentFolderId of a copied item are ignored by Exchange too; other computed values are the server's.
    if (property.traits.has('computed')) continue;
    if (property.traits.has('readOnly')) throw new EwsError('ErrorInvalidPropertySet', `${property.uri} is read-only.`);
    const own = given.name === 'Start' ? times.Start : given.name === 'End' ? times.End : undefined;
    if (given.name === 'StartTimeZone' || given.name === 'EndTimeZone') values.set(given.name, zoneProperty(given.name, given.attributes['Id'] ?? ''));
    else values.set(given.name, canonicalValue(given, property, own ?? zone));
  }
  if (times.Start !== undefined && !values.has('StartTimeZone')) values.set('StartTimeZone', zoneProperty('StartTimeZone', times.Start.id));
  return { kind, values, extended, attachments: [...(read?.attachments ?? []), ...childrenOf(source, 'Attachments').map((one) => attachmentOf(one, now()))] };
}
