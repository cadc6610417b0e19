import { AppError } from '../errors/appError.ts';
import { formatTime, readTime, shiftTime, unreadableCode, type WallTime } from '../fields/dateFormat.ts';
import { integer, text } from '../fields/field.ts';
import { wallClock } from '../globals/wallClock.ts';
import { defineActivity } from './defineActivity.ts';

/** The clock on the wall of this computer, at a moment. */
function wallTime(ms: number): WallTime {
  const { year, month, day, hour, minute } = wallClock(ms);
  return new Date(Date.UTC(year, month - 1, day, hour, minute) + (ms % 60_000));
}

const iso = /^\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/;

/** Reads ISO 8601, as times travel on the data bus; with an offset it becomes the time of this computer's clock. */
function isoTime(value: string): WallTime | undefined {
  if (!iso.test(value)) return undefined;
  const trimmed = value.trim().replace(' ', 'T');
  const isDated = /^\d{4}-\d{2}-\d{2}$/.test(trimmed);
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(trimmed.slice(10));
  const ms = Date.parse(isDated || hasZone ? trimmed : `${trimmed}Z`);
  if (Number.isNaN(ms)) return undefined;
  return hasZone ? wallTime(ms) : new Date(ms);
}

const shift = (unit: string) => integer({ label: `Adjust ${unit}`, section: 'Adjustments', minimum: -1_000_000, maximum: 1_000_000, help: `${unit} to add; negative to go back.` });

/** Writes a date and time in another format, moved where that is wanted (runbook-model 1.11). */
export const formatDateTime = defineActivity({
  type: 'utilities.formatDateTime',
  version: 1,
  title: 'Format Date/Time',
  category: 'Utilities',
  icon: 'formatDate',
  summary: 'Writes a date and time in another format and moves it on the calendar.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/format-date-time',
  connection: 'none',
  effect: 'none',
  properties: {
    input: text({ label: 'Date/Time', required: true, help: 'Date and time to work on.' }),
    inputFormat: text({ label: 'Input Format', placeholder: 'dd.MM.yyyy HH:mm', help: 'How it is written; empty for ISO 8601, as published data has it. Codes: y yy yyyy M MM MMM d dd ddd h hh H HH m mm s ss tt.' }),
    outputFormat: text({ label: 'Output Format', required: true, default: 'yyyy-MM-dd HH:mm:ss', help: 'How to write it. The codes of the input, and MMMM and dddd for whole names; other text in single quotes.' }),
    years: shift('Years'),
    months: shift('Months'),
    days: shift('Days'),
    hours: shift('Hours'),
    minutes: shift('Minutes'),
    seconds: shift('Seconds'),
  },
  publishes: {
    result: text({ label: 'Format Result', required: true, help: 'Date and time with the adjustments, in the output format.' }),
    plain: text({ label: 'Format Result without adjustments', required: true, help: 'Date and time as it was given, in the output format.' }),
    input: text({ label: 'Input Time', required: true, help: 'Date and time that was given.' }),
    inputFormat: text({ label: 'Input Format', help: 'Format that it was read in.' }),
    outputFormat: text({ label: 'Output Format', required: true, help: 'Format that it was written in.' }),
  },
  *run({ properties, computer }) {
    const { input, inputFormat, outputFormat, years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = properties;
    const code = inputFormat === undefined ? undefined : unreadableCode(inputFormat);
    if (code !== undefined) throw new AppError('activity.dateCode', { code });
    const time = inputFormat === undefined ? isoTime(input) : readTime(input, inputFormat, wallTime(computer.clock.now()));
    if (time === undefined) throw new AppError('activity.dateUnread', { input, format: inputFormat ?? 'ISO 8601' });
    const moved = shiftTime(time, { years, months, days, hours, minutes, seconds });
    yield { own: { result: formatTime(moved, outputFormat), plain: formatTime(time, outputFormat), input, inputFormat, outputFormat } };
  },
});
