import type { Computer, PlatformEvent } from '../activities/computer.ts';
import type { ActivityContext, ConnectionNeed } from '../activities/defineActivity.ts';
import type { Flow } from '../activities/flow.ts';
import type { AppErrorData } from '../errors/appError.ts';
import type { Exchange } from '../exchange/port.ts';
import type { Fields } from '../fields/field.ts';
import type { ParsedInputs } from './inputs.ts';
import { invoke } from './invoke.ts';
import type { OwnSignal } from './ownSignal.ts';
import type { Place } from './place.ts';
import type { PlannedActivity } from './plan.ts';
import type { Incoming } from './produced.ts';
import type { RunContext } from './runContext.ts';

type Context = ActivityContext<Fields, ConnectionNeed>;

/** Progress is told this often at most, in milliseconds: a person cannot read it faster, and each one is an event. */
const progressEveryMs = 100;

/** The execution that a handler works for. */
export interface Working {
  readonly context: RunContext;
  readonly planned: PlannedActivity;
  readonly place: Place;
  readonly incoming: Incoming;
  readonly own: OwnSignal;
}

/**
 * What a handler is given, and what it said. Everything but values is made when the handler looks at it: most look at little of it, and rows
 * come by the thousand.
 */
export class HandlerContext implements Context {
  readonly properties: Context['properties'];
  readonly dynamic: Context['dynamic'];
  readonly filters: Context['filters'];
  readonly exchange: Exchange | undefined;
  /** Why it warned. */
  readonly warnings: string[] = [];
  /** Why it failed though its rows go on. */
  failure: AppErrorData | undefined;
  /** Runs that it invoked. */
  readonly invoked: Promise<unknown>[] = [];
  readonly #at: Working;
  #told = Number.NEGATIVE_INFINITY;

  constructor(at: Working, inputs: ParsedInputs, exchange: Exchange | undefined) {
    this.properties = inputs.properties;
    this.dynamic = inputs.dynamic;
    this.filters = inputs.filters;
    this.exchange = exchange;
    this.#at = at;
  }

  get signal(): AbortSignal {
    return this.#at.own.get();
  }

  get input(): Context['input'] {
    return this.#at.context.setup.input;
  }

  get computer(): Computer {
    const { ports, runbook } = this.#at.context;
    return { ...ports.computer(runbook.name), clock: ports.clock };
  }

  get flow(): Flow {
    const { context, planned, place, incoming } = this.#at;
    const { joined } = incoming;
    return {
      invoke: (invocation) => {
        const child = invoke(context, planned, place, invocation);
        this.invoked.push(child);
        return child;
      },
      giveBack: (row) => {
        context.lineage.returned(row);
        context.emit({ type: 'dataReturned', ...place, values: { ...row } });
      },
      joined: { name: joined?.name, rows: joined?.parents.length ?? 1 },
    };
  }

  get fail(): Context['fail'] {
    return (error) => {
      this.failure ??= error;
    };
  }

  get warn(): Context['warn'] {
    return (reason) => void this.warnings.push(reason);
  }

  get report(): Context['report'] {
    const { context, place } = this.#at;
    return (event: PlatformEvent) => void context.emit({ type: 'platformEvent', ...event, activity: place.activity, execution: place.execution });
  }

  get progress(): Context['progress'] {
    const { context, place } = this.#at;
    return (done, total, unit) => {
      const now = context.ports.clock.now();
      if (now - this.#told < progressEveryMs) return;
      this.#told = now;
      context.emit({ type: 'activityProgress', ...place, done, unit, ...(total === undefined ? {} : { total }) });
    };
  }
}
