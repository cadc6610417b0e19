import type { TraceSummary } from '../../shared/trace/record.ts';

/** A pair that took at least this long, in milliseconds, is slow. */
const slowMs = 1000;

/** Whether a pair is a failure: of HTTP, of Exchange, or without any answer. */
export const isError = ({ result }: Pick<TraceSummary, 'result'>): boolean => result.class === 'error' || result.class === 'none';

/** Whether a pair took conspicuously long. */
export const isSlow = ({ durationMs }: Pick<TraceSummary, 'durationMs'>): boolean => durationMs >= slowMs;

const statusWords: Readonly<Record<string, (summary: TraceSummary) => boolean>> = {
  error: isError,
  ok: ({ result }) => result.class === 'success',
  success: ({ result }) => result.class === 'success',
  warning: ({ result }) => result.class === 'warning',
  throttled: ({ result }) => result.class === 'throttled',
  slow: isSlow,
};

/** What a filter is judged with beside the pairs themselves. */
export interface FilterFacts {
  activityName(summary: TraceSummary): string;
  /** By text in lower case: the pairs whose messages hold it, as far as they were searched. */
  readonly found?: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Prefix {
  readonly help: string;
  /** Values worth suggesting for these pairs. */
  values(summaries: readonly TraceSummary[], facts: FilterFacts): readonly string[];
  test(summary: TraceSummary, value: string, facts: FilterFacts): boolean;
}

const distinct = (values: Iterable<string>): string[] => [...new Set(values)].filter((value) => value !== '').toSorted();
const includes = (text: string, value: string): boolean => text.toLowerCase().includes(value);
const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);

/** A number with a unit: `500`, `500ms`, `2s`; `100`, `20kb`, `3mb`. NaN where it is none. */
function amount(value: string): number {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|b|kb|mb)?$/.exec(value) ?? [];
  const factors: Readonly<Record<string, number>> = { s: 1000, kb: 1024, mb: 1024 * 1024 };
  return digits === '' ? Number.NaN : Number(digits) * (factors[unit] ?? 1);
}

/** The words that narrow a filter to one column. */
const prefixes: Readonly<Record<string, Prefix>> = {
  'status:': {
    help: 'how it ended, or an HTTP status',
    values: () => Object.keys(statusWords).filter((word) => word !== 'ok'),
    test: (summary, value) => statusWords[value]?.(summary) ?? String(summary.status ?? '').startsWith(value),
  },
  'op:': { help: 'operation', values: (summaries) => distinct(summaries.map(({ operation }) => operation)), test: ({ operation }, value) => includes(operation, value) },
  'activity:': {
    help: 'activity',
    values: (summaries, { activityName }) => distinct(summaries.map((summary) => activityName(summary).replace(/ · item \d+$/, ''))),
    test: (summary, value, { activityName }) => includes(activityName(summary), value),
  },
  'mailbox:': { help: 'connection or mailbox', values: (summaries) => distinct(summaries.map(({ connection }) => connection)), test: ({ connection }, value) => includes(connection, value) },
  'user:': {
    help: 'impersonated user',
    values: (summaries) => distinct(summaries.map(({ impersonated = '' }) => impersonated)),
    test: ({ impersonated = '' }, value) => includes(impersonated, value),
  },
  'code:': { help: 'response code', values: (summaries) => distinct(summaries.map(({ result }) => result.code)), test: ({ result }, value) => includes(result.code, value) },
  'time>': { help: 'took longer than, such as 500ms or 2s', values: () => ['500ms', '1s', '5s'], test: ({ durationMs }, value) => durationMs > amount(value) },
  'size>': { help: 'answer larger than, such as 100kb', values: () => ['10kb', '100kb', '1mb'], test: ({ responseBytes }, value) => responseBytes > amount(value) },
};

const prefixOf = (word: string): string | undefined => Object.keys(prefixes).find((prefix) => word.toLowerCase().startsWith(prefix));

/** Splits a filter at spaces; words in double quotes stay together, without the quotes. */
export const wordsOf = (filter: string): readonly string[] => (filter.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? []).map((word) => word.replaceAll('"', '')).filter((word) => word !== '');

/** The words of a filter that are plain text, in lower case: these are looked for in the messages, too. */
export const textsOf = (filter: string): readonly string[] => wordsOf(filter).flatMap((word) => (prefixOf(word) === undefined ? [word.toLowerCase()] : []));

function fits(summary: TraceSummary, word: string, facts: FilterFacts): boolean {
  const prefix = prefixOf(word);
  const value = word.slice(prefix?.length ?? 0).toLowerCase();
  if (prefix !== undefined) return value === '' || prefixes[prefix]?.test(summary, value, facts) === true;
  if (facts.found?.get(value)?.has(summary.id) === true) return true;
  const { operation, result, url, connection, impersonated = '', requestId } = summary;
  return includes(`${operation} ${facts.activityName(summary)} ${result.code} ${result.text ?? ''} ${url} ${connection} ${impersonated} ${requestId}`, value);
}

/** The pairs that pass a filter: every word has to fit, `status:error op:FindItem time>1s` or plain text. */
export function filterTraces(summaries: readonly TraceSummary[], filter: string, facts: FilterFacts): readonly TraceSummary[] {
  const words = wordsOf(filter);
  return words.length === 0 ? summaries : summaries.filter((summary) => words.every((word) => fits(summary, word, facts)));
}

/** The filter with its word added, or taken away where it is there already. */
export function toggledWord(filter: string, word: string): string {
  const words = wordsOf(filter);
  return (words.includes(word) ? words.filter((one) => one !== word) : [...words, word]).map(quoted).join(' ');
}

/** A way to go on with the word that is being typed. */
export interface FilterSuggestion {
  /** What the whole filter becomes. */
  readonly filter: string;
  readonly label: string;
  readonly help: string;
}

/** What can follow in a filter whose last word is being typed: words for a column, then the values that these pairs have. */
export function suggestionsFor(filter: string, summaries: readonly TraceSummary[], facts: FilterFacts): readonly FilterSuggestion[] {
  const last = /(?:[^\s"]|"[^"]*"?)*$/.exec(filter)?.[0] ?? '';
  const before = filter.slice(0, filter.length - last.length);
  const prefix = prefixOf(last);
  if (prefix === undefined) {
    const typed = last.toLowerCase();
    return Object.entries(prefixes).flatMap(([word, { help }]) => (word.startsWith(typed) ? [{ filter: `${before}${word}`, label: word, help }] : []));
  }
  const value = last.slice(prefix.length).replaceAll('"', '').toLowerCase();
  const values = prefixes[prefix]?.values(summaries, facts) ?? [];
  return values.flatMap((one) => (includes(one, value) && one.toLowerCase() !== value ? [{ filter: `${before}${prefix}${quoted(one)} `, label: `${prefix}${one}`, help: '' }] : [])).slice(0, 12);
}
