import { z } from 'zod';
import { filterOperators, type FilterOperator } from '../fields/operators.ts';
import { WrittenText } from '../fields/writtenText.ts';

export const Parameter = z.object({
  name: z.string(),
  type: z.enum(['String', 'Integer', 'Boolean', 'DateTime']).default('String'),
  description: z.string().optional(),
  default: WrittenText.optional(),
});

/** A property's design value: text with placeholders and functions, or a list of declarations. */
export const PropertyValue = z.union([WrittenText, z.array(Parameter)]);
export type PropertyValue = z.infer<typeof PropertyValue>;

/** A filter row: field by its label, value as text with placeholders. */
export const FilterRow = z.object({
  field: z.string(),
  operator: z.custom<FilterOperator>((value) => typeof value === 'string' && Object.hasOwn(filterOperators, value), 'unknown operator'),
  value: WrittenText.default(''),
});
export type FilterRow = z.infer<typeof FilterRow>;

/** How rows of one execution are joined into one (exchange-activities 3.1). */
export const Flatten = z.discriminatedUnion('by', [
  z.object({ by: z.literal('lineBreaks') }),
  z.object({ by: z.literal('csv') }),
  z.object({ by: z.literal('text'), text: z.string().default(',') }),
]);
export type Flatten = z.infer<typeof Flatten>;

export const activityStatuses = ['success', 'warning', 'failed'] as const;
export const ActivityStatus = z.enum(activityStatuses);
export const isActivityStatus = (word: string): word is ActivityStatus => activityStatuses.some((status) => status === word);
export type ActivityStatus = z.infer<typeof ActivityStatus>;

/** Operators of link and loop conditions (runbook-model 1.5). Text is compared without regard to case. */
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

const StatusCondition = z.object({ status: z.union([ActivityStatus.transform((one) => [one]), z.array(ActivityStatus)]) });
const ItemCondition = z.object({
  field: z.string(),
  operator: z.custom<ConditionOperator>((value) => typeof value === 'string' && Object.hasOwn(conditionOperators, value), 'unknown operator'),
  value: WrittenText.default(''),
  /** Upper end, for `isBetween`. */
  and: WrittenText.optional(),
});

/** The activity's status is one of these, or one of its items compares with a value. */
export const SingleCondition = z.union([StatusCondition, ItemCondition]);
export type SingleCondition = z.infer<typeof SingleCondition>;

/** One row of Include, Exclude, Exit or Do Not Exit. Rows are joined by or; `all` is one row whose parts must hold together. */
export const LinkCondition = z.union([StatusCondition, ItemCondition, z.object({ all: z.array(SingleCondition) })]);
export type LinkCondition = z.infer<typeof LinkCondition>;

/**
 * Repeats an activity with the same row until an exit row holds and no do-not-exit row does (runbook-model 1.7). Without exit
 * rows success ends it. The caps end it whatever the rows say; a loop without them goes on until its rows or Stop end it.
 */
export const Loop = z.object({
  delaySeconds: z.number().min(0).default(0),
  exit: z.array(LinkCondition).default([]),
  doNotExit: z.array(LinkCondition).default([]),
  maximumAttempts: z.number().int().min(1).optional(),
  maximumSeconds: z.number().min(1).optional(),
  disabled: z.boolean().default(false),
});
export type Loop = z.infer<typeof Loop>;

/** When a platform event reports an activity or a runbook: it runs for longer than this, or it fails (runbook-model 1.8 and 1.9). */
export const Report = z.object({ longerThanSeconds: z.number().min(0).optional(), failure: z.boolean().default(false) });
export type Report = z.infer<typeof Report>;

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
  loop: Loop.optional(),
  flatten: Flatten.optional(),
  report: Report.optional(),
});
export type Activity = z.infer<typeof Activity>;

/** A link. Without include rows it passes on success; exclude rows win. */
export const Link = z.object({
  from: z.string(),
  to: z.string(),
  label: z.string().optional(),
  include: z.array(LinkCondition).default([]),
  exclude: z.array(LinkCondition).default([]),
  delaySeconds: z.number().min(0).default(0),
  color: z.string().optional(),
  /** Width of the line in pixels. */
  width: z.number().optional(),
  disabled: z.boolean().default(false),
});
export type Link = z.infer<typeof Link>;

/** Text on the canvas; places and sizes in whole pixels. */
export const Note = z.object({
  text: z.string(),
  at: z.tuple([z.number(), z.number()]),
  size: z.tuple([z.number(), z.number()]),
  color: z.string().optional(),
});
export type Note = z.infer<typeof Note>;

/** Activities that are drawn and moved together. */
export const Group = z.object({ name: z.string(), activities: z.array(z.string()), color: z.string().optional() });
export type Group = z.infer<typeof Group>;

/** An item that a runbook hands back to whoever invoked it (runbook-model 1.9); Return Data fills it in. */
export const ReturnedItem = Parameter.omit({ default: true });
export type ReturnedItem = z.infer<typeof ReturnedItem>;

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
  /** Runs at the same time; one that starts with a monitor has one, whatever it says. */
  concurrency: z.number().int().min(1).default(1),
  /** Name of the schedule outside of which the runbook does not start. */
  schedule: z.string().optional(),
  returns: z.array(ReturnedItem).default([]),
  report: Report.optional(),
  activities: z.record(z.string(), Activity).default({}),
  links: z.array(Link).default([]),
  groups: z.record(z.string(), Group).default({}),
  notes: z.record(z.string(), Note).default({}),
  layout: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
});
export type Runbook = z.infer<typeof Runbook>;
