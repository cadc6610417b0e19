import { Box } from '@mui/material';
import { useMemo, type ReactElement } from 'react';
import type { RunSummary } from '../../../shared/history/runSummary.ts';
import { connectionsText, startedByWords } from '../../../shared/history/summaryText.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { whenText } from '../../stores/historyWords.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';

interface Props {
  readonly runs: readonly RunSummary[];
  readonly now: number;
  readonly selected: string | undefined;
  onSelect(run: string): void;
  onOpen(run: string): void;
}

/** The recorded runs, newest first. */
export function HistoryTable({ runs, now, selected, onSelect, onOpen }: Props): ReactElement {
  const columns = useMemo((): VirtualColumn<RunSummary>[] => [
    { key: 'when', label: 'When', width: '10.5rem', render: ({ startedAt }) => <Box component="span" title={startedAt} sx={{ fontVariantNumeric: 'tabular-nums' }}>{whenText(startedAt, now)}</Box> },
    { key: 'runbook', label: 'Runbook', width: 'minmax(9rem, 1.4fr)', render: ({ runbook, workspace }) => <span title={`${runbook}, workspace ${workspace.name}`}>{runbook}</span> },
    { key: 'connection', label: 'Connection', width: 'minmax(7rem, 1fr)', render: ({ connections }) => <span title={connectionsText(connections)}>{connectionsText(connections)}</span> },
    { key: 'result', label: 'Result', width: '7rem', render: ({ result }) => <StatusIcon status={result} word /> },
    { key: 'failed', label: 'Failed activity', width: 'minmax(7rem, 1fr)', render: ({ failed, errors }) => <span title={errors[0]}>{failed?.name ?? ''}</span> },
    { key: 'items', label: 'Items', width: '3.5rem', align: 'end', render: ({ items }) => items.toLocaleString('en-US') },
    { key: 'duration', label: 'Duration', width: '5.5rem', align: 'end', render: ({ durationMs }) => (durationMs === undefined ? '' : spanText(durationMs)) },
    { key: 'startedBy', label: 'Started by', width: '7.25rem', render: ({ startedBy }) => <Box component="span" sx={{ paddingLeft: 1.5 }}>{startedByWords[startedBy]}</Box> },
  ], [now]);
  return <VirtualList label="Runs" rows={runs} columns={columns} tableWidth={940} rowKey={({ run }) => run} selected={selected} onSelect={(run) => onSelect(run)} onOpen={(run) => onOpen(run)} />;
}
