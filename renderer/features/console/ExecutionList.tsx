import AttemptIcon from '@mui/icons-material/LoopOutlined';
import ClosedIcon from '@mui/icons-material/ChevronRightOutlined';
import OpenIcon from '@mui/icons-material/ExpandMoreOutlined';
import { Box } from '@mui/material';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { ExecutionView, RunView } from '../../../shared/engine/runView.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { useNow } from '../../stores/useNow.ts';
import { count } from '../../stores/words.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';
import { consoleRows, type ConsoleRow, type Opened } from './consoleRows.ts';

interface Props {
  readonly view: RunView;
  /** The run goes on: the end stays in view. */
  readonly active: boolean;
  /** The key of a row. */
  readonly selected: string | undefined;
  /** The key of a row, and the activity on the canvas that it belongs to. */
  onSelect(row: string, activity: string): void;
}

/** What an execution did so far, in a few words. */
function told({ state, durationMs, progress, rowCount }: ExecutionView): string {
  if (durationMs !== undefined) return state === 'skipped' ? '' : spanText(durationMs);
  if (state === 'running' && progress !== undefined) return progress.total === undefined ? `${progress.done} ${progress.unit}` : `${progress.done} of ${progress.total} ${progress.unit}`;
  return rowCount > 0 ? count(rowCount, 'row') : '';
}

/** How long something has been going on that began at an ISO time. */
function Elapsed({ since }: { readonly since: string }): ReactElement {
  return <>{spanText(Math.max(0, useNow(true) - Date.parse(since)))}</>;
}

function detailOf(row: ConsoleRow, active: boolean): ReactNode {
  if (row.kind === 'attempt') return count(row.attempt.rows, 'row');
  if (row.kind === 'run') return row.view.durationMs === undefined ? '' : spanText(row.view.durationMs);
  const { state, startedAt, progress, rowCount } = row.execution;
  // What counts nothing yet says at least that time goes by.
  if (active && state === 'running' && startedAt !== undefined && progress === undefined && rowCount === 0) return <Elapsed since={startedAt} />;
  return told(row.execution);
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis' } as const;
const aside = { color: 'studio.textMuted', fontSize: '0.75rem', flexShrink: 0, marginLeft: 'auto' } as const;

function Label({ row }: { readonly row: ConsoleRow }): ReactElement {
  if (row.kind === 'attempt') {
    const { attempt, status, reason } = row.attempt;
    return (
      <>
        <StatusIcon status={status} />
        <Box component="span" title={reason} sx={cut}>Attempt {attempt}</Box>
      </>
    );
  }
  if (row.kind === 'run') {
    return (
      <>
        <StatusIcon status={row.view.status} />
        <Box component="span" title={`Run of ${row.view.runbook}`} sx={{ ...cut, fontStyle: 'italic' }}>{row.view.runbook}</Box>
      </>
    );
  }
  const { execution, name } = row;
  return (
    <>
      <StatusIcon status={execution.state} />
      <Box component="span" title={name} sx={cut}>{name}</Box>
      {execution.attempts !== undefined && (
        <Box component="span" title={count(execution.attempts.length, 'attempt')} sx={{ ...aside, display: 'inline-flex', alignItems: 'center' }}>
          <AttemptIcon aria-hidden sx={{ fontSize: 13 }} />
          {execution.attempts.length}×
        </Box>
      )}
      {execution.items > 1 && <Box component="span" sx={aside}>{execution.item} of {execution.items}</Box>}
    </>
  );
}

/** The executions in the order in which they were reached; inside them their attempts, and the runs that they invoked. */
export function ExecutionList({ view, active, selected, onSelect }: Props): ReactElement {
  const [opened, setOpened] = useState<Opened>({});
  const rows = useMemo(() => consoleRows(view, opened, selected), [view, opened, selected]);
  const nested = rows.some(({ open }) => open !== undefined);
  const columns = useMemo((): VirtualColumn<ConsoleRow>[] => {
    const turn = (row: ConsoleRow): void => setOpened((before) => ({ ...before, [row.key]: row.open !== true }));
    return [
      {
        key: 'activity',
        label: 'Activity',
        width: 'minmax(0, 1fr)',
        render: (row) => (
          <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0, paddingLeft: `${(row.level - 1) * 14}px` }}>
            {row.open === undefined && nested && <Box component="span" sx={{ width: 14, flexShrink: 0 }} />}
            {row.open !== undefined && (
              <Box component="span" aria-hidden onClick={() => turn(row)} sx={{ display: 'grid', placeItems: 'center', width: 24, height: 24, marginInline: '-6px -4px', flexShrink: 0, color: 'studio.textMuted' }}>
                {row.open ? <OpenIcon sx={{ fontSize: 16 }} /> : <ClosedIcon sx={{ fontSize: 16 }} />}
              </Box>
            )}
            <Label row={row} />
          </Box>
        ),
      },
      { key: 'time', label: 'Time', width: '4.25rem', align: 'end', render: (row) => <Box component="span" sx={{ color: 'studio.textMuted', fontSize: '0.75rem' }}>{detailOf(row, active)}</Box> },
    ];
  }, [nested, active]);
  const tree = {
    level: ({ level }: ConsoleRow) => level,
    open: ({ open }: ConsoleRow) => open,
    onOpen: (row: ConsoleRow, open: boolean) => setOpened((before) => ({ ...before, [row.key]: open })),
  };
  return <VirtualList label="Executions" rows={rows} columns={columns} rowKey={({ key }) => key} selected={selected} onSelect={(key, row) => onSelect(key, row.activity)} tree={tree} quietHeader followEnd={active} />;
}
