import { afterEach, describe, expect, it } from 'vitest';
import { localTimeZone, withWholeDays } from '../../../electron/exchange/ews/appointmentTimes.ts';
import { minutesOf } from '../../../electron/exchange/ews/readItem.ts';
import { windowsZone } from '../../../electron/exchange/ews/windowsZones.ts';
import { dateTime } from '../../../shared/fields/field.ts';
import { parseValue } from '../../../shared/fields/value.ts';

const own = process.env['TZ'];
afterEach(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

/** Runs with this computer in another time zone. */
function inZone<T>(zone: string, work: () => T): T {
  process.env['TZ'] = zone;
  return work();
}

describe('the time zone of an appointment', () => {
  it.each([
    ['Europe/Berlin', 'W. Europe Standard Time'],
    ['America/New_York', 'Eastern Standard Time'],
    ['Asia/Kolkata', 'India Standard Time'],
    ['UTC', 'UTC'],
    ['Australia/Lord_Howe', 'Lord Howe Standard Time'],
  ])('of %s is %s', (zone, windows) => {
    expect(inZone(zone, localTimeZone)).toBe(windows);
  });

  it('has a name for every zone that this computer knows by a city', () => {
    const places = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Antarctica/Troll'));
    expect(places.filter((zone) => windowsZone(zone) === undefined)).toEqual([]);
  });

  it('is not guessed', () => {
    expect(() => inZone('Antarctica/Troll', localTimeZone)).toThrow('has no name that Exchange knows');
  });
});

describe('whole days', () => {
  const widened = (start: string, end: string): unknown => inZone('Europe/Berlin', () => withWholeDays({ isAllDayEvent: true, start, end }));

  it.each([
    ['one moment', '2027-03-28T08:00:00Z', '2027-03-28T08:00:00Z', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['a day on which the clocks change', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['a midnight that starts and ends it', '2027-03-27T23:00:00Z', '2027-03-27T23:00:00Z', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['into the third day', '2027-06-01T10:00:00Z', '2027-06-03T10:00:00Z', '2027-05-31T22:00:00.000Z', '2027-06-03T22:00:00.000Z'],
  ])('%s', (_name, start, end, first, last) => {
    expect(widened(start, end)).toEqual({ isAllDayEvent: true, start: first, end: last });
  });

  it('leave other appointments alone', () => {
    const values = { start: '2027-03-28T08:00:00Z', end: '2027-03-28T08:30:00Z' };
    expect(withWholeDays(values)).toEqual(values);
  });
});

describe('days', () => {
  const field = dateTime({ label: 'Due Date', day: true, help: 'A day.' });
  const day = (zone: string, text: string): unknown => inZone(zone, () => parseValue(field, text));

  it.each(['Pacific/Honolulu', 'UTC', 'Pacific/Kiritimati'])('are the same in %s', (zone) => {
    for (const text of ['2027-05-04', '2027-05-04 23:30', '2027-05-04T00:00:00Z']) expect(day(zone, text)).toEqual({ ok: true, value: '2027-05-04' });
  });

  it('of a moment is the one on the local calendar', () => {
    expect(day('America/New_York', '2027-05-05T03:00:00Z')).toEqual({ ok: true, value: '2027-05-04' });
  });
});

it.each([
  ['PT1H30M', 90],
  ['P1D', 1440],
  ['P1DT2H', 1560],
  ['PT90S', 2],
  ['PT0S', 0],
  ['soon', undefined],
])('a duration of %s is %s minutes', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});
