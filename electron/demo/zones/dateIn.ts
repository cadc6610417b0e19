import { parseDate } from '../store/dates.ts';
import type { Zone } from './zone.ts';

/** Reads an xs:dateTime; one that names no zone is what the clocks of `zone` show. Undefined for text that is no date. */
export function dateIn(text: string, zone: Zone): Date | undefined {
  const date = parseDate(text);
  if (date === undefined || /(Z|[+-]\d{2}:\d{2})\s*$/.test(text)) return date;
  return new Date(zone.toUtc(date.getTime()));
}
