import { appendLine } from './appendLine.ts';
import { checkSchedule } from './checkSchedule.ts';
import { compareValues } from './compareValues.ts';
import { createAndSendEmail } from './createAndSendEmail.ts';
import { createItem } from './createItem.ts';
import type { AnyActivity } from './defineActivity.ts';
import { deleteItem } from './deleteItem.ts';
import { findAppointments } from './findAppointments.ts';
import { formatDateTime } from './formatDateTime.ts';
import { forwardItem } from './forwardItem.ts';
import { generateRandomText } from './generateRandomText.ts';
import { getCounterValue } from './getCounterValue.ts';
import { getItem } from './getItem.ts';
import { initializeData } from './initializeData.ts';
import { invokeRunbook } from './invokeRunbook.ts';
import { junction } from './junction.ts';
import { mapPublishedData } from './mapPublishedData.ts';
import { modifyCounter } from './modifyCounter.ts';
import { monitorDateTime } from './monitorDateTime.ts';
import { monitorItem } from './monitorItem.ts';
import { moveOrCopyItem } from './moveOrCopyItem.ts';
import { queryXml } from './queryXml.ts';
import { readLine } from './readLine.ts';
import { replyToEmail } from './replyToEmail.ts';
import { returnData } from './returnData.ts';
import { sendEmail } from './sendEmail.ts';
import { sendPlatformEvent } from './sendPlatformEvent.ts';
import { updateItem } from './updateItem.ts';
import { writeFile } from './writeFile.ts';

/** The activities a runbook can hold. Consumers take a registry, so that a test can add one of its own. */
export interface Registry {
  readonly all: readonly AnyActivity[];
  get(type: string): AnyActivity | undefined;
}

/** A registry of these definitions. Throws where two claim one type. */
export function registryOf(all: readonly AnyActivity[]): Registry {
  const byType = new Map(all.map((definition) => [definition.type, definition]));
  if (byType.size !== all.length) throw new Error('Two activities have the same type.');
  return { all, get: (type) => byType.get(type) };
}

/** Every activity of this version, in the order of the palette. A new one is one file and its line here. */
export const activities: Registry = registryOf([
  initializeData,
  junction,
  invokeRunbook,
  returnData,
  monitorItem,
  getItem,
  findAppointments,
  createItem,
  updateItem,
  moveOrCopyItem,
  deleteItem,
  createAndSendEmail,
  sendEmail,
  replyToEmail,
  forwardItem,
  monitorDateTime,
  checkSchedule,
  compareValues,
  mapPublishedData,
  formatDateTime,
  generateRandomText,
  queryXml,
  getCounterValue,
  modifyCounter,
  appendLine,
  readLine,
  writeFile,
  sendPlatformEvent,
]);
