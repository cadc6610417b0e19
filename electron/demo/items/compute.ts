import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { XmlElement } from '../xml/element.ts';

/** Makes a property out of an item; undefined where the item has none. */
export type Compute = (item: Item, mailbox: Mailbox) => XmlElement | undefined;
