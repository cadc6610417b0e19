import type { Recurrence, RecurrenceEnd, RecurrencePattern } from '../../../shared/items/recurrence.ts';
import { element, type Xml } from './xmlWriter.ts';

const leaf = (name: string, value: string | number): Xml => element(`t:${name}`, {}, [String(value)]);
const interval = (pattern: { readonly interval: number }): Xml => leaf('Interval', pattern.interval);

function patternXml(pattern: RecurrencePattern): Xml {
  switch (pattern.kind) {
    case 'daily':
      return element('t:DailyRecurrence', {}, [interval(pattern)]);
    case 'weekly':
      return element('t:WeeklyRecurrence', {}, [interval(pattern), leaf('DaysOfWeek', pattern.days.join(' '))]);
    case 'dayOfMonth':
      return element('t:AbsoluteMonthlyRecurrence', {}, [interval(pattern), leaf('DayOfMonth', pattern.day)]);
    case 'weekOfMonth':
      return element('t:RelativeMonthlyRecurrence', {}, [interval(pattern), leaf('DaysOfWeek', pattern.day), leaf('DayOfWeekIndex', pattern.week)]);
    case 'dayOfYear':
      return element('t:AbsoluteYearlyRecurrence', {}, [leaf('DayOfMonth', pattern.day), leaf('Month', pattern.month)]);
    case 'weekOfYear':
      return element('t:RelativeYearlyRecurrence', {}, [leaf('DaysOfWeek', pattern.day), leaf('DayOfWeekIndex', pattern.week), leaf('Month', pattern.month)]);
  }
}

function endXml(end: RecurrenceEnd, start: string): Xml {
  const from = leaf('StartDate', start);
  switch (end.kind) {
    case 'never':
      return element('t:NoEndRecurrence', {}, [from]);
    case 'day':
      return element('t:EndDateRecurrence', {}, [from, leaf('EndDate', end.day)]);
    case 'count':
      return element('t:NumberedRecurrence', {}, [from, leaf('NumberOfOccurrences', end.count)]);
  }
}

/** A series as Exchange writes it. https://learn.microsoft.com/exchange/client-developer/web-service-reference/recurrence-recurrencetype */
export const recurrenceXml = (name: string, { pattern, start, end }: Recurrence): Xml => element(name, {}, [patternXml(pattern), endXml(end, start)]);
