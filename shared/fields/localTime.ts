const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const two = (value: number): string => String(value).padStart(2, '0');

/** A time as a date whose UTC members are those of this computer's clock. */
function asLocal(ms: number): { readonly date: Date; readonly offsetMinutes: number } {
  const offsetMinutes = -new Date(ms).getTimezoneOffset();
  return { date: new Date(ms + offsetMinutes * 60_000), offsetMinutes };
}

/** ISO 8601 in local time with its offset, for example `2026-11-23T14:30:00.000+01:00`. `ms` counts from 1970-01-01 UTC. */
export function localTime(ms: number): string {
  const { date, offsetMinutes } = asLocal(ms);
  const distance = Math.abs(offsetMinutes);
  return `${date.toISOString().slice(0, -1)}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

/** The parts of a time that published data and variables name. */
export interface TimeParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** `Monday` to `Sunday`. */
  readonly weekday: string;
  /** Day of the year, from 1. */
  readonly dayOfYear: string;
  readonly hours: string;
  readonly minutes: string;
  readonly seconds: string;
  readonly milliseconds: string;
}

function partsOf(date: Date): TimeParts {
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    year: String(date.getUTCFullYear()),
    month: String(date.getUTCMonth() + 1),
    day: String(date.getUTCDate()),
    weekday: days[date.getUTCDay()] ?? '',
    dayOfYear: String(Math.floor((date.getTime() - newYear) / 86_400_000) + 1),
    hours: String(date.getUTCHours()),
    minutes: String(date.getUTCMinutes()),
    seconds: String(date.getUTCSeconds()),
    milliseconds: String(date.getUTCMilliseconds()),
  };
}

/** The parts of a time on this computer's clock. */
export const localParts = (ms: number): TimeParts => partsOf(asLocal(ms).date);

/** The parts of a time in UTC. */
export const utcParts = (ms: number): TimeParts => partsOf(new Date(ms));
