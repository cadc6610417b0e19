import { commonData } from '../activities/commonData.ts';
import type { AnyActivity } from '../activities/defineActivity.ts';
import type { Registry } from '../activities/registry.ts';
import { shapeOf, type ActivityShape } from '../activities/shape.ts';
import type { Connection } from '../connections/connection.ts';
import { parse, type Expression } from '../runbook/expression/parse.ts';
import { linksFrom } from '../runbook/graph.ts';
import { linkTest, type LinkRow, type LinkVerdict } from '../runbook/links.ts';
import type { Activity, Link, Runbook } from '../runbook/runbook.ts';

/** A link, ready to judge rows. */
export interface PlannedLink {
  readonly link: Link;
  readonly test: (row: LinkRow) => LinkVerdict;
}

/** An activity with everything that stays the same for all of its executions. */
export interface PlannedActivity {
  readonly key: string;
  readonly activity: Activity;
  readonly definition: AnyActivity | undefined;
  readonly connection: Connection | undefined;
  readonly shape: ActivityShape;
  readonly links: readonly PlannedLink[];
  /** The parsed text of a property or filter. */
  expression(text: string): Expression;
}

/** A runbook prepared for a run. */
export type Plan = ReadonlyMap<string, PlannedActivity>;

const noShape: ActivityShape = { properties: {}, filters: {}, publishes: {} };

/** Prepares a runbook: looks up definitions and configurations, and reads expressions and links once for all rows. */
export function planOf(runbook: Runbook, registry: Registry, connectionOf: (key: string) => Connection | undefined): Plan {
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
    const shape = definition === undefined ? noShape : shapeOf(definition, activity, connection);
    const fields = [...Object.values(commonData), ...Object.values(shape.publishes)];
    const kinds = new Map(fields.map((field) => [field.label, field.kind]));
    const links = linksFrom(runbook, key).filter((link) => Object.hasOwn(runbook.activities, link.to));
    const tests = links.map((link) => ({ link, test: linkTest(link, (label) => kinds.get(label)) }));
    return [key, { key, activity, definition, connection, shape, links: tests, expression }];
  });
  return new Map(planned);
}
