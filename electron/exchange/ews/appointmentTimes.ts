import { AppError } from '../../../shared/errors/appError.ts';
import type { WrittenValues } from '../../../shared/exchange/port.ts';
import { formatValue } from '../../../shared/fields/value.ts';
import { schemaOrder } from './schemaOrder.ts';
import type { WrittenElement } from './itemXml.ts';
import { windowsZone } from './windowsZones.ts';
import { element } from './xmlWriter.ts';

/**
 * The time zone of this computer as Exchange names it. Throws AppError `exchange.unknownTimeZone`: another zone in its place would move series
 * and whole days by hours, half of the year.
 */
export function localTimeZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const windows = windowsZone(zone);
  if (windows === undefined) throw new AppError('exchange.unknownTimeZone', { zone });
  return windows;
}

const midnight = (time: Date, daysLater: number): string => new Date(time.getFullYear(), time.getMonth(), time.getDate() + daysLater).toISOString();

/**
 * The values with whole days from midnight to midnight of this computer's zone where the appointment is an all-day one: Exchange would cut them
 * at midnights of its own.
 */
export function withWholeDays(values: WrittenValues): WrittenValues {
  if (values.isAllDayEvent !== true || values.start === undefined || values.end === undefined) return values;
  const [start, end] = [new Date(formatValue(values.start)), new Date(formatValue(values.end))];
  const isMidnight = midnight(end, 0) === end.toISOString();
  const first = midnight(start, 0);
  return { ...values, start: first, end: isMidnight && end.toISOString() > first ? end.toISOString() : midnight(end, 1) };
}

/** The zones of the times that are written. Without them, series and whole days would follow the zone of the server. */
export function zoneElements(exchangeClass: string, values: WrittenValues, timeZone: string | undefined): WrittenElement[] {
  const zoned = { start: 'StartTimeZone', end: 'EndTimeZone' } as const;
  if (timeZone === undefined || !schemaOrder(exchangeClass).includes(zoned.start)) return [];
  return Object.entries(zoned).flatMap(([key, name]) =>
    values[key] === undefined
      ? []
      : [{ element: name, path: element('t:FieldURI', { FieldURI: `calendar:${name}` }), xml: element(`t:${name}`, { Id: timeZone }) }],
  );
}
