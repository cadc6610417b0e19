import { z } from 'zod';
import { filterOperators, type FilterOperator } from '../fields/operators.ts';

/** A value as a file says it: YAML's own booleans and numbers are taken as their text. */
const PropertyText = z.union([z.string(), z.boolean().transform((value) => (value ? 'True' : 'False')), z.number().transform(String)]);

export const Parameter = z.object({
  name: z.string(),
  type: z.enum(['String', 'Integer', 'Boolean', 'DateTime']).default('String'),
  description: z.string().optional(),
  default: PropertyText.optional(),
});

/** A property's design value: text with placeholders and functions, or a list of declarations. */
export const PropertyValue = z.union([PropertyText, z.array(Parameter)]);
export type PropertyValue = z.infer<typeof PropertyValue>;

/** A filter row: field by its label, value as text with placeholders. */
export const FilterRow = z.object({
  field: z.string(),
  operator: z.custom<FilterOperator>((value) => typeof value === 'string' && Object.hasOwn(filterOperators, value), 'unknown operator'),
  value: PropertyText.default(''),
});
export type FilterRow = z.infer<typeof FilterRow>;

/** How rows of one execution are joined into one (exchange-activities 3.1). */
export const Flatten = z.discriminatedUnion('by', [
  z.object({ by: z.literal('lineBreaks') }),
  z.object({ by: z.literal('csv') }),
  z.object({ by: z.literal('text'), text: z.string().default(',') }),
]);
export type Flatten = z.infer<typeof Flatten>;

/** An activity of a runbook. Its key, not its name, is what references point to. */
export const Activity = z.object({
  type: z.string(),
  version: z.number().int().default(1),
  name: z.string(),
  description: z.string().optional(),
  disabled: z.boolean().default(false),
  connection: z.string().optional(),
  properties: z.record(z.string(), PropertyValue).default({}),
  filters: z.array(FilterRow).default([]),
  flatten: Flatten.optional(),
});
export type Activity = z.infer<typeof Activity>;

export const activityStatuses = ['success', 'warning', 'failed'] as const;
export const ActivityStatus = z.enum(activityStatuses);
export type ActivityStatus = z.infer<typeof ActivityStatus>;

/** Operators of link conditions (runbook-model 1.5). Text is compared without regard to case. */
export const conditionOperators = {
  equals: 'equals',
  doesNotEqual: 'does not equal',
  contains: 'contains',
  doesNotContain: 'does not contain',
  startsWith: 'starts with',
  endsWith: 'ends with',
  matchesPattern: 'matches pattern',
  doesNotMatchPattern: 'does not match pattern',
  isLessThan: 'is less than',
  isLessThanOrEqualTo: 'is less than or equal to',
  isGreaterThan: 'is greater than',
  isGreaterThanOrEqualTo: 'is greater than or equal to',
  isBetween: 'is between',
} as const;
export type ConditionOperator = keyof typeof conditionOperators;

/** One row of Include or Exclude: the source's status is one of these, or one of its items compares with a value. */
export const LinkCondition = z.union([
  z.object({ status: z.union([ActivityStatus.transform((one) => [one]), z.array(ActivityStatus)]) }),
  z.object({
    field: z.string(),
    operator: z.custom<ConditionOperator>((value) => typeof value === 'string' && Object.hasOwn(conditionOperators, value), 'unknown operator'),
    value: PropertyText.default(''),
    /** Upper end, for `isBetween`. */
    and: PropertyText.optional(),
  }),
]);
export type LinkCondition = z.infer<typeof LinkCondition>;

/** A link. Without include rows it passes on success; exclude rows win. */
export const Link = z.object({
  from: z.string(),
  to: z.string(),
  label: z.string().optional(),
  include: z.array(LinkCondition).default([]),
  exclude: z.array(LinkCondition).default([]),
  delaySeconds: z.number().min(0).default(0),
  color: z.string().optional(),
  disabled: z.boolean().default(false),
});
export type Link = z.infer<typeof Link>;

/** In which order rows go through a runbook (decisions 9). */
export const rowOrders = ['activity by activity', 'item by item'] as const;

/** The current version of the file format; `workspace/migrations` bring older files here. */
export const runbookFormatVersion = 1;

/** A runbook as its file holds it. `layout` is [x, y] in whole pixels on an 8-pixel grid, by activity key. */
export const Runbook = z.object({
  formatVersion: z.number().int().default(runbookFormatVersion),
  name: z.string(),
  description: z.string().optional(),
  order: z.enum(rowOrders).default('activity by activity'),
  activities: z.record(z.string(), Activity).default({}),
  links: z.array(Link).default([]),
  layout: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
});
export type Runbook = z.infer<typeof Runbook>;
