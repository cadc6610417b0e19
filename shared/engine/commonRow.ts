import { commonData } from '../activities/commonData.ts';
import type { ActivityStatus } from '../runbook/runbook.ts';
import type { PublishedRow } from './events.ts';

/** What the engine knows of an execution; the common published data is made from it when it is asked for. */
export interface CommonFacts {
  readonly activity: string;
  readonly name: string;
  readonly typeName: string;
  readonly runbook: string;
  readonly processId: number;
  readonly serverName: string;
  readonly status: ActivityStatus;
  readonly errorSummary: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
  readonly endedAt: number;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const two = (value: number): string => String(value).padStart(2, '0');

/** The time as a date whose UTC members are the local ones. */
function asLocal(ms: number): { readonly date: Date; readonly offsetMinutes: number } {
  const offsetMinutes = -new Date(ms).getTimezoneOffset();
  return { date: new Date(ms + offsetMinutes * 60_000), offsetMinutes };
}

/** ISO 8601 in local time with its offset, for example `2026-11-23T14:30:00.000+01:00`. */
export function localTime(ms: number): string {
  const { date, offsetMinutes } = asLocal(ms);
  const distance = Math.abs(offsetMinutes);
  return `${date.toISOString().slice(0, -1)}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

function parts(key: string, date: Date): Record<string, string> {
  return {
    [`${key}.year`]: String(date.getUTCFullYear()),
    [`${key}.month`]: String(date.getUTCMonth() + 1),
    [`${key}.day`]: String(date.getUTCDate()),
    [`${key}.weekday`]: days[date.getUTCDay()] ?? '',
    [`${key}.hours`]: String(date.getUTCHours()),
    [`${key}.minutes`]: String(date.getUTCMinutes()),
    [`${key}.seconds`]: String(date.getUTCSeconds()),
  };
}

/** The common published data of an execution, by label (exchange-activities 3.2). */
export function commonRow(facts: CommonFacts): PublishedRow {
  const values: Record<string, string> = {
    activityId: facts.activity,
    activityName: facts.name,
    activityType: facts.typeName,
    activityProcessId: String(facts.processId),
    status: facts.status,
    errorSummary: facts.errorSummary,
    runbookName: facts.runbook,
    runbookProcessId: String(facts.processId),
    serverName: facts.serverName,
    duration: String((facts.endedAt - facts.startedAt) / 1000),
    startTime: localTime(facts.startedAt),
    startTimeUtc: new Date(facts.startedAt).toISOString(),
    endTime: localTime(facts.endedAt),
    endTimeUtc: new Date(facts.endedAt).toISOString(),
    ...parts('endTime', asLocal(facts.endedAt).date),
    ...parts('endTimeUtc', new Date(facts.endedAt)),
    loopEnabled: 'False',
  };
  return Object.fromEntries(Object.entries(commonData).map(([key, field]) => [field.label, values[key] ?? '']));
}
