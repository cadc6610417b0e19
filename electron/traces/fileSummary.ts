import { autodiscoverResultOf, impersonatedIn, operationOf, resultOf } from '../../shared/trace/pair.ts';
import type { TraceResult, TraceSummary } from '../../shared/trace/record.ts';
import { unescaped } from './traceBlocks.ts';

/** The four parts of a pair as texts, each byte a character: what is looked for in them is ASCII, and decoding hundreds of megabytes would take longer than the rest. */
export type PairTexts = Partial<Record<'requestHeaders' | 'request' | 'responseHeaders' | 'response', string>>;

/** A pair as the file says it. */
export interface FilePair {
  readonly id: string;
  readonly tag: string;
  /** As in the file: UTC, with or without a fraction of the second. */
  readonly time: string;
  readonly endTime: string;
  readonly texts: PairTexts;
}

/** The first line and the headers of a message. */
export interface MessageHead {
  readonly first: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** Reads a block of headers: a request or status line, and a header a line. */
export function headOf(text: string): MessageHead {
  const lines = unescaped(text).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
  const hasFirst = lines[0] !== undefined && !/^[\w-]+:\s/.test(lines[0]);
  return {
    first: hasFirst ? (lines[0] ?? '') : '',
    headers: lines.slice(hasFirst ? 1 : 0).map((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? ['', line] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  };
}

/** The value of a header, or undefined. */
export const headerIn = ({ headers }: MessageHead, name: string): string | undefined => headers.find(([key]) => key.toLowerCase() === name)?.[1];

/** A body as it was sent: documents stand in the file as they are, everything else escaped. */
export const bodyOf = (text: string): string => (text.startsWith('<') ? text : unescaped(text));

/** Milliseconds since 1970; undefined for a time that cannot be read. */
function milliseconds(time: string): number | undefined {
  const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)\s*Z?$/.exec(time.trim());
  const value = iso === null ? Date.parse(time) : Date.parse(`${iso[1] ?? ''}T${iso[2] ?? ''}Z`);
  return Number.isNaN(value) ? undefined : value;
}

const kindOf = (tag: string): TraceSummary['kind'] => (/^autodiscover/i.test(tag) ? 'autodiscover' : /^(?:oauth|msal)/i.test(tag) ? 'oauth' : 'ews');

function oauthResultOf(status: number | undefined): TraceResult {
  if (status === undefined) return { class: 'none', code: 'no answer' };
  return { class: status < 400 ? 'success' : 'error', code: `HTTP ${status}` };
}

/** The text of a result is shown: it is read as what its bytes mean. */
const decoded = (result: TraceResult): TraceResult => (result.text === undefined ? result : { ...result, text: Buffer.from(result.text, 'latin1').toString('utf8') });

function results(kind: TraceSummary['kind'], status: number | undefined, body: string): TraceResult {
  if (kind === 'autodiscover') return autodiscoverResultOf(status, body);
  return kind === 'oauth' ? oauthResultOf(status) : resultOf(status, body);
}

/** What the list shows of a pair of a file. Whatever the file leaves out is empty; a file of headers only is readable, too. */
export function summaryOfPair({ id, tag, time, endTime, texts }: FilePair): TraceSummary {
  const request = headOf(texts.requestHeaders ?? '');
  const response = headOf(texts.responseHeaders ?? '');
  const [method = 'POST', path = ''] = request.first.split(/\s+/);
  const host = headerIn(request, 'host');
  const kind = kindOf(tag);
  const answered = texts.response !== undefined || texts.responseHeaders !== undefined;
  const said = /\s(\d{3})(?:\s|$)|^(\d{3})\b/.exec(response.first);
  // A log of documents only does not say the status; a SOAP answer that is there came with 200 or with a fault.
  const status = said === null ? (answered && texts.responseHeaders === undefined ? 200 : undefined) : Number(said[1] ?? said[2]);
  const body = bodyOf(texts.response ?? '');
  const started = milliseconds(time);
  const ended = milliseconds(endTime);
  const operation = kind === 'ews' || texts.request?.includes('Envelope') === true ? operationOf(texts.request ?? '') : '';
  const impersonated = impersonatedIn(texts.request ?? '');
  return {
    id,
    kind,
    ...(impersonated === undefined ? {} : { impersonated: Buffer.from(impersonated, 'latin1').toString('utf8') }),
    connection: headerIn(request, 'x-anchormailbox') ?? host ?? '',
    operation: operation === '' ? (kind === 'oauth' ? 'Sign in' : kind === 'autodiscover' ? 'Autodiscover' : 'Request') : operation,
    method: method === '' ? 'POST' : method,
    url: host === undefined || /^https?:/.test(path) ? path : `https://${host}${path}`,
    startedAt: new Date(started ?? 0).toISOString(),
    durationMs: started === undefined || ended === undefined ? 0 : Math.max(0, ended - started),
    ...(status === undefined ? {} : { status }),
    result: decoded(results(kind, status, body)),
    attempt: 1,
    requestId: headerIn(request, 'client-request-id') ?? headerIn(response, 'request-id') ?? '',
    requestBytes: texts.request?.length ?? 0,
    responseBytes: texts.response?.length ?? 0,
  };
}
