import { wallClock } from './wallClock.ts';

const minute = 60_000;
/** Clocks are put forward and back at whole quarters of an hour; within one the wall clock runs like any other. */
const quarter = 15 * minute;
/** Every wall clock shows every time of day within two days, but for one that spring skips: then the day after. */
const farthest = 4 * 24 * 60 * minute;

/** The first whole minute after a moment at which the wall clock shows what is wanted. `zone` is this computer's where none is given. */
function nextMinute(after: number, wanted: (hour: number, minute: number) => boolean, zone: string | undefined): number {
  const first = Math.floor(after / minute) * minute + minute;
  for (let start = Math.floor(first / quarter) * quarter; start < first + farthest; start += quarter) {
    const clock = wallClock(start, zone);
    for (let step = 0; step < 15; step += 1) {
      const at = start + step * minute;
      if (at >= first && wanted(clock.hour, (clock.minute + step) % 60)) return at;
    }
  }
  return first + farthest;
}

/** The next moment at which the wall clock shows a time of day. A time that spring skips does not come that day; one that autumn repeats comes twice. */
export function nextAtTime(after: number, { hour, minute: wanted }: { readonly hour: number; readonly minute: number }, zone?: string): number {
  return nextMinute(after, (one, other) => one === hour && other === wanted, zone);
}

/** The next moment at which the minutes of the wall clock are wanted ones. */
export function nextAtMinute(after: number, wanted: (minute: number) => boolean, zone?: string): number {
  return nextMinute(after, (_hour, other) => wanted(other), zone);
}
