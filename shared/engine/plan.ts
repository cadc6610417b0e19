import { commonData } from '../activities/commonData.ts';
import type { AnyActivity } from '../activities/defineActivity.ts';
import type { Registry } from '../activities/registry.ts';
import { shapeOf, type ActivityShape, type Surroundings } from '../activities/shape.ts';
import type { Connection } from '../connections/connection.ts';
import type { Field, FieldKind } from '../fields/field.ts';
import { parse, type Expression } from '../runbook/expression/parse.ts';
import { linksFrom } from '../runbook/graph.ts';
import type { TestedRow } from '../runbook/conditionTest.ts';
import { linkTest, type LinkVerdict } from '../runbook/links.ts';
import { loopTest, type LoopVerdict } from '../runbook/loops.ts';
import type { Activity, Link, Loop, Runbook } from '../runbook/runbook.ts';

/** A link, ready to judge rows. */
export interface PlannedLink {
  readonly link: Link;
  readonly test: (row: TestedRow) => LinkVerdict;
}

/** A loop, ready to judge attempts by the rows they published. */
export interface PlannedLoop {
  readonly settings: Loop;
  readonly test: (rows: readonly TestedRow[]) => LoopVerdict;
}

/** An activity with everything that stays the same for all of its executions. */
export interface PlannedActivity {
  readonly key: string;
  readonly activity: Activity;
  readonly definition: AnyActivity | undefined;
  readonly connection: Connection | undefined;
  readonly shape: ActivityShape;
  /** The properties and published items of the shape, listed once and not for every row. */
  readonly fields: readonly (readonly [string, Field])[];
  readonly published: readonly (readonly [string, Field])[];
  readonly links: readonly PlannedLink[];
  /** Missing where looping is off. */
  readonly loop?: PlannedLoop;
  /** A junction that is not disabled. */
  readonly joins: boolean;
  /** The parsed text of a property or filter. */
  expression(text: string): Expression;
}

/** The title of an activity's type, or the type itself where this version does not have it. */
export const typeNameOf = ({ definition, activity }: PlannedActivity): string => definition?.title ?? activity.type;

/** A runbook prepared for a run. */
export type Plan = ReadonlyMap<string, PlannedActivity>;

const noShape: ActivityShape = { properties: {}, filters: {}, publishes: {} };

/** Prepares a runbook: looks up definitions, configurations and runbooks, and reads expressions, links and loops once for all rows. */
export function planOf(runbook: Runbook, registry: Registry, connectionOf: (key: string) => Connection | undefined, around: Surroundings): Plan {
  const keys = Object.keys(runbook.activities);
  const parsed = new Map<string, Expression>();
  const expression = (text: string): Expression => {
    const known = parsed.get(text) ?? parse(text, keys);
    parsed.set(text, known);
    return known;
  };
  const planned = Object.entries(runbook.activities).map(([key, activity]): [string, PlannedActivity] => {
    const definition = registry.get(activity.type);
    const connection = activity.connection === undefined ? undefined : connectionOf(activity.connection);
    const shape = definition === undefined ? noShape : shapeOf(definition, activity, connection, around);
    const fields = [...Object.values(commonData), ...Object.values(shape.publishes)];
    const kinds = new Map(fields.map((field) => [field.label, field.kind]));
    const links = linksFrom(runbook, key).filter((link) => Object.hasOwn(runbook.activities, link.to));
    const kindOf = (label: string): FieldKind | undefined => kinds.get(label);
    const tests = links.map((link) => ({ link, test: linkTest(link, kindOf) }));
    const joins = definition?.joins === true && !activity.disabled;
    const loops = activity.loop !== undefined && !activity.loop.disabled && !joins ? { loop: { settings: activity.loop, test: loopTest(activity.loop, kindOf) } } : {};
    return [key, { key, activity, definition, connection, shape, fields: Object.entries(shape.properties), published: Object.entries(shape.publishes), links: tests, ...loops, joins, expression }];
  });
  return new Map(planned);
}
