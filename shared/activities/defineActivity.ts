import type { Exchange, Filter, ItemValues } from '../exchange/port.ts';
import type { Fields, FieldValue, ParameterDeclaration, Values } from '../fields/field.ts';
import type { AppErrorData } from '../errors/appError.ts';
import type { ItemType } from '../items/itemType.ts';
import type { Flow } from './flow.ts';
import type { Computer, PlatformEvent } from './computer.ts';

/** Which configuration an activity works with: none, either type, or only one that names an item type. */
export type ConnectionNeed = 'none' | 'basic' | 'itemActivity' | 'either';

/**
 * What running an activity does to the mailbox, or to files of the computer where it works without one; the designer and the tester warn by it. What a
 * runbook keeps for itself, such as the value of a counter, is neither.
 */
export type Effect = 'none' | 'reads' | 'changes' | 'sends' | 'deletes';

/** What a runbook takes and gives, as activities that invoke it see it. */
export interface RunbookInterface {
  readonly parameters: readonly ParameterDeclaration[];
  readonly returns: readonly ParameterDeclaration[];
}

/** What the shape of an activity can depend on: its configuration's item type, its own declarations, and runbooks. */
export interface Design {
  readonly itemType: ItemType | undefined;
  readonly declarations: Readonly<Record<string, readonly ParameterDeclaration[]>>;
  /** What the activity's own runbook hands back. */
  readonly returns: readonly ParameterDeclaration[];
  /** The runbook that a property of the kind `runbook` names, where it is known. */
  readonly target: RunbookInterface | undefined;
}

/** Fields that a design adds to the fixed ones of the definition. */
export interface DynamicShape {
  readonly properties?: Fields;
  readonly filters?: Fields;
  readonly publishes?: Fields;
}

/** One row of published data: the definition's own items, and the dynamic ones by field key. */
export interface Row<U extends Fields> {
  readonly own: Values<U>;
  readonly dynamic?: Readonly<Record<string, FieldValue>>;
}

/** What a handler is given. It sees values, never placeholders, and a mailbox, never a connection's secret. */
export interface ActivityContext<P extends Fields, C extends ConnectionNeed> {
  readonly properties: Values<P>;
  /** Values of properties that the design added, by field key. */
  readonly dynamic: Readonly<Record<string, FieldValue | undefined>>;
  readonly filters: readonly Filter[];
  readonly exchange: C extends 'none' ? undefined : Exchange;
  /** Values given to the run when it was started, by parameter name. */
  readonly input: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Other runbooks, and the branches that a junction joins. */
  readonly flow: Flow;
  /** Ends the execution with status failed, but lets the rows that were yielded go on. */
  readonly fail: (error: AppErrorData) => void;
  /** Files, chance, time, counters, schedules and XML of the computer that runs the runbook. */
  readonly computer: Computer;
  /** Adds an entry to the Events tab. */
  readonly report: (event: PlatformEvent) => void;
  /** Ends the execution with status warning instead of success; `reason` is a sentence. */
  readonly warn: (reason: string) => void;
  /** Reports progress: a count that is done, of a total where it is known, and what is counted. */
  readonly progress: (done: number, total: number | undefined, unit: string) => void;
}

/**
 * An activity: everything the palette, forms, picker, documentation, problems and the engine need, in one object.
 * The handler yields published rows; throwing AppError ends the execution as failed. One that waits for nothing is a plain generator, which costs
 * a run of many rows far less.
 */
export interface ActivityDefinition<P extends Fields = Fields, U extends Fields = Fields, C extends ConnectionNeed = ConnectionNeed> {
  readonly type: string;
  readonly version: number;
  readonly title: string;
  readonly category: string;
  /** Name of an icon in `renderer/ui/activityIcon.tsx`. */
  readonly icon: string;
  readonly summary: string;
  readonly reference?: string;
  readonly connection: C;
  readonly properties: P;
  readonly publishes: U;
  readonly effect: Effect;
  /** A monitor: starts runbooks and cannot be linked into. */
  readonly starts?: boolean;
  /** A junction: runs once, when every branch that leads to it has ended (runbook-model 1.6). */
  readonly joins?: boolean;
  readonly dynamic?: (design: Design) => DynamicShape;
  /**
   * For an activity with filters: the items that they let through now, up to a maximum, read and nothing else. The Filters tab counts them.
   */
  matches?(context: Pick<ActivityContext<NoInfer<P>, C>, 'properties' | 'filters' | 'signal'> & { readonly exchange: Exchange }, maximum: number): AsyncIterable<ItemValues>;
  run(context: ActivityContext<P, C>): AsyncIterable<Row<U>> | Iterable<Row<U>>;
}

/** What the registry holds: a definition whose handler takes values that were checked against its own fields. */
export type AnyActivity = Omit<ActivityDefinition, 'run' | 'matches'> & {
  matches?(context: Pick<ActivityContext<Fields, ConnectionNeed>, 'properties' | 'filters' | 'signal'> & { readonly exchange: Exchange }, maximum: number): AsyncIterable<ItemValues>;
  run(context: ActivityContext<Fields, ConnectionNeed>): AsyncIterable<Row<Fields>> | Iterable<Row<Fields>>;
};

/** Checks a definition and infers the types of its handler's values. */
export function defineActivity<const P extends Fields, const U extends Fields, const C extends ConnectionNeed>(definition: ActivityDefinition<P, U, C>): ActivityDefinition<P, U, C> {
  return definition;
}
