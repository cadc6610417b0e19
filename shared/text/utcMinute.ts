/** A moment of ISO 8601 in UTC as a person reads it: `2026-02-01 09:30 UTC`. What is no such moment stays as it is. */
export function utcMinute(moment: string): string {
  return moment.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?Z$/, '$1 $2 UTC');
}
