import type { ItemKind } from '../store/item.ts';
import { calendarItemProperties } from './calendarItemProperties.ts';
import { contactProperties } from './contactProperties.ts';
import { distributionListProperties } from './distributionListProperties.ts';
import { itemProperties } from './itemProperties.ts';
import { meetingCancellationProperties, meetingRequestProperties, meetingResponseProperties } from './meetingProperties.ts';
import { messageProperties } from './messageProperties.ts';
import type { Property } from './property.ts';
import { taskProperties } from './taskProperties.ts';

/** The properties of one kind of item, in the order answers need. */
export interface PropertyTable {
  readonly all: readonly Property[];
  byName(name: string): Property | undefined;
  byUri(uri: string): Property | undefined;
}

function tableOf(own: readonly Property[]): PropertyTable {
  const all = [...itemProperties, ...own];
  const names = new Map(all.map((property) => [property.name, property]));
  const uris = new Map(all.map((property) => [property.uri, property]));
  return { all, byName: (name) => names.get(name), byUri: (uri) => uris.get(uri) };
}

/** Every property this server knows, by kind of item. A new kind of item is a new list here. */
export const propertyTables: Readonly<Record<ItemKind, PropertyTable>> = {
  Message: tableOf(messageProperties),
  CalendarItem: tableOf(calendarItemProperties),
  Contact: tableOf(contactProperties),
  DistributionList: tableOf(distributionListProperties),
  Task: tableOf(taskProperties),
  MeetingRequest: tableOf([...messageProperties, ...meetingRequestProperties]),
  MeetingResponse: tableOf([...messageProperties, ...meetingResponseProperties]),
  MeetingCancellation: tableOf([...messageProperties, ...meetingCancellationProperties]),
};

/** A property of any kind of item by its FieldURI, for restrictions on folders that mix kinds. */
export function anyProperty(uri: string): Property | undefined {
  return Object.values(propertyTables)
    .map((table) => table.byUri(uri))
    .find((property) => property !== undefined);
}
