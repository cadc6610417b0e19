import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { withoutPositions, type XmlElement } from '../xml/element.ts';

interface Listing {
  readonly key: string;
  readonly writes: number;
  readonly items: readonly Item[];
}

const latest = new WeakMap<Mailbox, Listing>();

/**
 * The items that a search lists, kept until the mailbox changes or something else is searched for: a client that goes from
 * page to page would otherwise have a large folder filtered and sorted once for each page.
 */
export function listing(mailbox: Mailbox, search: readonly (XmlElement | string | undefined)[], list: () => readonly Item[]): readonly Item[] {
  const key = JSON.stringify(search.map((part) => (typeof part === 'object' ? withoutPositions(part) : (part ?? null))));
  const known = latest.get(mailbox);
  if (known?.key === key && known.writes === mailbox.writes) return known.items;
  const items = list();
  latest.set(mailbox, { key, writes: mailbox.writes, items });
  return items;
}
