import { prettyXml } from '../../../shared/trace/prettyXml.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { pairText } from './pairText.ts';

/** Headers that a tool sets itself, or that are no use to another: the connection's own, and what was masked. */
const left = new Set(['authorization', 'proxy-authorization', 'cookie', 'content-length', 'connection', 'host', 'accept-encoding', 'transfer-encoding']);

const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The request as a command of cURL. Credentials are never in it: the person adds their own. */
function curl({ method, url, request }: TraceRecord): string {
  const headers = request.headers.filter(([name]) => !left.has(name.toLowerCase())).map(([name, value]) => `-H ${shellQuoted(`${name}: ${value}`)}`);
  const body = request.body === '' ? [] : [`--data-binary ${shellQuoted(request.body)}`];
  return [`curl -X ${method} ${shellQuoted(url)}`, '--user USER', ...headers, ...body].join(' \\\n  ');
}

/** The facts of a pair for a ticket, without the contents of the mailbox. */
function ticket({ operation, result, startedAt, durationMs, status, url, requestId, attempt, response }: TraceRecord): string {
  const header = (wanted: string): string => response?.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
  const lines: readonly (readonly [string, string])[] = [
    ['Operation', operation],
    ['Result', `${result.code}${result.text === undefined ? '' : ` (${result.text})`}`],
    ['HTTP status', String(status ?? 'no answer')],
    ['Time (UTC)', startedAt],
    ['Time taken', spanText(durationMs)],
    ['Attempt', String(attempt)],
    ['Address', url],
    ['Client request ID', requestId],
    ['Request ID of the server', header('request-id')],
    ['Server', header('x-feserver') || header('x-calculatedbetarget')],
  ];
  return lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** The ways a pair can be copied. What is secret was masked when it was recorded. */
export const copyWays: readonly { readonly label: string; text(record: TraceRecord): string }[] = [
  { label: 'Copy as text', text: pairText },
  { label: 'Copy XML', text: ({ request, response }) => [request, response].flatMap((half) => (half === undefined || half.body === '' ? [] : [prettyXml(half.body)])).join('\n\n') },
  { label: 'Copy as cURL (without credentials)', text: curl },
  { label: 'Copy summary for a ticket', text: ticket },
];
