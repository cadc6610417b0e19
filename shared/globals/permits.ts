import { holds, readNumberList } from './numberList.ts';
import { weekdays, type Occurrence, type Schedule } from './schedule.ts';
import { daysIn, wallClock, type WallClock } from './wallClock.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** The occurrences that a day is: the fourth Friday can be the last one, too. */
function occurrencesOf({ year, month, day }: WallClock): readonly Occurrence[] {
  const counted = (['First', 'Second', 'Third', 'Fourth'] as const)[Math.floor((day - 1) / 7)];
  const isLast = day + 7 > daysIn(year, month);
  return [...(counted === undefined ? [] : [counted]), ...(isLast ? ['Last' as const] : [])];
}

function dayIsPermitted(schedule: Schedule, clock: WallClock): boolean {
  const { year, month, day, weekday } = clock;
  if (schedule.daysOfMonth !== undefined) {
    const list = readNumberList(schedule.daysOfMonth, monthRules(daysIn(year, month)));
    return list.ok && (isAll(schedule.daysOfMonth) || holds(list.ranges, day));
  }
  const name = weekdays[weekday];
  if (name === undefined || !schedule.daysOfWeek.includes(name)) return false;
  return schedule.occurrence.length === 0 || occurrencesOf(clock).some((one) => schedule.occurrence.includes(one));
}

const isAll = (text: string): boolean => text.split(',').some((entry) => entry.trim().toLowerCase() === 'all');

const monthRules = (last: number): Parameters<typeof readNumberList>[1] => ({ minimum: 1, maximum: 31, words: { last, all: 1 } });

function hourIsPermitted({ hours }: Schedule, { weekday, hour }: WallClock): boolean {
  const name = weekdays[weekday];
  const text = name === undefined ? undefined : hours[name];
  if (text === undefined) return true;
  const list = readHours(text);
  return list.ok && holds(list.ranges, hour);
}

/** Reads the permitted hours of a weekday: `8-16` is from 8:00 until 16:59, `none` no hour at all. */
function readHours(text: string): ReturnType<typeof readNumberList> {
  if (text.trim().toLowerCase() === 'none') return { ok: true, ranges: [] };
  return readNumberList(text, { minimum: 0, maximum: 23 });
}

/** The permitted hours of a weekday, from 0 to 23. */
export function permittedHours(text: string | undefined): readonly number[] {
  const all = Array.from({ length: 24 }, (_, hour) => hour);
  if (text === undefined) return all;
  const list = readHours(text);
  return list.ok ? all.filter((hour) => holds(list.ranges, hour)) : [];
}

/**
 * Whether a schedule permits a moment, on the wall clock of a time zone (this computer's where none is given). Exceptions win over everything. An
 * hour that is skipped in spring never comes, and one that is repeated in autumn is judged twice, because only the wall clock counts.
 */
export function permits(schedule: Schedule, ms: number, zone?: string): boolean {
  const clock = wallClock(ms, zone);
  const date = `${clock.year}-${two(clock.month)}-${two(clock.day)}`;
  const exception = schedule.exceptions.find((one) => one.date === date);
  if (exception !== undefined) return exception.permit;
  return dayIsPermitted(schedule, clock) && hourIsPermitted(schedule, clock);
}

/** Why a schedule cannot be kept, as a sentence, or undefined. */
export function scheduleProblem(schedule: Schedule): string | undefined {
  if (schedule.daysOfMonth !== undefined) {
    const list = readNumberList(schedule.daysOfMonth, monthRules(31));
    if (!list.ok) return `Days of month: ${list.problem} "all" and "last" stand alone.`;
  } else if (schedule.daysOfWeek.length === 0 && schedule.exceptions.every((one) => !one.permit)) return 'Choose at least one day.';
  for (const [day, text] of Object.entries(schedule.hours)) {
    const list = readHours(text);
    if (!list.ok) return `Hours of ${day}: ${list.problem}`;
  }
  const bad = schedule.exceptions.find(({ date }) => !/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)));
  return bad === undefined ? undefined : `The exception ${bad.date === '' ? 'without a date' : bad.date} must be a day such as 2026-12-24.`;
}
