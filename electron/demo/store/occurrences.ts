import { zoneNamed } from '../zones/zone.ts';
import { t, type XmlElement } from '../xml/element.ts';
import { dateText, parseDate } from './dates.ts';
import type { Identifiers } from './identifiers.ts';
import type { Attachment, Item } from './item.ts';
import { textOf } from './item.ts';

type MasterOf = (id: string) => Item | undefined;

/** The occurrences of series that a mailbox has given ids to. They are views of their masters, made anew on each reading. */
export interface Occurrences {
  /** The occurrence of a master that the pattern starts at a time; undefined where it was deleted. */
  of(master: Item, start: Date): Item | undefined;
  byId(id: string, masterOf: MasterOf): Item | undefined;
  masterIdOf(id: string): string | undefined;
  /** Keeps what an occurrence has come to differ in from its series: it is an exception from then on. */
  keep(occurrence: Item, master: Item): void;
  /** Takes an occurrence out of its series. */
  remove(id: string): void;
  exceptions(master: Item): Item[];
  /** The starts of deleted occurrences. */
  deletions(master: Item): Date[];
  /** Gives up all occurrences of a series, as when its pattern changes. */
  forget(masterId: string): void;
}

/** What an exception has of its own; a value that is absent was deleted. */
interface Own {
  readonly values: ReadonlyMap<string, XmlElement | undefined>;
  readonly extended: ReadonlyMap<string, XmlElement>;
  readonly attachments: readonly Attachment[];
}

interface Entry {
  readonly id: string;
  readonly masterId: string;
  readonly start: Date;
  deleted: boolean;
  own?: Own;
}

const ofTheSeries = ['Recurrence', 'ReminderDueBy'];

/** An occurrence as the pattern alone makes it. Its length is that on the clocks, so that a day stays a day when they change. */
function patternView(master: Item, { id, start }: Entry): Item {
  const zone = zoneNamed(master.values.get('StartTimeZone')?.attributes['Id'] ?? 'UTC');
  const [first = 0, last = 0] = ['Start', 'End'].map((name) => zone.toWall(parseDate(textOf(master, name) ?? '')?.getTime() ?? 0));
  const values = new Map(master.values);
  for (const name of ofTheSeries) values.delete(name);
  const own = [
    t('Start', dateText(start)),
    t('End', dateText(new Date(zone.toUtc(zone.toWall(start.getTime()) + last - first)))),
    t('OriginalStart', dateText(start)),
    t('RecurrenceId', dateText(start)),
    t('CalendarItemType', 'Occurrence'),
  ];
  for (const value of own) values.set(value.name, value);
  return { ...master, id, values, extended: new Map(master.extended) };
}

function viewOf(master: Item, entry: Entry): Item {
  const view = patternView(master, entry);
  const { own } = entry;
  if (own === undefined) return view;
  view.values.set('CalendarItemType', t('CalendarItemType', 'Exception'));
  for (const [name, value] of own.values) {
    if (value === undefined) view.values.delete(name);
    else view.values.set(name, value);
  }
  return { ...view, extended: new Map(own.extended), attachments: own.attachments };
}

/** No occurrences yet. */
export function occurrences(identifiers: Identifiers): Occurrences {
  const ids = new Map<string, string>();
  const entries = new Map<string, Entry>();
  const keyOf = (masterId: string, start: Date): string => `${masterId} ${start.getTime()}`;
  const entriesOf = (masterId: string): Entry[] => [...entries.values()].filter((entry) => entry.masterId === masterId);
  return {
    of(master, start) {
      const key = keyOf(master.id, start);
      const id = ids.get(key) ?? identifiers.next('item');
      const entry = entries.get(id) ?? { id, masterId: master.id, start, deleted: false };
      ids.set(key, id);
      entries.set(id, entry);
      return entry.deleted ? undefined : viewOf(master, entry);
    },
    byId(id, masterOf) {
      const entry = entries.get(id);
      const master = entry === undefined || entry.deleted ? undefined : masterOf(entry.masterId);
      return entry === undefined || master === undefined ? undefined : viewOf(master, entry);
    },
    masterIdOf: (id) => entries.get(id)?.masterId,
    keep({ id, values, extended, attachments }, master) {
      const entry = entries.get(id);
      if (entry === undefined) return;
      const base = patternView(master, entry).values;
      const names = new Set([...base.keys(), ...values.keys()]);
      const isOwn = (name: string): boolean => name !== 'CalendarItemType' && JSON.stringify(base.get(name)) !== JSON.stringify(values.get(name));
      entry.own = { values: new Map([...names].filter(isOwn).map((name) => [name, values.get(name)])), extended: new Map(extended), attachments };
    },
    remove(id) {
      const entry = entries.get(id);
      if (entry !== undefined) entry.deleted = true;
    },
    exceptions: (master) => entriesOf(master.id).flatMap((entry) => (entry.own === undefined || entry.deleted ? [] : [viewOf(master, entry)])),
    deletions: (master) => entriesOf(master.id).flatMap((entry) => (entry.deleted ? [entry.start] : [])),
    forget(masterId) {
      for (const entry of entriesOf(masterId)) {
        entries.delete(entry.id);
        ids.delete(keyOf(masterId, entry.start));
      }
    },
  };
}
