import { t, type XmlElement } from '../xml/element.ts';
import { standardOffset, type Zone } from './zone.ts';

const quarter = 900_000;
const day = 86_400_000;
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A number of minutes as xs:duration. */
function duration(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / 60_000;
  const parts = [Math.floor(minutes / 60), minutes % 60] as const;
  const text = `${parts[0] === 0 ? '' : `${parts[0]}H`}${parts[1] === 0 ? '' : `${parts[1]}M`}`;
  return `${milliseconds < 0 ? '-' : ''}PT${text === '' ? '0S' : text}`;
}

/** The moments of a year at which the clocks of a zone change. */
function changesOf(zone: Zone, year: number): number[] {
  const changes: number[] = [];
  for (let from = Date.UTC(year, 0, 1); from < Date.UTC(year + 1, 0, 1); from += day) {
    let [low, high] = [from, from + day];
    if (zone.offset(low) === zone.offset(high)) continue;
    while (high - low > quarter) {
      const middle = low + Math.floor((high - low) / 2 / quarter) * quarter;
      if (zone.offset(middle) === zone.offset(low)) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}

/** When the clocks change, as a rule for every year: such as the last Sunday of a month. */
function yearlyChange(zone: Zone, change: number, period: string): XmlElement {
  const wall = new Date(change + zone.offset(change - quarter));
  const date = wall.getUTCDate();
  const length = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  return t('RecurringDayTransition', [
    t('To', period, { Kind: 'Period' }),
    t('TimeOffset', duration(wall.getTime() % day)),
    t('Month', String(wall.getUTCMonth() + 1)),
    t('DayOfWeek', dayNames[wall.getUTCDay()] ?? ''),
    t('Occurrence', date + 7 > length ? '-1' : String(Math.ceil(date / 7))),
  ]);
}

/** A zone as GetServerTimeZones answers it: with name and id only, or with the rules of a year. A zone whose clocks did not change twice in it has none. */
export function zoneDefinition(zone: Zone, full: boolean, year: number): XmlElement {
  const attributes = { Id: zone.id, Name: zone.name };
  if (!full) return t('TimeZoneDefinition', [], attributes);
  const changes = changesOf(zone, year);
  const standard = standardOffset(zone, year);
  const idOf = (name: string): string => `trule:Microsoft/Registry/${zone.id}/${year}-${name}`;
  const period = (name: string, offset: number): XmlElement => t('Period', [], { Bias: duration(-offset), Name: name, Id: idOf(name) });
  const periods = [period('Standard', standard)];
  const changing = changes.length === 2;
  if (changing) periods.push(period('Daylight', Math.max(...changes.map((change) => zone.offset(change)))));
  const steps = changing
    ? changes.map((change) => yearlyChange(zone, change, idOf(zone.offset(change) === standard ? 'Standard' : 'Daylight')))
    : [t('Transition', [t('To', idOf('Standard'), { Kind: 'Period' })])];
  return t(
    'TimeZoneDefinition',
    [
      t('Periods', periods),
      t('TransitionsGroups', [t('TransitionsGroup', steps, { Id: '0' })]),
      t('Transitions', [t('Transition', [t('To', '0', { Kind: 'Group' })])]),
    ],
    attributes,
  );
}
