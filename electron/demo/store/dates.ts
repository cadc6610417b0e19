/** A date as Exchange answers it: UTC, whole seconds, `Z`. */
export function dateText(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Reads an xs:dateTime; without a zone it is UTC. Undefined for text that is none. */
export function parseDate(text: string): Date | undefined {
  const match = /^\s*(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?\s*$/.exec(text);
  if (match === null) return undefined;
  const date = new Date(`${match[1] ?? ''}${match[2]?.slice(0, 9) ?? 'T00:00:00'}${match[3] ?? 'Z'}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The start of a day in UTC, so many days away. */
export function dayAt(origin: Date, days: number, time = '00:00'): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(Date.UTC(origin.getUTCFullYear(), origin.getUTCMonth(), origin.getUTCDate() + days, hours, minutes));
}
