import { propertyTables } from '../properties/propertyTable.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { ItemKind } from '../store/item.ts';
import { itemKinds } from '../store/item.ts';
import type { NewItem } from '../store/mailbox.ts';
import { childrenOf, t, withoutPositions, type XmlElement } from '../xml/element.ts';
import { attachmentOf } from './attachments.ts';
import { keyOfExtended } from './extended.ts';
import { canonicalValue } from './values.ts';

const itemClasses: Readonly<Record<ItemKind, string>> = {
  Message: 'IPM.Note',
  CalendarItem: 'IPM.Appointment',
  Contact: 'IPM.Contact',
  DistributionList: 'IPM.DistList',
  Task: 'IPM.Task',
};

/** The kind of an item's element; a plain `Item` is kept as a message. */
export function kindOf(source: XmlElement): ItemKind | undefined {
  if (source.name === 'Item') return 'Message';
  return itemKinds.find((kind) => kind === source.name);
}

/** Values every new item of a kind has, whether or not the request gives them. */
export function defaultValues(kind: ItemKind): Map<string, XmlElement> {
  const body = t('Body', '', { BodyType: 'Text' });
  const values = [t('ItemClass', itemClasses[kind]), t('Subject', ''), t('Sensitivity', 'Normal'), body, t('Importance', 'Normal'), t('Culture', 'en-US')];
  return new Map(values.map((value) => [value.name, value]));
}

/** An item as a request describes it. Throws EwsError for a property that clients cannot set or that another kind of item has. */
export function newItemOf(source: XmlElement, kind: ItemKind, now: Date): NewItem {
  const values = defaultValues(kind);
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
    values.set(given.name, canonicalValue(given, property));
  }
  return { kind, values, extended, attachments: childrenOf(source, 'Attachments').map((one) => attachmentOf(one, now)) };
}
