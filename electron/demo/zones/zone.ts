import { EwsError } from '../soap/ewsError.ts';
import { windowsZones } from './windowsZones.ts';

/** A time zone. `wall` is what its clocks show, written as if it were UTC; all times are milliseconds. */
export interface Zone {
  /** Windows' name, such as `W. Europe Standard Time`. */
  readonly id: string;
  /** Name for people, with the offset of standard time. */
  readonly name: string;
  /** What the clocks are ahead of UTC at a moment, in milliseconds. */
  offset(utc: number): number;
  toWall(utc: number): number;
  /** A wall time that the clocks skip is read as one hour later, one that they show twice as the first. */
  toUtc(wall: number): number;
}

const day = 86_400_000;
/** All changes of clocks fall on a multiple of this. */
const quarter = 900_000;

function offsets(place: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: place,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const known = new Map<number, number>();
  return (utc) => {
    const slot = Math.floor(utc / quarter) * quarter;
    const found = known.get(slot);
    if (found !== undefined) return found;
    const parts = new Map(format.formatToParts(slot).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    known.set(slot, wall - slot);
    return wall - slot;
  };
}

/** An offset as people write it: `+01:00`. */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The smaller of the offsets of winter and summer: what Windows counts as standard time. */
export function standardOffset(zone: Pick<Zone, 'offset'>, year: number): number {
  return Math.min(zone.offset(Date.UTC(year, 0, 1)), zone.offset(Date.UTC(year, 6, 1)));
}

function zoneOf(id: string, place: string): Zone {
  const offset = offsets(place);
  const standard = standardOffset({ offset }, 2026);
  const label = id === 'UTC' ? 'Coordinated Universal Time' : id.replace(' Standard Time', '');
  return {
    id,
    name: standard === 0 ? `(UTC) ${label}` : `(UTC${offsetText(standard)}) ${label}`,
    offset,
    toWall: (utc) => utc + offset(utc),
    toUtc(wall) {
      const [before, after] = [offset(wall - day), offset(wall + day)];
      return [before, after].map((one) => ({ one, utc: wall - one })).find(({ one, utc }) => offset(utc) === one)?.utc ?? wall - before;
    },
  };
}

const made = new Map<string, Zone>();

/** The zone of a Windows name, whatever its case. Throws EwsError for a name that Windows does not have. */
export function zoneNamed(id: string): Zone {
  const known = made.get(id);
  if (known !== undefined) return known;
  const [name, place] = [...windowsZones].find(([one]) => one.toLowerCase() === id.toLowerCase()) ?? [];
  if (name === undefined || place === undefined) throw new EwsError('ErrorTimeZone', `The time zone "${id}" is not known.`);
  const zone = zoneOf(name, place);
  made.set(id, zone);
  return zone;
}

/** Coordinated universal time. */
export const utc = zoneNamed('UTC');
