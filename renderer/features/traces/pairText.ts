import { prettyBody } from '../../../shared/trace/prettyBody.ts';
import type { TraceMessage, TraceRecord } from '../../../shared/trace/record.ts';
import { spanText } from '../../../shared/text/measures.ts';

const phases = [
  ['dns', 'DNS'],
  ['connect', 'connect'],
  ['tls', 'TLS'],
  ['sent', 'sent'],
  ['firstByte', 'waiting'],
  ['done', 'received'],
] as const;

/** A phase of a request: its place among all phases, its word, and how many milliseconds it took. */
interface Phase {
  readonly index: number;
  readonly word: string;
  readonly took: number;
}

/** The phases that happened, in order. */
export function phasesOf({ timings }: Pick<TraceRecord, 'timings'>): readonly Phase[] {
  let before = 0;
  return phases.flatMap(([phase, word], index) => {
    const end = timings[phase];
    if (end === undefined) return [];
    const took = Math.max(0, end - before);
    before = end;
    return [{ index, word, took }];
  });
}

/** How long each phase of a request took: "DNS 2 · connect 5 · TLS 20 · sent 1 · waiting 80 · received 4 ms". */
export function timingText({ timings, durationMs }: Pick<TraceRecord, 'timings' | 'durationMs'>): string {
  const parts = phasesOf({ timings }).map(({ word, took }) => `${word} ${Math.round(took)}`);
  const reused = timings.connect === undefined ? ' (connection reused)' : '';
  return parts.length === 0 ? spanText(durationMs) : `${parts.join(' · ')} ms${reused}`;
}

const messageText = (title: string, { headers, body }: TraceMessage): string => [title, ...headers.map(([name, value]) => `${name}: ${value}`), '', prettyBody(body)].join('\n');

/** A pair as text for a ticket; what is secret was masked when it was recorded. */
export function pairText(record: TraceRecord): string {
  const { method, url, startedAt, operation, status, result, durationMs, requestId } = record;
  const head = [`${operation}: ${result.code}${result.text === undefined ? '' : ` (${result.text})`}`, `${startedAt}, ${spanText(durationMs)}, HTTP ${status ?? 'no answer'}, request-id ${requestId}`];
  const answer = record.response === undefined ? 'No response.' : messageText(`Response: HTTP ${status ?? ''}`, record.response);
  const legs = (record.signIn ?? []).map((leg) => `Sign-in: ${leg}`);
  return [...head, ...legs, '', messageText(`Request: ${method} ${url}`, record.request), '', answer].join('\n');
}
