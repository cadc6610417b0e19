import { commonData } from '../activities/commonData.ts';
import { localParts, localTime, utcParts } from '../fields/localTime.ts';
import type { ActivityStatus } from '../runbook/runbook.ts';
import type { LoopFacts, PublishedRow } from './events.ts';

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

const parts = ['year', 'month', 'day', 'weekday', 'hours', 'minutes', 'seconds'] as const;

/** What an execution says of itself, by key of the common published data; the moments it knows stand for the rest. */
const own: Readonly<Record<string, (facts: CommonFacts, start: Moment) => string>> = {
  activityId: (facts) => facts.activity,
  activityName: (facts) => facts.name,
  activityType: (facts) => facts.typeName,
  activityProcessId: (facts) => String(facts.processId),
  status: (facts) => facts.status,
  errorSummary: (facts) => facts.errorSummary,
  runbookName: (facts) => facts.runbook,
  runbookProcessId: (facts) => String(facts.processId),
  serverName: (facts) => facts.serverName,
  duration: (facts) => String((facts.endedAt - facts.startedAt) / 1000),
  startTime: (_facts, start) => start.local,
  startTimeUtc: (_facts, start) => start.utc,
  loopEnabled: ({ loop }) => (loop === undefined ? 'False' : 'True'),
  loopDelay: ({ loop }) => (loop === undefined ? '' : String(loop.delaySeconds)),
  loopAttempts: ({ loop }) => (loop === undefined ? '' : String(loop.attempts)),
  loopDuration: ({ loop }) => (loop === undefined ? '' : String(loop.seconds)),
  loopError: ({ loop }) => loop?.error ?? '',
};

/** Labels once and not for every row. */
const labels = Object.entries(commonData).map(([key, field]) => [key, field.label] as const);
const told = labels.flatMap(([key, label]) => {
  const of = own[key];
  return of === undefined ? [] : [[label, of] as const];
});

/** The texts of a moment. Executions follow each other so fast that many end in the same millisecond. */
interface Moment {
  readonly ms: number;
  readonly local: string;
  readonly utc: string;
  /** The row of an execution that ended then, with every label in its place; what the execution says of itself is empty. */
  readonly ending: PublishedRow;
}
let last: Moment | undefined;

function endingAt(ms: number, local: string, utc: string): PublishedRow {
  const [here, there] = [localParts(ms), utcParts(ms)];
  const values: Record<string, string> = { endTime: local, endTimeUtc: utc };
  for (const part of parts) {
    values[`endTime.${part}`] = here[part];
    values[`endTimeUtc.${part}`] = there[part];
  }
  return Object.fromEntries(labels.map(([key, label]) => [label, values[key] ?? '']));
}

function moment(ms: number): Moment {
  if (last?.ms === ms) return last;
  const [local, utc] = [localTime(ms), new Date(ms).toISOString()];
  last = { ms, local, utc, ending: endingAt(ms, local, utc) };
  return last;
}

/** The common published data of an execution, by label (exchange-activities 3.2). */
export function commonRow(facts: CommonFacts): PublishedRow {
  const start = moment(facts.startedAt);
  // A copy with values put into their places is far cheaper than a row that grows by forty labels.
  const row: Record<string, string> = { ...moment(facts.endedAt).ending };
  for (const [label, of] of told) row[label] = of(facts, start);
  return row;
}
