import type { ItemChange, WrittenValues } from '../../../shared/exchange/port.ts';
import type { Field } from '../../../shared/fields/field.ts';
import type { ItemType } from '../../../shared/items/itemType.ts';
import { hasRecurrence } from '../../../shared/items/recurrence.ts';
import { localTimeZone, withWholeDays, zoneElements } from './appointmentTimes.ts';
import { attachAll, readAttachments } from './attachments.ts';
import { checkValues, typeNamed } from './creating.ts';
import { current, withFreshKey, type CurrentItem } from './currentItem.ts';
import type { EwsClient } from './ewsClient.ts';
import { firstDay, pathXml, writtenElements } from './itemXml.ts';
import { updateItem, type PropertyChange } from './operations/updateItem.ts';
import { readItem } from './readItem.ts';

/** A task keeps what is written last of these three, so the most particular one goes last. */
const lastOfTask = ['PercentComplete', 'Status', 'CompleteDate'];

/** Paths to empty; the properties of a series, and a body with its format, have one path together. */
function removals(type: ItemType, keys: readonly string[]): PropertyChange[] {
  const fields = keys.flatMap((key): Field[] => (type.fields[key] === undefined ? [] : [type.fields[key]]));
  const paths = new Map(fields.map((field) => [`${field.uri} ${field.index ?? ''}`, pathXml(field)]));
  return [...paths.values()].map((path) => ({ path, xml: undefined }));
}

/** Properties that have to be read first: the start of a series that is changed without it, and what tells attendees of new attachments. */
function neededPaths(type: ItemType, change: ItemChange, values: WrittenValues): readonly string[] {
  const start = type.name === 'Task' ? 'startDate' : 'start';
  const keys = hasRecurrence(values) && values[start] === undefined ? [start] : [];
  if (tellsOfAttachmentsOnly(type, change)) keys.push('subject');
  return keys.flatMap((key) => type.fields[key]?.uri ?? []);
}

const tellsOfAttachmentsOnly = (type: ItemType, { values, clear }: ItemChange): boolean =>
  type.name === 'Appointment' && clear.length === 0 && Object.entries(values).every(([key, value]) => key === 'attachments' || value === undefined);

function changesOf(type: ItemType, change: ItemChange, values: WrittenValues, item: CurrentItem, timeZone: string | undefined): PropertyChange[] {
  const known = readItem(type, item.element).values;
  const written = tellsOfAttachmentsOnly(type, change) ? { subject: known.subject } : values;
  const elements = [...writtenElements(type, written, firstDay(known)), ...zoneElements(type.exchangeClass, values, timeZone)];
  const place = (name: string): number => lastOfTask.indexOf(name);
  const sorted = type.name === 'Task' ? elements.sort((left, right) => place(left.element) - place(right.element)) : elements;
  return [...sorted.map(({ path, xml }) => ({ path, xml })), ...removals(type, change.clear)];
}

/**
 * Changes an item. Attachments go first, so that attendees who are told of the change get them. A change key that became stale meanwhile is
 * fetched again, because then nothing was changed yet.
 */
export async function updateInMailbox(client: EwsClient, change: ItemChange, signal: AbortSignal): Promise<void> {
  const type = typeNamed(change.itemType);
  checkValues(type, change.values);
  const attachments = await readAttachments(change.values.attachments);
  const values = type.name === 'Appointment' ? withWholeDays(change.values) : change.values;
  const timeZone = type.name === 'Appointment' ? localTimeZone() : undefined;
  const paths = neededPaths(type, change, values);
  const { exchangeClass } = type;
  const before = await current(client, change.id, paths, signal);
  const attached = await attachAll(client, before.item, attachments, signal);
  await withFreshKey(async (attempt) => {
    const now = attempt === 1 ? { ...before, item: attached } : await current(client, change.id, paths, signal);
    const changes = changesOf(type, change, values, now, timeZone);
    if (changes.length === 0) return;
    await client.callOne(updateItem, { item: now.item, exchangeClass, changes, notices: change.notices ?? 'SendToAllAndSaveCopy', timeZone }, signal);
  });
}
