import { t } from '../xml/element.ts';
import { dateText, parseDate } from './dates.ts';
import type { Identifiers } from './identifiers.ts';
import type { Item } from './item.ts';
import { textOf } from './item.ts';

/** The occurrences of series that a mailbox has given ids to. They are views of their masters, made anew on each reading. */
export interface Occurrences {
  /** The occurrence of a master at a start; undefined where it was deleted. */
  of(master: Item, start: Date): Item | undefined;
  byId(id: string, masterOf: (id: string) => Item | undefined): Item | undefined;
  /** Takes an occurrence out of its series. */
  remove(id: string): boolean;
  has(id: string): boolean;
}

interface Entry {
  readonly masterId: string;
  readonly start: Date;
  deleted: boolean;
}

function viewOf(master: Item, id: string, start: Date): Item {
  const times = ['Start', 'End'].map((name) => parseDate(textOf(master, name) ?? '')?.getTime() ?? 0);
  const length = (times[1] ?? 0) - (times[0] ?? 0);
  const values = new Map(master.values);
  values.delete('Recurrence');
  const own = [
    t('Start', dateText(start)),
    t('End', dateText(new Date(start.getTime() + length))),
    t('OriginalStart', dateText(start)),
    t('RecurrenceId', dateText(start)),
    t('CalendarItemType', 'Occurrence'),
  ];
  for (const value of own) values.set(value.name, value);
  return { ...master, id, values };
}

/** No occurrences yet. */
export function occurrences(identifiers: Identifiers): Occurrences {
  const ids = new Map<string, string>();
  const entries = new Map<string, Entry>();
  return {
    of(master, start) {
      const key = `${master.id} ${start.getTime()}`;
      const id = ids.get(key) ?? identifiers.next('item');
      if (!ids.has(key)) {
        ids.set(key, id);
        entries.set(id, { masterId: master.id, start, deleted: false });
      }
      return entries.get(id)?.deleted === true ? undefined : viewOf(master, id, start);
    },
    byId(id, masterOf) {
      const entry = entries.get(id);
      const master = entry === undefined || entry.deleted ? undefined : masterOf(entry.masterId);
      return entry === undefined || master === undefined ? undefined : viewOf(master, id, entry.start);
    },
    remove(id) {
      const entry = entries.get(id);
      if (entry !== undefined) entry.deleted = true;
      return entry !== undefined;
    },
    has: (id) => entries.has(id),
  };
}
