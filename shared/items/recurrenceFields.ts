import { choice, dateTime, integer, text } from '../fields/field.ts';
import { recurrencePatterns } from './recurrence.ts';

/** The properties that make up a series (exchange-activities 6); together they are one property of Exchange. `start` is the key of the field with the first day. */
export const recurrenceFields = <const Uri extends string>(uri: Uri, start: string) => {
  const together = { editor: 'recurrence', start } as const;
  return {
    recurrence: choice({ label: 'Recurrence', options: recurrencePatterns, uri, together, create: 'optional', update: true, help: 'How the series repeats. Weekly and the same week patterns also need Recurs On These Days.' }),
    recursOnTheseDays: text({ label: 'Recurs On These Days', uri, together, create: 'optional', update: true, placeholder: 'Mon, Wed or First Monday', help: 'Days of a weekly series, separated by commas, or an index and a day such as First Monday or Last Weekday.' }),
    recurrenceInterval: integer({ label: 'Recurrence Interval', uri, together, create: 'optional', update: true, minimum: 1, maximum: 999, help: 'Every how many days, weeks or months the series repeats; 1 where not given.' }),
    numberOfOccurrences: integer({ label: 'Number of Occurrences', uri, together, create: 'optional', update: true, minimum: 1, maximum: 999, help: 'How often the series takes place. Not together with Recurrence Ends.' }),
    recurrenceEnds: dateTime({ label: 'Recurrence Ends', uri, together, day: true, create: 'optional', update: true, help: 'Last day of the series. Without it and without Number of Occurrences the series has no end.' }),
  } as const;
};
