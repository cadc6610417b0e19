import { Box } from '@mui/material';
import { useMemo, type ReactElement } from 'react';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import type { Sequence } from '../../../shared/engine/sequence.ts';
import { count, seconds } from '../../stores/words.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';

interface Props {
  readonly executions: Sequence<ExecutionView>;
  readonly names: Readonly<Record<string, string>>;
  /** The run goes on: the end stays in view. */
  readonly active: boolean;
  readonly selected: string | undefined;
  onSelect(execution: ExecutionView): void;
}

/** What an execution did so far, in a few words. */
function told({ state, durationMs, progress, rowCount }: ExecutionView): string {
  if (durationMs !== undefined) return state === 'skipped' ? '' : seconds(durationMs);
  if (state === 'running' && progress !== undefined) return progress.total === undefined ? `${progress.done} ${progress.unit}` : `${progress.done} of ${progress.total} ${progress.unit}`;
  return rowCount > 0 ? count(rowCount, 'row') : '';
}

/** The executions in the order in which they were reached. */
export function ExecutionList({ executions, names, active, selected, onSelect }: Props): ReactElement {
  const rows = useMemo(() => executions.toArray(), [executions]);
  const columns = useMemo((): VirtualColumn<ExecutionView>[] => [
    {
      key: 'activity',
      label: 'Activity',
      width: 'minmax(0, 1fr)',
      render: ({ activity, state, item, items }) => (
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}>
          <StatusIcon status={state} />
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{names[activity] ?? activity}</Box>
          {items > 1 && <Box component="span" sx={{ color: 'studio.textMuted', fontSize: '0.75rem', flexShrink: 0, marginLeft: 'auto' }}>{item} of {items}</Box>}
        </Box>
      ),
    },
    { key: 'time', label: 'Time', width: '4.25rem', align: 'end', render: (execution) => <Box component="span" sx={{ color: 'studio.textMuted', fontSize: '0.75rem' }}>{told(execution)}</Box> },
  ], [names]);
  return <VirtualList label="Executions" rows={rows} columns={columns} rowKey={({ execution }) => execution} selected={selected} onSelect={(_key, row) => onSelect(row)} quietHeader followEnd={active} />;
}
