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

const named = (key: string, time: TimeParts): Record<string, string> => Object.fromEntries(parts.map((part) => [`${key}.${part}`, time[part]]));

function loopValues(loop: LoopFacts | undefined): Record<string, string> {
  if (loop === undefined) return { loopEnabled: 'False' };
  const { delaySeconds, attempts, seconds, error } = loop;
  return { loopEnabled: 'True', loopDelay: String(delaySeconds), loopAttempts: String(attempts), loopDuration: String(seconds), loopError: error };
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
    ...named('endTime', localParts(facts.endedAt)),
    ...named('endTimeUtc', utcParts(facts.endedAt)),
    ...loopValues(facts.loop),
  };
  return Object.fromEntries(Object.entries(commonData).map(([key, field]) => [field.label, values[key] ?? '']));
}
