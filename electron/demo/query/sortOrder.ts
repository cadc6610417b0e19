import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { XmlElement } from '../xml/element.ts';
import { compareValues } from './compare.ts';
import { isPath, operandOf } from './operand.ts';

interface Key {
  readonly value: readonly (string | undefined)[];
  readonly item: Item;
}

/** Items in a SortOrder; without one, newest first as Exchange lists a folder. Items that lack a property come first, as with nothing. */
export function sorted(items: readonly Item[], order: XmlElement | undefined, mailbox: Mailbox): Item[] {
  if (order === undefined) return [...items].sort((left, right) => newest(right) - newest(left) || right.enteredAt - left.enteredAt);
  const fields = order.children.flatMap((field) => {
    const path = field.children.find(isPath);
    return path === undefined
      ? []
      : [{ operand: operandOf(path, 'ErrorUnsupportedPathForSortGroup'), sign: field.attributes['Order'] === 'Descending' ? -1 : 1 }];
  });
  const keys: Key[] = items.map((item) => ({ item, value: fields.map(({ operand }) => operand.texts(item, mailbox)[0]) }));
  keys.sort((left, right) => {
    for (const [index, { operand, sign }] of fields.entries()) {
      const [one, other] = [left.value[index], right.value[index]];
      const difference =
        one === undefined || other === undefined ? Number(one !== undefined) - Number(other !== undefined) : compareValues(one, other, operand.type);
      if (difference !== 0) return sign * difference;
    }
    return left.item.enteredAt - right.item.enteredAt;
  });
  return keys.map(({ item }) => item);
}

function newest(item: Item): number {
  const received = item.values.get('DateTimeReceived')?.text ?? item.values.get('Start')?.text;
  return received === undefined ? item.created.getTime() : Date.parse(received);
}
