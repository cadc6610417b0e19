import { appointment } from './appointment.ts';
import { contact } from './contact.ts';
import { contactGroup } from './contactGroup.ts';
import type { ItemType } from './itemType.ts';
import { message } from './message.ts';
import { task } from './task.ts';

/** Every item type the app knows. A new one is one file and its line here. */
export const itemTypes: readonly ItemType[] = [appointment, contact, contactGroup, message, task];

/** The definition of an item type, or undefined for a name this version has no fields for. */
export function itemTypeNamed(name: string): ItemType | undefined {
  return itemTypes.find((type) => type.name === name);
}
