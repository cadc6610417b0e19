import { z } from 'zod';

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const Weekday = z.enum(weekdays);
export type Weekday = z.infer<typeof Weekday>;

/** Which one of its kind in a month a weekday is. */
export const occurrences = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;
export const Occurrence = z.enum(occurrences);
export type Occurrence = z.infer<typeof Occurrence>;

/** A date on which a schedule permits everything or nothing, whatever the rest says. */
export const ScheduleException = z.object({ date: z.string(), permit: z.boolean() });
export type ScheduleException = z.infer<typeof ScheduleException>;

/**
 * A schedule as its file holds it (learn.microsoft.com/system-center/orchestrator/control-runbook-activities): days, hours of those days, and
 * exceptions. Days of the month win over days of the week where both are written.
 */
export const Schedule = z.object({
  description: z.string().optional(),
  folder: z.string().optional(),
  daysOfWeek: z.array(Weekday).default([...weekdays]),
  /** Only these occurrences of the weekdays in a month; empty for every one. */
  occurrence: z.array(Occurrence).default([]),
  /** A list such as `1,3`, `5-31`, `all` or `last`. */
  daysOfMonth: z.union([z.string(), z.number().transform(String)]).optional(),
  /** Permitted hours by weekday, such as `8-16,20` or `none`; a weekday that is missing is permitted all day. */
  hours: z.partialRecord(Weekday, z.union([z.string(), z.number().transform(String)])).default({}),
  exceptions: z.array(ScheduleException).default([]),
});
export type Schedule = z.infer<typeof Schedule>;

export const schedulesFormatVersion = 1;

/** `schedules.yaml`: schedules by name. */
export const SchedulesFile = z.object({
  formatVersion: z.number().int().default(schedulesFormatVersion),
  schedules: z.record(z.string(), Schedule).default({}),
});
export type SchedulesFile = z.infer<typeof SchedulesFile>;
