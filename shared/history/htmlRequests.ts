import { spanText } from '../text/measures.ts';
import { allExecutions } from '../engine/runTree.ts';
import type { RunView } from '../engine/runView.ts';
import type { TraceMessage, TraceRecord } from '../trace/record.ts';
import { escaped, more } from './html.ts';

/** Requests that a report shows; more would make a page that browsers struggle with. */
export const mostRequests = 500;
/** Characters of a message that it shows. */
const mostCharacters = 20_000;

/** The requests of a run for its report: the first of them, and how many it made. */
export interface ReportedRequests {
  /** No more than `mostRequests`. */
  readonly records: readonly TraceRecord[];
  readonly made: number;
}

function messagePart(title: string, message: TraceMessage | undefined): string {
  if (message === undefined) return `<h3>${title}</h3><p>None</p>`;
  const headers = message.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const cut = message.body.length > mostCharacters ? `<p>The first ${mostCharacters.toLocaleString('en-US')} characters of ${message.body.length.toLocaleString('en-US')}. The export as JSON lines holds all of them.</p>` : '';
  return `<h3>${title}</h3><pre>${escaped(`${headers}\n\n${message.body.slice(0, mostCharacters)}`)}</pre>${cut}`;
}

/** The requests that a run made, with both messages, named after the activities that made them. */
export function requestsPart({ records, made }: ReportedRequests, view: RunView): string {
  const names = new Map([...allExecutions(view)].map(({ view: of, execution }) => [execution.execution, of.names[execution.activity] ?? execution.activity]));
  const parts = records.map(({ startedAt, operation, execution = '', connection, status, result, durationMs, request, response }) => {
    const head = [startedAt, operation, names.get(execution) ?? connection, status === undefined ? 'no answer' : `HTTP ${status}`, result.code, spanText(durationMs)].filter((part) => part !== '').join(' · ');
    return `<details${result.class === 'error' ? ' open' : ''}><summary>${escaped(head)}</summary>${messagePart('Request', request)}${messagePart('Response', response)}</details>`;
  });
  return `<h2>Requests</h2>\n${parts.length === 0 ? '<p>No requests are kept with this run.</p>' : parts.join('\n')}\n${more(made, records.length, 'request')}`;
}
