import type { ActivityStatus } from '../runbook/runbook.ts';
import type { CommonFacts } from './commonRow.ts';
import type { LoopFacts, PublishedRow } from './events.ts';
import { nearestRead } from './kept.ts';
import type { Place } from './place.ts';
import { typeNameOf, type PlannedActivity } from './plan.ts';
import type { RunContext } from './runContext.ts';
import type { Token } from './token.ts';

/** What an execution passes on. A failed one passes on the rows it has, or one empty row that carries its status and error. */
export interface Produced {
  readonly status: ActivityStatus;
  readonly tokens: readonly Token[];
}

/** What an execution works on: the row that led to it, or what a junction joins. */
export interface Incoming {
  readonly token: Token | undefined;
  readonly joined: Joined | undefined;
}

/** The branch that a junction lets through: for each of its rows the token with the data of that branch. */
export interface Joined {
  readonly name: string | undefined;
  readonly parents: readonly (Token | undefined)[];
}

/** How an execution, or an attempt of it, ended. */
export interface Result {
  readonly status: ActivityStatus;
  readonly errorSummary: string;
  /** Milliseconds since 1970-01-01 UTC, as `endedAt`. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly loop?: LoopFacts;
}

/** The facts that common published data is made from. */
export function factsOf(context: RunContext, planned: PlannedActivity, result: Result): CommonFacts {
  const { host } = context.ports;
  return {
    activity: planned.key,
    name: planned.activity.name,
    typeName: typeNameOf(planned),
    runbook: context.runbook.name,
    processId: host.processId,
    serverName: host.serverName,
    ...result,
  };
}

/** A row, and which of its items are not shown. */
export interface JudgedRow {
  readonly row: PublishedRow;
  readonly secret: ReadonlySet<string>;
}

/** Rows of an execution as they travel on, each with the row it was made from. */
export function tokensOf({ kept }: RunContext, rows: readonly JudgedRow[], place: Place, incoming: Incoming, facts: CommonFacts): Token[] {
  return rows.map(({ row, secret }, index) => ({
    parent: nearestRead(incoming.joined === undefined ? incoming.token : incoming.joined.parents[index], place.activity, kept),
    activity: place.activity,
    execution: place.execution,
    number: index + 1,
    row,
    secret,
    facts,
  }));
}
