import { addressesOf, singleAddress } from '../items/addresses.ts';
import { plainBody } from '../items/computed.ts';
import { EwsError } from '../soap/ewsError.ts';
import { parseDate } from '../store/dates.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import type { Predicate } from './restriction.ts';

type Test = (item: Item) => boolean;

/** The words of a text, as the content index keeps them. */
function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}@._-]+/u)
    .flatMap((word) => [word, ...word.split(/[@._-]+/)])
    .filter((word) => word !== '');
}

/** Whether a text has all the words asked for; each may go on, a phrase in quotes may not. */
function mentions(text: string, wanted: string): boolean {
  const phrase = /^"([^"]*)"$/.exec(wanted)?.[1];
  if (phrase !== undefined) return ` ${words(text).join(' ')} `.includes(` ${words(phrase).join(' ')} `);
  const have = words(text);
  return words(wanted.replace(/\*$/, '')).every((word) => have.some((one) => one.startsWith(word)));
}

const people =
  (...names: readonly string[]) =>
  (item: Item): string =>
    names
      .flatMap((name) => [singleAddress(item.values.get(name)) ?? [], addressesOf(name === 'From' ? undefined : item.values.get(name))].flat())
      .map(({ name, address }) => `${name} ${address}`)
      .join(' ');

const texts: Readonly<Record<string, (item: Item) => string>> = {
  subject: (item) => textOf(item, 'Subject') ?? '',
  body: plainBody,
  from: people('From'),
  to: people('ToRecipients'),
  cc: people('CcRecipients'),
  bcc: people('BccRecipients'),
  participants: people('From', 'ToRecipients', 'CcRecipients', 'BccRecipients'),
  attachment: (item) => item.attachments.map(({ name }) => name).join(' '),
  category: (item) => (item.values.get('Categories')?.children ?? []).map(({ text }) => text).join(' '),
  location: (item) => textOf(item, 'Location') ?? '',
};
const everywhere = ['subject', 'body', 'participants', 'attachment', 'category', 'location'];

const choices: Readonly<Record<string, (item: Item) => string>> = {
  importance: (item) => (textOf(item, 'Importance') ?? '').toLowerCase(),
  hasattachment: (item) => String(item.attachments.some((one) => !one.isInline)),
  hasattachments: (item) => String(item.attachments.some((one) => !one.isInline)),
  isread: (item) => textOf(item, 'IsRead') ?? 'true',
  kind: (item) => ({ Message: 'email', CalendarItem: 'meetings', Contact: 'contacts', Task: 'tasks' })[String(item.kind)] ?? 'email',
};
const dates: Readonly<Record<string, string>> = { received: 'DateTimeReceived', sent: 'DateTimeSent' };
const day = 86_400_000;

/** A day or a span of days: `2026-11-01`, `>=2026-11-01`, `2026-11-01..2026-11-30`. */
function dateTest(property: string, wanted: string): Test {
  const match = /^(>=|<=|>|<|=)?(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/.exec(wanted.replace(/"/g, ''));
  const first = parseDate(match?.[2] ?? '')?.getTime();
  if (first === undefined) throw new EwsError('ErrorInvalidRequest', `"${wanted}" is not a date that a query can have.`);
  const last = (parseDate(match?.[3] ?? '')?.getTime() ?? first) + day;
  return (item) => {
    const at = parseDate(textOf(item, property) ?? '')?.getTime() ?? Number.NaN;
    switch (match?.[1]) {
      case '>':
        return at >= last;
      case '>=':
        return at >= first;
      case '<':
        return at < first;
      case '<=':
        return at < last;
      default:
        return at >= first && at < last;
    }
  };
}

function condition(name: string | undefined, wanted: string): Test {
  const key = name?.toLowerCase() ?? '';
  const date = dates[key];
  if (date !== undefined) return dateTest(date, wanted);
  const choice = choices[key];
  const plain = wanted.replace(/"/g, '').toLowerCase();
  if (choice !== undefined) return (item) => choice(item) === (plain === 'yes' ? 'true' : plain === 'no' ? 'false' : plain);
  const text = texts[key];
  if (text !== undefined) return (item) => mentions(text(item), wanted);
  const whole = name === undefined ? wanted : `${name} ${wanted}`;
  return (item) => everywhere.some((one) => mentions(texts[one]?.(item) ?? '', whole));
}

/** A query of the Advanced Query Syntax: words, phrases, `property:value`, AND, OR, NOT and brackets (Microsoft Learn: QueryString). Throws EwsError for one that is not complete. */
export function queryOf(query: string): Predicate<Item> {
  const tokens = query.match(/\(|\)|[\p{L}]+:(?:"[^"]*"|[^\s()]+)|"[^"]*"|[^\s()]+/gu) ?? [];
  let at = 0;
  const next = (): string | undefined => tokens[at];
  const factor = (): Test => {
    const token = next();
    at += 1;
    if (token === undefined || token === ')') throw new EwsError('ErrorInvalidRequest', 'The query is not complete.');
    if (token === 'NOT' || token === '-') {
      const inner = factor();
      return (item) => !inner(item);
    }
    if (token === '(') {
      const inner = alternatives();
      if (next() !== ')') throw new EwsError('ErrorInvalidRequest', 'A bracket of the query is not closed.');
      at += 1;
      return inner;
    }
    const match = /^(\p{L}+):(.+)$/u.exec(token);
    return match === null ? condition(undefined, token) : condition(match[1], match[2] ?? '');
  };
  const all = (): Test => {
    const tests = [factor()];
    while (next() !== undefined && next() !== 'OR' && next() !== ')') {
      if (next() === 'AND') at += 1;
      tests.push(factor());
    }
    return (item) => tests.every((test) => test(item));
  };
  const alternatives = (): Test => {
    const tests = [all()];
    while (next() === 'OR') {
      at += 1;
      tests.push(all());
    }
    return (item) => tests.some((test) => test(item));
  };
  const test = alternatives();
  if (next() !== undefined) throw new EwsError('ErrorInvalidRequest', 'The query has a bracket too many.');
  return test;
}
