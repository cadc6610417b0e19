import { z } from 'zod';

/** A counter as its file holds it. Its current value belongs to a runbook on a computer and is not in the file. */
export const Counter = z.object({
  default: z.number().int().default(0),
  description: z.string().optional(),
  folder: z.string().optional(),
});
export type Counter = z.infer<typeof Counter>;

export const countersFormatVersion = 1;

/** `counters.yaml`: counters by name. */
export const CountersFile = z.object({
  formatVersion: z.number().int().default(countersFormatVersion),
  counters: z.record(z.string(), Counter).default({}),
});
export type CountersFile = z.infer<typeof CountersFile>;

/** What Modify Counter can do (runbook-model 1.11). */
export const counterActions = ['Increment', 'Decrement', 'Set', 'Reset'] as const;

/** A change of a counter. `value` is what is added, taken away or set; Reset goes back to the default and ignores it. */
export const CounterChange = z.object({ action: z.enum(counterActions), value: z.number().int() });
export type CounterChange = z.infer<typeof CounterChange>;

/** The value after a change. */
export function changedCounter(counter: Pick<Counter, 'default'>, before: number, { action, value }: CounterChange): number {
  if (action === 'Increment') return before + value;
  if (action === 'Decrement') return before - value;
  return action === 'Set' ? value : counter.default;
}
