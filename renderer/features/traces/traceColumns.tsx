import { Box } from '@mui/material';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { sizeText, spanText } from '../../../shared/text/measures.ts';
import { timeOfDay } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import { ResultMark } from '../../ui/ResultMark.tsx';
import type { VirtualColumn } from '../../ui/VirtualList.tsx';

/** What the list can show of a pair. */
export const columnNames = ['number', 'time', 'operation', 'activity', 'mailbox', 'impersonated', 'server', 'http', 'result', 'ms', 'size', 'waterfall', 'requestId'] as const;
export type ColumnName = (typeof columnNames)[number];

const wide: readonly ColumnName[] = ['number', 'time', 'operation', 'activity', 'http', 'result', 'ms', 'size', 'waterfall'];
const narrow: readonly ColumnName[] = ['time', 'operation', 'activity', 'result'];

/** What a list of a width in pixels shows until the person chooses: how a request ended is never out of sight. */
export function columnsFor(width: number): readonly ColumnName[] {
  if (width >= 720) return wide;
  return width >= 440 ? narrow : narrow.slice(1);
}

/** What the columns are made with: names, and the span of time that the waterfall covers, in milliseconds since 1970. */
export interface ColumnFacts {
  nameOf(summary: TraceSummary): string;
  readonly from: number;
  readonly to: number;
}

function host(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

const resultColors: Readonly<Record<TraceSummary['result']['class'], string>> = { success: color('accent'), warning: color('warning'), throttled: color('warning'), error: color('error'), none: color('error') };

/** When a pair began and how long it took, as a bar over the time of all pairs. */
function Waterfall({ summary, from, to }: { readonly summary: TraceSummary; readonly from: number; readonly to: number }) {
  const span = Math.max(1, to - from);
  const start = ((Date.parse(summary.startedAt) - from) / span) * 100;
  const width = (summary.durationMs / span) * 100;
  const text = `Began ${spanText(Date.parse(summary.startedAt) - from)} after the first request, took ${spanText(summary.durationMs)}`;
  return (
    <Box role="img" aria-label={text} title={text} sx={{ position: 'relative', height: 10, borderRadius: 0.5, bgcolor: 'studio.hover' }}>
      <Box style={{ left: `min(${start}%, calc(100% - 3px))`, width: `max(3px, ${Math.min(width, 100 - start)}%)`, background: resultColors[summary.result.class] }} sx={{ position: 'absolute', insetBlock: 1, borderRadius: 0.5 }} />
    </Box>
  );
}

/** The columns of the list by name. */
export const columnsOf = ({ nameOf, from, to }: ColumnFacts): Readonly<Record<ColumnName, VirtualColumn<TraceSummary>>> => ({
  number: { key: 'number', label: '#', width: '3rem', align: 'end', render: (_row, index) => <Box component="span" sx={{ color: 'studio.textMuted' }}>{index + 1}</Box> },
  time: { key: 'time', label: 'Time', width: '6.5rem', render: ({ startedAt }) => <Box component="span" title={startedAt} sx={{ color: 'studio.textMuted' }}>{timeOfDay(startedAt)}</Box> },
  operation: { key: 'operation', label: 'Operation', width: 'minmax(5.5rem, 1fr)', render: ({ operation, attempt }) => (attempt > 1 ? `${operation} (attempt ${attempt})` : operation) },
  activity: { key: 'activity', label: 'Activity', width: 'minmax(6rem, 2fr)', render: (row) => <span title={nameOf(row)}>{nameOf(row)}</span> },
  mailbox: { key: 'mailbox', label: 'Connection', width: 'minmax(6rem, 1.2fr)', render: ({ connection }) => <span title={connection}>{connection}</span> },
  impersonated: { key: 'impersonated', label: 'Impersonated user', width: 'minmax(6rem, 1.2fr)', render: ({ impersonated }) => <span title={impersonated}>{impersonated ?? '–'}</span> },
  server: { key: 'server', label: 'Server', width: 'minmax(6rem, 1fr)', render: ({ url }) => <span title={url}>{host(url)}</span> },
  http: { key: 'http', label: 'HTTP', width: '3rem', render: ({ status }) => status ?? '–' },
  result: { key: 'result', label: 'Result', width: 'minmax(7rem, 1.4fr)', render: ({ result }) => <ResultMark result={result} /> },
  ms: { key: 'ms', label: 'Time taken', width: '5.5rem', align: 'end', render: ({ durationMs }) => spanText(durationMs) },
  size: { key: 'size', label: 'Size', width: '5rem', align: 'end', render: ({ responseBytes, requestBytes }) => <span title={`Request ${sizeText(requestBytes)}, response ${sizeText(responseBytes)}`}>{sizeText(responseBytes)}</span> },
  waterfall: { key: 'waterfall', label: 'Waterfall', width: 'minmax(5rem, 1.4fr)', render: (summary) => <Waterfall summary={summary} from={from} to={to} /> },
  requestId: { key: 'requestId', label: 'Request ID', width: 'minmax(6rem, 1fr)', render: ({ requestId }) => <span title={requestId}>{requestId}</span> },
});
