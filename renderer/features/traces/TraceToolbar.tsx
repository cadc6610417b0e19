import ClearIcon from '@mui/icons-material/DeleteSweepOutlined';
import ColumnsIcon from '@mui/icons-material/ViewColumnOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import ExportIcon from '@mui/icons-material/FileDownloadOutlined';
import OpenIcon from '@mui/icons-material/FileOpenOutlined';
import OpenFolderIcon from '@mui/icons-material/FolderOpenOutlined';
import PauseIcon from '@mui/icons-material/PauseOutlined';
import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import SlowIcon from '@mui/icons-material/TimerOutlined';
import ThrottledIcon from '@mui/icons-material/HourglassTopOutlined';
import { Box, Button } from '@mui/material';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { isError, isSlow, toggledWord, type FilterFacts } from '../../stores/traceFilter.ts';
import { color } from '../../ui/color.ts';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';
import { TraceFilterBox } from './TraceFilterBox.tsx';

interface Props {
  readonly filter: string;
  readonly rows: readonly TraceSummary[];
  readonly facts: FilterFacts;
  onFilter(filter: string): void;
  onColumns(anchor: HTMLElement): void;
  onExport(): void;
  /** What only the requests of this session have. */
  readonly session?: { readonly paused: boolean; onPause(): void; onClear(): void; onOpenFiles(): void; onOpenFolder(): void };
}

/** Filter, counts that filter, and what can be done with all requests. */
export function TraceToolbar({ filter, rows, facts, onFilter, onColumns, onExport, session }: Props): ReactElement {
  const counts = useMemo(
    () => ({ errors: rows.filter(isError).length, slow: rows.filter(isSlow).length, throttled: rows.filter(({ result }) => result.class === 'throttled').length }),
    [rows],
  );
  const chip = (word: string, label: string, icon: ReactNode, count: number, always = false): ReactNode =>
    (always || count > 0) && (
      <Button variant={filter.includes(word) ? 'contained' : 'text'} color={word === 'status:error' && count > 0 ? 'error' : 'inherit'} aria-pressed={filter.includes(word)} startIcon={icon} onClick={() => onFilter(toggledWord(filter, word))} sx={{ minHeight: 26, paddingBlock: 0, fontSize: '0.75rem', flexShrink: 0 }}>
        {label} {count.toLocaleString('en-US')}
      </Button>
    );
  return (
    <Box role="toolbar" aria-label="Requests" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, padding: '4px 8px', borderBottom: `1px solid ${color('border')}`, flexShrink: 0, overflowX: 'auto', scrollbarWidth: 'none' }}>
      <TraceFilterBox filter={filter} rows={rows} facts={facts} onFilter={onFilter} />
      {chip('status:error', 'Errors', <ErrorIcon />, counts.errors, true)}
      {chip('status:slow', 'Slow', <SlowIcon />, counts.slow)}
      {chip('status:throttled', 'Throttled', <ThrottledIcon />, counts.throttled)}
      <Box sx={{ flex: 1 }} />
      {session !== undefined && <ToolbarButton label={session.paused ? 'Resume' : 'Pause'} help={session.paused ? 'Shows requests again as they are made.' : 'Keeps the list as it is; requests are recorded all the same.'} icon={session.paused ? <PlayIcon /> : <PauseIcon />} pressed={session.paused} onClick={session.onPause} />}
      <ToolbarButton label="Columns" icon={<ColumnsIcon />} help="Chooses what the list shows." onClick={() => onColumns(document.activeElement instanceof HTMLElement ? document.activeElement : document.body)} />
      {session !== undefined && <ToolbarButton label="Open trace files" icon={<OpenIcon />} help="Opens trace files of this app, of the pack and of SOAPe." onClick={session.onOpenFiles} />}
      {session !== undefined && <ToolbarButton label="Open a folder of traces" icon={<OpenFolderIcon />} help="Opens all trace files of a folder as one list." onClick={session.onOpenFolder} />}
      <ToolbarButton label="Export" icon={<ExportIcon />} help="Writes requests and responses to a file in the format of SOAPe." disabled={rows.length === 0} onClick={onExport} />
      {session !== undefined && <ToolbarButton label="Clear" help="Removes all requests from the list." icon={<ClearIcon />} disabled={rows.length === 0} onClick={session.onClear} />}
    </Box>
  );
}
