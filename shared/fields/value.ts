import { assertNever } from '../errors/result.ts';
import type { Field, FieldValue } from './field.ts';

/** A value that was read from text, or the sentence that says why it could not be. */
export type Parsed = { readonly ok: true; readonly value: FieldValue | undefined } | { readonly ok: false; readonly problem: string };

const fine = (value: FieldValue | undefined): Parsed => ({ ok: true, value });
const wrong = (problem: string): Parsed => ({ ok: false, problem });

const trueWords = new Set(['true', '1', 'yes']);
const falseWords = new Set(['false', '0', 'no']);

/** Splits a list at commas, semicolons and line breaks; an entry that holds one of them starts with a part in double quotes. */
export function splitList(value: string): string[] {
  const entries = value.match(/(?:\s*"[^"]*")?[^,;\r\n]*/g) ?? [];
  return entries.map((entry) => entry.trim().replace(/^"([^"]*)"$/, '$1').trim()).filter((entry) => entry !== '');
}

/** The SMTP address in `user@host` or `Name <user@host>`, or undefined where there is none. */
export function smtpAddress(entry: string): string | undefined {
  const inBrackets = /<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$/.exec(entry);
  const address = inBrackets?.[1] ?? entry.trim();
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(address) ? address : undefined;
}

function parseWhole(field: { readonly minimum?: number; readonly maximum?: number; readonly label: string }, value: string, whole: boolean): Parsed {
  const parsed = Number(value.trim());
  if (!Number.isFinite(parsed) || (whole && !Number.isInteger(parsed))) {
    return wrong(`${field.label} must be a ${whole ? 'whole ' : ''}number, not "${value}".`);
  }
  const { minimum, maximum } = field;
  if (minimum !== undefined && maximum !== undefined && (parsed < minimum || parsed > maximum)) {
    return wrong(`${field.label} must be between ${minimum.toLocaleString('en-US')} and ${maximum.toLocaleString('en-US')}.`);
  }
  if (minimum !== undefined && parsed < minimum) return wrong(`${field.label} must be ${minimum} or more.`);
  if (maximum !== undefined && parsed > maximum) return wrong(`${field.label} must be ${maximum} or less.`);
  return fine(parsed);
}

/** Whether `yyyy-mm-dd` is a day: JavaScript takes February 30 for March 2, but who writes it has made a mistake. */
function dayExists(text: string): boolean {
  const day = new Date(`${text.slice(0, 8)}01T00:00:00Z`);
  day.setUTCDate(Number(text.slice(8, 10)));
  return day.toJSON()?.slice(0, 10) === text.slice(0, 10);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The day of a time on this computer's calendar, as `yyyy-mm-dd`. */
export function localDay(time: Date): string {
  return `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** The day that a date and time means: midnight in UTC is how servers write days, everything else is a moment of a local day. */
function dayOf(text: string, time: Date): string {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10));
  if (!hasZone) return text.slice(0, 10);
  return time.getTime() % 86_400_000 === 0 ? time.toISOString().slice(0, 10) : localDay(time);
}

/** Reads an ISO 8601 date and time; without an offset it is local time (exchange-activities 7.1). Answers UTC, or the day where only that counts. */
function parseDateTime(label: string, value: string, day: boolean): Parsed {
  const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
  const trimmed = value.trim();
  const text = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? `${trimmed}T00:00:00` : trimmed;
  const time = iso.test(trimmed) && dayExists(trimmed) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) return wrong(`${label} must be a ${day ? 'day such as 2026-11-23' : 'date and time such as 2026-11-23 14:30'}.`);
  return fine(day ? dayOf(trimmed, time) : time.toISOString());
}

/**
 * Reads a field's value from the text a person wrote or a subscription produced.
 * Empty text means "no value": undefined, or a problem where the field is required.
 */
export function parseValue(field: Field, value: string): Parsed {
  if (value.trim() === '') return field.required === true ? wrong(`${field.label} is required.`) : fine(undefined);
  switch (field.kind) {
    case 'text':
    case 'body':
      if (field.maximumLength !== undefined && value.length > field.maximumLength) return wrong(`${field.label} must have ${field.maximumLength} characters or fewer.`);
      return fine(value);
    case 'secret':
      return fine(value);
    case 'folder':
    case 'itemId':
    case 'activity':
    case 'runbook':
    case 'global':
      return fine(value.trim());
    case 'integer':
      return parseWhole(field, value, true);
    case 'number':
      return parseWhole(field, value, false);
    case 'boolean': {
      const word = value.trim().toLowerCase();
      if (trueWords.has(word)) return fine(true);
      return falseWords.has(word) ? fine(false) : wrong(`${field.label} must be True or False, not "${value}".`);
    }
    case 'choice': {
      const option = field.options.find((candidate) => candidate.toLowerCase() === value.trim().toLowerCase());
      return option === undefined ? wrong(`${field.label} must be one of ${field.options.join(', ')}; it is "${value}".`) : fine(option);
    }
    case 'dateTime':
      return parseDateTime(field.label, value, field.day === true);
    case 'list':
    case 'files':
      return fine(splitList(value));
    case 'addresses': {
      const entries = splitList(value);
      const bad = entries.find((entry) => smtpAddress(entry) === undefined);
      return bad === undefined ? fine(entries) : wrong(`${field.label} holds "${bad}", which is not an e-mail address.`);
    }
    case 'parameters':
      return wrong(`${field.label} is a list of declarations and cannot be written as text.`);
    default:
      return assertNever(field);
  }
}

/** The text of a value on the data bus: True/False, plain numbers, ISO dates, lists joined by ", ". */
export function formatValue(value: FieldValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  return value.map((entry) => (typeof entry === 'string' ? (/[,;\r\n]/.test(entry) ? `"${entry}"` : entry) : entry.name)).join(', ');
}
