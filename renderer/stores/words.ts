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

/** A duration for a person: "84 ms", "1.2 s", "2 min 05 s". */
export function seconds(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const whole = Math.round(milliseconds / 1000);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** A size for a person: "812 B", "2.1 KB", "3.4 MB". */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The local time of day of an ISO time stamp, with milliseconds. */
export function timeOfDay(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
