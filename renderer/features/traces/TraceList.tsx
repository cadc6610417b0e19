import { Box } from '@mui/material';
import { useMemo, type ReactElement } from 'react';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { seconds, size, timeOfDay } from '../../stores/words.ts';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';
import { ResultMark } from './ResultMark.tsx';

interface Props {
  /** There is room for the most important columns only. */
  readonly narrow: boolean;
  readonly rows: readonly TraceSummary[];
  nameOf(summary: TraceSummary): string;
  readonly selected: string | undefined;
  onSelect(id: string): void;
}

const narrowColumns = new Set(['time', 'operation', 'activity', 'result']);

/** The list of pairs: request and response in one row. */
export function TraceList({ narrow, rows, nameOf, selected, onSelect }: Props): ReactElement {
  const columns = useMemo(() => {
    const all: readonly VirtualColumn<TraceSummary>[] = [
    { key: 'time', label: 'Time', width: '6.5rem', render: ({ startedAt }) => <Box component="span" sx={{ color: 'studio.textMuted' }}>{timeOfDay(startedAt)}</Box> },
    { key: 'operation', label: 'Operation', width: 'minmax(5.5rem, 1fr)', render: ({ operation, attempt }) => (attempt > 1 ? `${operation} (attempt ${attempt})` : operation) },
    { key: 'activity', label: 'Activity', width: 'minmax(6rem, 2fr)', render: (row) => <span title={nameOf(row)}>{nameOf(row)}</span> },
    { key: 'http', label: 'HTTP', width: '3rem', render: ({ status }) => status ?? '–' },
    { key: 'result', label: 'Result', width: 'minmax(6rem, 1.4fr)', render: ({ result }) => <ResultMark result={result} /> },
    { key: 'ms', label: 'Time taken', width: '5.5rem', align: 'end', render: ({ durationMs }) => seconds(durationMs) },
    { key: 'size', label: 'Size', width: '5rem', align: 'end', render: ({ responseBytes, requestBytes }) => <span title={`Request ${size(requestBytes)}, response ${size(responseBytes)}`}>{size(responseBytes)}</span> },
    ];
    return narrow ? all.filter(({ key }) => narrowColumns.has(key)) : all;
  }, [nameOf, narrow]);
  return <VirtualList label="Requests" rows={rows} columns={columns} rowKey={({ id }) => id} selected={selected} onSelect={onSelect} followEnd={selected === undefined} />;
}
