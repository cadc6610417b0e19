import type { Effect } from '../../shared/activities/defineActivity.ts';
import type { ExecutionState } from '../../shared/engine/activityView.ts';

/** The word beside each state's shape. */
export const stateWords: Readonly<Record<ExecutionState, string>> = {
  queued: 'Waiting',
  running: 'Running',
  paused: 'Paused',
  success: 'Success',
  warning: 'Warning',
  failed: 'Failed',
  cancelled: 'Cancelled',
  skipped: 'Skipped',
};

/** What an activity does to the mailbox, in words; nothing for those that do nothing to one. */
export const effectWords: Readonly<Record<Effect, string>> = {
  none: '',
  reads: 'reads items',
  changes: 'changes items',
  sends: 'sends mail',
  deletes: 'deletes items',
};

/** A number with its noun: "1 problem", "1,204 rows". */
export const count = (number: number, noun: string, plural = `${noun}s`): string => `${number.toLocaleString('en-US')} ${number === 1 ? noun : plural}`;

/** The local time of day of an ISO time stamp, with milliseconds. */
export function timeOfDay(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
