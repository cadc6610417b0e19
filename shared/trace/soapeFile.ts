import type { TraceMessage, TraceRecord } from './record.ts';

/** The blocks that the EWS tracing of Microsoft's client writes, and that SOAPe reads; the start of the name says which protocol. */
type TraceTag = `${'Ews' | 'Autodiscover' | 'OAuth'}${'RequestHttpHeaders' | 'Request' | 'ResponseHttpHeaders' | 'Response'}`;
const prefixes = { ews: 'Ews', autodiscover: 'Autodiscover', oauth: 'OAuth' } as const;

/** Time as that tracing writes it: UTC, a blank and a Z; whole seconds, or with their fraction where a pair should keep its duration. */
const traceTime = (iso: string, precise: boolean): string => (precise ? iso.replace('T', ' ') : iso.replace('T', ' ').replace(/(?:\.\d+)?Z$/, 'Z'));

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The program that wrote the trace: what it called itself to the server. */
const versionOf = (record: TraceRecord): string => record.request.headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? '';

function block(tag: TraceTag, record: TraceRecord, time: string, content: string): string {
  return `<Trace Tag="${tag}" Tid="${escaped(record.id)}" Time="${time}" Version="${escaped(versionOf(record))}">\n${content}\n</Trace>\n`;
}

/** A document inside a block has no declaration of its own. */
const withoutDeclaration = (body: string): string => body.replace(/^\s*<\?xml[^>]*\?>\s*/, '');

/** Answers that are not XML are kept as text, so that the file stays readable as XML. */
const content = (message: TraceMessage): string =>
  /^\s*(?:<\?xml|<[\w.-]+:?Envelope)/.test(message.body) ? withoutDeclaration(message.body) : escaped(message.body);

const headerLines = (first: string, message: TraceMessage): string =>
  escaped([first, ...message.headers.map(([name, value]) => `${name}: ${value}`)].join('\n'));

function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return url;
  }
}

/** What a pair's blocks are written with. */
export interface SoapeOptions {
  /** Times with milliseconds: what is exported to be read again keeps its durations. */
  readonly precise?: boolean;
}

/**
 * A pair as blocks of the log format of SOAPe. The values in the record are masked already.
 * https://github.com/David-Barrett-MS/SOAPe
 */
export function soapeBlocks(record: TraceRecord, { precise = false }: SoapeOptions = {}): string {
  const prefix = prefixes[record.kind];
  const started = traceTime(record.startedAt, precise);
  const ended = traceTime(new Date(Date.parse(record.startedAt) + record.durationMs).toISOString(), precise);
  const request = [
    block(`${prefix}RequestHttpHeaders`, record, started, headerLines(`${record.method} ${pathOf(record.url)} HTTP/1.1`, record.request)),
    block(`${prefix}Request`, record, started, content(record.request)),
  ];
  if (record.response === undefined) return request.join('');
  return [
    ...request,
    block(`${prefix}ResponseHttpHeaders`, record, ended, headerLines(`HTTP/1.1 ${record.status ?? ''}`.trimEnd(), record.response)),
    block(`${prefix}Response`, record, ended, content(record.response)),
  ].join('');
}
