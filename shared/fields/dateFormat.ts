/** A date and time as a clock on the wall shows it, kept in the UTC members of a date. */
export type WallTime = Date;

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const two = (value: number): string => String(value).padStart(2, '0');
const short = (name: string | undefined): string => (name ?? '').slice(0, 3);
const half = (time: WallTime): number => time.getUTCHours() % 12 || 12;

/** What each code of an output format writes (runbook-model 1.11). */
const writers: Readonly<Record<string, (time: WallTime) => string>> = {
  yyyy: (time) => String(time.getUTCFullYear()).padStart(4, '0'),
  yy: (time) => two(time.getUTCFullYear() % 100),
  y: (time) => String(time.getUTCFullYear() % 100),
  MMMM: (time) => months[time.getUTCMonth()] ?? '',
  MMM: (time) => short(months[time.getUTCMonth()]),
  MM: (time) => two(time.getUTCMonth() + 1),
  M: (time) => String(time.getUTCMonth() + 1),
  dddd: (time) => days[time.getUTCDay()] ?? '',
  ddd: (time) => short(days[time.getUTCDay()]),
  dd: (time) => two(time.getUTCDate()),
  d: (time) => String(time.getUTCDate()),
  HH: (time) => two(time.getUTCHours()),
  H: (time) => String(time.getUTCHours()),
  hh: (time) => two(half(time)),
  h: (time) => String(half(time)),
  mm: (time) => two(time.getUTCMinutes()),
  m: (time) => String(time.getUTCMinutes()),
  ss: (time) => two(time.getUTCSeconds()),
  s: (time) => String(time.getUTCSeconds()),
  tt: (time) => (time.getUTCHours() < 12 ? 'AM' : 'PM'),
};

/** What each code of an input format reads. `MMMM` and `dddd` are for output only. */
const readers: Readonly<Record<string, string>> = {
  yyyy: '\\d{4}',
  yy: '\\d{2}',
  y: '\\d{1,2}',
  MMM: 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec',
  MM: '\\d{2}',
  M: '\\d{1,2}',
  ddd: 'Sun|Mon|Tue|Wed|Thu|Fri|Sat',
  dd: '\\d{2}',
  d: '\\d{1,2}',
  HH: '\\d{2}',
  H: '\\d{1,2}',
  hh: '\\d{2}',
  h: '\\d{1,2}',
  mm: '\\d{2}',
  m: '\\d{1,2}',
  ss: '\\d{2}',
  s: '\\d{1,2}',
  tt: 'AM|PM',
};

type Piece = { readonly code: string } | { readonly literal: string };

/** A format in pieces: codes, text in single quotes, and every other character as itself. */
function piecesOf(format: string): Piece[] {
  const pieces = format.match(/'[^']*'|y{4}|yy?|M{1,4}|d{1,4}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|tt|[\s\S]/g) ?? [];
  return pieces.map((piece) => (Object.hasOwn(writers, piece) ? { code: piece } : { literal: piece.length > 1 && piece.startsWith("'") ? piece.slice(1, -1) : piece }));
}

/** The text of a time in a format such as `dd.MM.yyyy HH:mm`. */
export function formatTime(time: WallTime, format: string): string {
  return piecesOf(format)
    .map((piece) => ('code' in piece ? (writers[piece.code]?.(time) ?? '') : piece.literal))
    .join('');
}

/** The code of a format that cannot be read, or undefined. */
export function unreadableCode(format: string): string | undefined {
  return piecesOf(format).flatMap((piece) => ('code' in piece && readers[piece.code] === undefined ? [piece.code] : []))[0];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s+');

/** Two digits of a year: up to 29 this century, from 30 the last one, as Windows has it. */
const century = (year: number): number => (year < 30 ? 2000 + year : 1900 + year);

/** Reads a time that is written in a format. What the format leaves out is taken from `defaults`. Undefined for a text that does not fit. */
export function readTime(text: string, format: string, defaults: WallTime): WallTime | undefined {
  const pieces = piecesOf(format);
  const pattern = pieces.map((piece) => ('code' in piece ? `(${readers[piece.code] ?? '(?!)'})` : escaped(piece.literal))).join('');
  const found = new RegExp(`^\\s*${pattern}\\s*$`, 'i').exec(text);
  if (found === null) return undefined;
  const codes = pieces.flatMap((piece) => ('code' in piece ? [piece.code] : []));
  const values = new Map(codes.map((code, index) => [code, found[index + 1] ?? '']));
  const number = (...names: readonly string[]): number | undefined => {
    const name = names.find((one) => values.has(one));
    return name === undefined ? undefined : Number(values.get(name));
  };
  const shortYear = number('yy', 'y');
  const year = number('yyyy') ?? (shortYear === undefined ? defaults.getUTCFullYear() : century(shortYear));
  const named = months.findIndex((name) => short(name).toLowerCase() === values.get('MMM')?.toLowerCase());
  const month = number('MM', 'M') ?? (named >= 0 ? named + 1 : defaults.getUTCMonth() + 1);
  const day = number('dd', 'd') ?? (values.has('yyyy') || values.has('MM') || values.has('M') || named >= 0 ? 1 : defaults.getUTCDate());
  const hour = number('HH', 'H') ?? hourOfHalf(number('hh', 'h'), values.get('tt')) ?? 0;
  const [minute, second] = [number('mm', 'm') ?? 0, number('ss', 's') ?? 0];
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  time.setUTCFullYear(year, month - 1, day);
  // A day or an hour that does not exist would be taken for another one.
  const fits = time.getUTCMonth() === month - 1 && time.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return fits ? time : undefined;
}

function hourOfHalf(hour: number | undefined, word: string | undefined): number | undefined {
  if (hour === undefined) return undefined;
  if (hour < 1 || hour > 12) return Number.NaN;
  const isAfternoon = word === undefined ? undefined : word.toUpperCase() === 'PM';
  return isAfternoon === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
}

/** How far to move a time, in whole units of each kind. */
export interface TimeShift {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** A time moved on the calendar: years and months first, where a day that the month lacks becomes its last one, then the rest. */
export function shiftTime(time: WallTime, shift: TimeShift): WallTime {
  const moved = new Date(time);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + shift.years * 12 + shift.months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return new Date(moved.getTime() + (((shift.days * 24 + shift.hours) * 60 + shift.minutes) * 60 + shift.seconds) * 1000);
}
