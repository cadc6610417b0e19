import type { Item } from '../store/item.ts';
import type { XmlElement } from '../xml/element.ts';
import type { OperationContext } from './operation.ts';

/** The item of an ItemId; its change key does not matter for reading. */
export function itemOf(id: XmlElement, { mailbox }: OperationContext): Item {
  return mailbox.item(id.attributes['Id'] ?? '');
}

/** The item of an ItemId whose change key must be the current one. */
export function currentItemOf(id: XmlElement, { mailbox }: OperationContext): Item {
  return mailbox.itemVersion(id.attributes['Id'] ?? '', id.attributes['ChangeKey'], 'ErrorChangeKeyRequired');
}
