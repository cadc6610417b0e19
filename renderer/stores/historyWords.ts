import type { RunSummary } from '../../shared/history/runSummary.ts';
import { dayBefore, dayOf } from './historyFilter.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The local time of day without milliseconds: "14:02:11". */
function clockText(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** When a run began, for a person: "Today 14:02:11", "Yesterday 09:00:00", "23 Nov 2026 14:02:11". */
export function whenText(iso: string, now: number): string {
  const date = new Date(iso);
  const day = dayOf(iso);
  if (day === dayOf(now)) return `Today ${clockText(date)}`;
  if (day === dayBefore(now, 1)) return `Yesterday ${clockText(date)}`;
  return `${date.getDate()} ${months[date.getMonth()] ?? ''} ${date.getFullYear()} ${clockText(date)}`;
}

/** A day of the strip in full: "Monday, 23 Nov". */
export function dayText(day: string): string {
  const date = new Date(`${day}T12:00:00`);
  return `${weekdays[date.getDay()] ?? ''}, ${date.getDate()} ${months[date.getMonth()] ?? ''}`;
}

/** A run as the title of its tab: "Triage 14:02:11". */
export const runTitle = ({ runbook, startedAt }: Pick<RunSummary, 'runbook' | 'startedAt'>): string => `${runbook} ${clockText(new Date(startedAt))}`;

/** A place in a run as a stop watch shows it: "1:04.250". */
export function watchText(ms: number): string {
  const whole = Math.floor(ms / 1000);
  return `${Math.floor(whole / 60)}:${two(whole % 60)}.${String(Math.floor(ms % 1000)).padStart(3, '0')}`;
}
