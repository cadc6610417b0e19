import { AppError } from '../../../shared/errors/appError.ts';
import type { Invitations, NewItem, WrittenValues } from '../../../shared/exchange/port.ts';
import { formatValue } from '../../../shared/fields/value.ts';
import type { ItemType } from '../../../shared/items/itemType.ts';
import { itemTypeNamed } from '../../../shared/items/itemTypes.ts';
import { taskStateProblem } from '../../../shared/items/taskState.ts';
import { localTimeZone, withWholeDays, zoneElements } from './appointmentTimes.ts';
import { attachAll, readAttachments } from './attachments.ts';
import { current, mayBeDone, withFreshKey } from './currentItem.ts';
import type { EwsClient } from './ewsClient.ts';
import { namingFolder, type FolderNames } from './folderNames.ts';
import type { ItemRef } from './ids.ts';
import { itemXml, writtenElements } from './itemXml.ts';
import { createItem } from './operations/createItem.ts';
import { deleteDraft } from './operations/deleteItem.ts';
import { updateItem } from './operations/updateItem.ts';

const invited = ['requiredAttendees', 'optionalAttendees', 'resources'];

/** Attendees are invited where there are any and nothing else was chosen. */
function invitationsOf({ invitations, values }: NewItem): Invitations {
  if (invitations !== undefined) return invitations;
  return invited.some((key) => formatValue(values[key]) !== '') ? 'SendToAllAndSaveCopy' : 'SendToNone';
}

/** What a contact is sorted by: Exchange leaves it empty, and Outlook then lists the contact without a name. */
function withFileAs(type: ItemType, values: WrittenValues): WrittenValues {
  if (type.name !== 'Contact' || values.fileAs !== undefined) return values;
  const { surname, givenName, displayName } = values;
  const name =
    surname !== undefined && givenName !== undefined ? `${formatValue(surname)}, ${formatValue(givenName)}` : formatValue(displayName ?? surname ?? givenName);
  return name === '' ? values : { ...values, fileAs: name };
}

/** Throws AppError `exchange.taskStateInvalid` for values of a task that contradict each other. */
export function checkValues(type: ItemType, values: WrittenValues): void {
  const problem = type.name === 'Task' ? taskStateProblem(values) : undefined;
  if (problem !== undefined) throw new AppError('exchange.taskStateInvalid', { problem });
}

/** The definition of a type. Throws AppError `exchange.itemTypeNotAvailable`. */
export function typeNamed(name: string): ItemType {
  const type = itemTypeNamed(name);
  if (type === undefined) throw new AppError('exchange.itemTypeNotAvailable', { itemType: name });
  return type;
}

/** Sends the invitations of an appointment that was created without them: setting the subject again is a change that nobody notices. */
async function invite(client: EwsClient, item: ItemRef, type: ItemType, values: WrittenValues, notices: Invitations, signal: AbortSignal): Promise<void> {
  const { exchangeClass } = type;
  const changes = writtenElements(type, { subject: values.subject ?? '' });
  await withFreshKey(async (attempt) => {
    const version = attempt === 1 ? item : (await current(client, item.id, [], signal)).item;
    await client.callOne(updateItem, { item: version, exchangeClass, changes, notices }, signal);
  });
}

/** Removes what was created; the failure that led here is what is reported. */
async function discard(client: EwsClient, { id }: ItemRef, because: unknown, inviting: boolean): Promise<void> {
  // Attendees may have their invitation already: then the appointment has to stay.
  if (inviting && mayBeDone(because)) return;
  await client.callOne(deleteDraft, { id, mode: 'HardDelete', cancellations: 'SendToNone' }, new AbortController().signal).catch(() => undefined);
}

/**
 * Creates an item. Attachments need an item that exists, and invitations go out with what the item has by then: so an appointment is created in
 * silence, gets its attachments, and only then its attendees are told. What cannot be completed is removed again.
 */
export async function createInMailbox(
  client: EwsClient,
  folderNames: FolderNames,
  wanted: NewItem,
  signal: AbortSignal,
): Promise<{ readonly id: string; readonly folder: string }> {
  const type = typeNamed(wanted.itemType);
  checkValues(type, wanted.values);
  const folderText = wanted.folder ?? type.defaultFolder.create;
  const isAppointment = type.name === 'Appointment';
  const attachments = await readAttachments(wanted.values.attachments);
  const values = withFileAs(type, isAppointment ? withWholeDays(wanted.values) : wanted.values);
  const timeZone = isAppointment ? localTimeZone() : undefined;
  const item = itemXml(type, values, zoneElements(type.exchangeClass, values, timeZone));
  const folder = await folderNames.resolve(client, folderText, signal);
  const invitations = isAppointment ? invitationsOf(wanted) : undefined;
  const isLater = invitations !== undefined && invitations !== 'SendToNone' && attachments.length > 0;
  const request = {
    item,
    folder,
    timeZone,
    disposition: type.name === 'E-Mail Message' ? 'SaveOnly' : undefined,
    invitations: isLater ? 'SendToNone' : invitations,
  } as const;
  const created = await client.callOne(createItem, request, signal).catch((thrown: unknown) => {
    throw namingFolder(thrown, folderText);
  });
  if (created === undefined) throw new AppError('exchange.unexpectedAnswer', { operation: 'CreateItem', missing: 'the ID of the new item' });
  let inviting = false;
  try {
    const complete = await attachAll(client, created, attachments, signal);
    inviting = isLater;
    if (isLater) await invite(client, complete, type, values, invitations, signal);
  } catch (thrown) {
    await discard(client, created, thrown, inviting);
    throw thrown;
  }
  return { id: created.id, folder: folderText };
}
