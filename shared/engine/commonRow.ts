import { commonData } from '../activities/commonData.ts';
import { localParts, localTime, utcParts, type TimeParts } from '../fields/localTime.ts';
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
  /** Of an activity that loops. */
  readonly loop?: LoopFacts;
}

/** What a loop has come to. */
export interface LoopFacts {
  readonly delaySeconds: number;
  readonly attempts: number;
  /** Seconds since the first attempt began. */
  readonly seconds: number;
  /** Why the loop was ended without its conditions; empty otherwise. */
  readonly error: string;
}

const parts = ['year', 'month', 'day', 'weekday', 'hours', 'minutes', 'seconds'] as const;

/** Keys and labels in order, once and not for every row. */
const labels = Object.entries(commonData).map(([key, field]) => [key, field.label] as const);
const keysOf = (key: string): readonly (readonly [string, (typeof parts)[number]])[] => parts.map((part) => [`${key}.${part}`, part]);
const endKeys = keysOf('endTime');
const endUtcKeys = keysOf('endTimeUtc');

/** The texts of a moment. Executions follow each other so fast that many end in the same millisecond. */
interface Moment {
  readonly ms: number;
  readonly local: string;
  readonly utc: string;
  readonly localParts: TimeParts;
  readonly utcParts: TimeParts;
}
let last: Moment | undefined;

function moment(ms: number): Moment {
  if (last?.ms !== ms) last = { ms, local: localTime(ms), utc: new Date(ms).toISOString(), localParts: localParts(ms), utcParts: utcParts(ms) };
  return last;
}

function loopValues(loop: LoopFacts | undefined): Record<string, string> {
  if (loop === undefined) return { loopEnabled: 'False' };
  const { delaySeconds, attempts, seconds, error } = loop;
  return { loopEnabled: 'True', loopDelay: String(delaySeconds), loopAttempts: String(attempts), loopDuration: String(seconds), loopError: error };
}

/** The common published data of an execution, by label (exchange-activities 3.2). */
export function commonRow(facts: CommonFacts): PublishedRow {
  const start = moment(facts.startedAt);
  const end = moment(facts.endedAt);
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
    startTime: start.local,
    startTimeUtc: start.utc,
    endTime: end.local,
    endTimeUtc: end.utc,
    ...loopValues(facts.loop),
  };
  for (const [key, part] of endKeys) values[key] = end.localParts[part];
  for (const [key, part] of endUtcKeys) values[key] = end.utcParts[part];
  const row: Record<string, string> = {};
  for (const [key, label] of labels) row[label] = values[key] ?? '';
  return row;
}
