import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { child, type XmlElement } from '../xml/element.ts';
import { t } from '../xml/element.ts';
import { compareValues } from './compare.ts';
import { isPath, operandOf } from './operand.ts';

/** Items that have a value in common. */
export interface Group {
  readonly key: string;
  readonly items: readonly Item[];
}

/** The GroupBy that a standard one stands for: conversations, newest first. */
function standard(source: XmlElement): XmlElement {
  const newest = t('AggregateOn', [t('FieldURI', [], { FieldURI: 'item:DateTimeReceived' })], { Aggregate: 'Maximum' });
  return t('GroupBy', [t('FieldURI', [], { FieldURI: 'message:ConversationTopic' }), newest], source.attributes);
}

/** Groups items that are in order already, by GroupBy or DistinguishedGroupBy; groups are ordered by their smallest or largest item. Throws EwsError for properties that cannot group. */
export function grouped(items: readonly Item[], source: XmlElement, mailbox: Mailbox): readonly Group[] {
  const by = source.name === 'DistinguishedGroupBy' ? standard(source) : source;
  const aggregate = child(by, 'AggregateOn');
  const [path, measure] = [by.children.find(isPath), aggregate?.children[0]];
  if (path === undefined || measure === undefined) return [];
  const key = operandOf(path, 'ErrorUnsupportedPathForSortGroup');
  const value = operandOf(measure, 'ErrorUnsupportedPathForSortGroup');
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key.texts(item, mailbox)[0] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  const largest = aggregate?.attributes['Aggregate'] === 'Maximum';
  const sign = source.attributes['Order'] === 'Descending' ? -1 : 1;
  const extreme = (members: readonly Item[]): string => {
    const values = members.flatMap((item) => value.texts(item, mailbox).slice(0, 1)).sort((one, other) => compareValues(one, other, value.type));
    return (largest ? values.at(-1) : values[0]) ?? '';
  };
  const listed = [...groups].map(([name, members]) => ({ key: name, items: members, at: extreme(members) }));
  return listed.sort((one, other) => sign * compareValues(one.at, other.at, value.type));
}
