import { z } from 'zod';
import { errorDataOf } from '../errors/appError.ts';
import { comparer } from '../runbook/condition.ts';
import { conditionOperators, type ConditionOperator } from '../runbook/runbook.ts';
import type { Step } from './ports.ts';

/** What a breakpoint looks at: the number of the row that the activity would work on, or a text with placeholders and functions. */
const Subject = z.discriminatedUnion('of', [z.object({ of: z.literal('item') }), z.object({ of: z.literal('text'), text: z.string() })]);

/** When a breakpoint holds: its subject compares with a value as in the condition of a link. The values may hold placeholders too. */
export const BreakpointCondition = z.object({
  subject: Subject,
  operator: z.custom<ConditionOperator>((value) => typeof value === 'string' && Object.hasOwn(conditionOperators, value), 'unknown operator'),
  value: z.string(),
  /** Upper end, for `isBetween`. */
  and: z.string().optional(),
});
export type BreakpointCondition = z.infer<typeof BreakpointCondition>;

/** Where a run pauses: before every execution of the activity, or before those that meet the condition. */
export const Breakpoint = z.object({ activity: z.string(), condition: BreakpointCondition.optional() });
export type Breakpoint = z.infer<typeof Breakpoint>;

/** A breakpoint with the key of its runbook, where that is not the tested one but one that is invoked. */
export const PlacedBreakpoint = Breakpoint.extend({ runbook: z.string().optional() });
export type PlacedBreakpoint = z.infer<typeof PlacedBreakpoint>;

/** Whether a breakpoint holds an execution back; `detail` says by which value. */
export interface BreakpointVerdict {
  readonly holds: boolean;
  readonly detail?: string;
}

/** Judges a breakpoint. A condition that cannot be worked out holds the run back and says why: passing over it would hide the mistake. */
export function judgeBreakpoint({ condition }: Breakpoint, step: Step): BreakpointVerdict {
  if (condition === undefined) return { holds: true };
  const { subject, operator, value, and } = condition;
  try {
    const actual = subject.of === 'item' ? { value: String(step.item), kind: 'integer' as const, secret: false } : step.worked(subject.text);
    const wanted = step.worked(value);
    const upper = and === undefined ? undefined : step.worked(and);
    const label = subject.of === 'item' ? 'Item' : 'The text';
    const { holds, warning } = comparer(label, operator, wanted.value, upper?.value, actual.kind)(actual.value);
    // A condition on a secret says nothing of its values.
    if ([actual, wanted, upper].some((text) => text?.secret === true)) return { holds: holds || warning !== undefined };
    if (warning !== undefined) return { holds: true, detail: warning };
    const upTo = operator === 'isBetween' ? ` and "${upper?.value ?? ''}"` : '';
    return { holds, detail: `"${actual.value}" ${conditionOperators[operator]} "${wanted.value}"${upTo}` };
  } catch (thrown) {
    return { holds: true, detail: `Its condition cannot be worked out: ${errorDataOf(thrown, 'working out a breakpoint').what}` };
  }
}
