import { AppError } from '../errors/appError.ts';
import { boolean, choice, integer, text } from '../fields/field.ts';
import { nextAtMinute, nextAtTime } from '../globals/nextTime.ts';
import type { Clock } from './computer.ts';
import { defineActivity } from './defineActivity.ts';

const slices = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30];

const at = { when: { field: 'mode', is: 'At' } } as const;
const every = { when: { field: 'mode', is: 'Every' } } as const;
const everySeconds = { when: { field: 'mode', is: 'Every n seconds' } } as const;

/** A moment at which the runbook starts. */
const row = (ms: number): { readonly own: { readonly time: string } } => ({ own: { time: new Date(ms).toISOString() } });

/** Yields whenever `next` says so. */
async function* moments(first: number, next: (after: number) => number, clock: Clock, signal: AbortSignal): AsyncGenerator<number> {
  for (let due = first; ; due = next(Math.max(due, clock.now()))) {
    await clock.sleep(Math.max(0, due - clock.now()), signal);
    yield due;
  }
}

/** Reads a time of day such as 7:05. Throws AppError `activity.timeOfDay`. */
function timeOfDay(value: string): { readonly hour: number; readonly minute: number } {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(value) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) throw new AppError('activity.timeOfDay', { value });
  return { hour: Number(hour), minute: Number(minute) };
}

/**
 * Starts the runbook at a time of day or again and again, on the clock of this computer. A time inside the hour that spring skips does not come, and
 * one inside the hour that autumn repeats comes twice (runbook-model 1.11).
 */
export const monitorDateTime = defineActivity({
  type: 'scheduling.monitorDateTime',
  version: 1,
  title: 'Monitor Date/Time',
  category: 'Scheduling',
  icon: 'monitorDateTime',
  summary: 'Starts the runbook at a time of day, or again and again.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/monitor-date-time',
  connection: 'none',
  effect: 'none',
  starts: true,
  properties: {
    mode: choice({ label: 'Start', required: true, options: ['At', 'Every', 'Every n seconds'], default: 'At', help: 'Once a day at a time, or again and again.' }),
    time: text({ ...at, label: 'Time', required: true, default: '08:00', placeholder: '08:00', help: 'Time of day, every day.' }),
    days: integer({ ...every, label: 'Days', minimum: 0, maximum: 48, default: '0', help: 'Days between two starts.' }),
    hours: integer({ ...every, label: 'Hours', minimum: 0, maximum: 23, default: '0', help: 'Hours between two starts, in addition to the days.' }),
    minutes: integer({ ...every, label: 'Minutes', minimum: 0, maximum: 59, default: '15', help: 'Minutes between two starts, in addition to days and hours.' }),
    align: choice({
      ...every,
      label: 'Begin',
      required: true,
      options: ['From now on', 'At minutes past the hour', 'At time slices within the hour'],
      default: 'From now on',
      help: 'When the first start is. Time slices cut the hour into parts of the given minutes: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30.',
    }),
    pastHour: integer({ label: 'Minutes Past the Hour', when: { field: 'align', is: 'At minutes past the hour' }, minimum: 0, maximum: 59, default: '0', help: 'Minute of the hour of the first start.' }),
    immediately: boolean({ ...every, label: 'Trigger Immediately', required: true, default: 'False', help: 'Whether there is a start right away, before the others.' }),
    seconds: integer({ ...everySeconds, label: 'Seconds', required: true, minimum: 5, maximum: 300, default: '60', help: 'Seconds between two starts.' }),
  },
  publishes: {
    time: text({ label: 'Start time', required: true, help: 'Moment for which the runbook was started, in UTC.' }),
  },
  async *run({ properties, computer: { clock, watching }, signal }) {
    const { mode, time, days = 0, hours = 0, minutes = 0, align, pastHour = 0, immediately, seconds } = properties;
    const now = clock.now();
    if (mode === 'At') {
      const wanted = timeOfDay(time);
      const next = (after: number): number => nextAtTime(after, wanted);
      for await (const due of moments(next(now), next, clock, signal)) yield row(due);
      return;
    }
    if (mode === 'Every n seconds') {
      for await (const due of moments(now + seconds * 1000, (after) => after + seconds * 1000, clock, signal)) yield row(due);
      return;
    }
    const interval = ((days * 24 + hours) * 60 + minutes) * 60_000;
    if (interval === 0) throw new AppError('activity.noInterval');
    if (immediately && !watching) yield row(now);
    const isSliced = align === 'At time slices within the hour';
    if (isSliced && (days > 0 || hours > 0 || !slices.includes(minutes))) throw new AppError('activity.timeSlices', { slices: slices.join(', ') });
    const sliced = (after: number): number => nextAtMinute(after, (minute) => minute % minutes === 0);
    const first = isSliced ? sliced(now) : align === 'From now on' ? now + interval : nextAtMinute(now, (minute) => minute === pastHour);
    for await (const due of moments(first, isSliced ? sliced : (after) => after + interval, clock, signal)) yield row(due);
  },
});
