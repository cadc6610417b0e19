import ClosedIcon from '@mui/icons-material/ChevronRightOutlined';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import OpenIcon from '@mui/icons-material/ExpandMoreOutlined';
import SaveIcon from '@mui/icons-material/SaveAltOutlined';
import { Box, Button, MenuItem, OutlinedInput, Select } from '@mui/material';
import { useMemo, useState, type ReactElement } from 'react';
import { whoOf, type LogLine } from '../../../shared/engine/logLine.ts';
import type { Derived, Sequence } from '../../../shared/engine/sequence.ts';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';
import { count, timeOfDay } from '../../stores/words.ts';
import { color, type ColorName } from '../../ui/color.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';
import { turnsRow, VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';

interface Props {
  readonly lines: Sequence<LogLine>;
  readonly names: Readonly<Record<string, string>>;
  /** Name of the runbook, for the file the log is saved to. */
  readonly runbook: string;
  onShow(execution: string): void;
}

type Level = 'all' | 'problems' | 'errors';

const levelColors: Readonly<Record<LogLine['level'], ColorName>> = { information: 'text', warning: 'warning', error: 'error' };
const levelWords: Readonly<Record<LogLine['level'], string>> = { information: '', warning: 'Warning: ', error: 'Error: ' };
const levels: Readonly<Record<Level, { readonly label: string; readonly shown: readonly LogLine['level'][] }>> = {
  all: { label: 'All', shown: ['information', 'warning', 'error'] },
  problems: { label: 'Warnings and errors', shown: ['warning', 'error'] },
  errors: { label: 'Errors', shown: ['error'] },
};
const levelNames: readonly Level[] = ['all', 'problems', 'errors'];
/** A line of more characters may be cut off: it can be unfolded. */
const longLine = 48;
const canUnfold = ({ text }: LogLine): boolean => text.length > longLine || text.includes('\n');
const everyActivity = '';
const compact = { fontSize: '0.75rem', '& .MuiSelect-select': { minHeight: '24px !important', height: 24 } } as const;

/** The lines as text, one for each event, for the clipboard or a file. */
function logText(lines: readonly LogLine[], names: Props['names']): string {
  return lines.map((line) => [line.at, whoOf(line, names), `${levelWords[line.level]}${line.text}`].join('\t')).join('\n');
}

/** Shows whether a line is unfolded. The row says it to those who do not see it. */
function UnfoldMark({ open }: { readonly open: boolean }): ReactElement {
  const Icon = open ? OpenIcon : ClosedIcon;
  return (
    <Box component="span" aria-hidden {...turnsRow} sx={{ display: 'grid', placeItems: 'center', width: 18, flexShrink: 0, marginLeft: '-4px', marginRight: '4px' }}>
      <Icon sx={{ fontSize: 15 }} />
    </Box>
  );
}

/** The log of a run: one line for each event, following the end unless the person scrolls up. What is too long for its line is unfolded in its place. */
export function RunLog({ lines, names, runbook, onShow }: Props): ReactElement {
  const api = useApi();
  const { app } = useStores();
  const [text, setText] = useState('');
  const [level, setLevel] = useState<Level>('all');
  const [activity, setActivity] = useState(everyActivity);
  const [selected, setSelected] = useState<string | undefined>(undefined);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const [error, setError] = useState<AppErrorData | undefined>(undefined);
  const fitting = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    const fits = (line: LogLine): boolean =>
      levels[level].shown.includes(line.level) &&
      (activity === everyActivity || line.activity === activity) &&
      (wanted === '' || `${names[line.activity ?? ''] ?? ''} ${line.name ?? ''} ${line.text}`.toLowerCase().includes(wanted));
    const kept: Derived<LogLine, LogLine> = new WeakMap();
    return (all: Sequence<LogLine>): LogLine[] => all.derive(kept, (part) => part.filter(fits));
  }, [names, text, level, activity]);
  const rows = useMemo(() => fitting(lines), [fitting, lines]);
  const tree = useMemo(() => ({
    inPlace: true,
    level: () => 1,
    open: (line: LogLine) => (canUnfold(line) ? unfolded.has(line.seq) : undefined),
    onOpen: ({ seq }: LogLine, open: boolean) => setUnfolded((before) => new Set(open ? [...before, seq] : [...before].filter((one) => one !== seq))),
  }), [unfolded]);
  const columns = useMemo((): VirtualColumn<LogLine>[] => [
    {
      key: 'time',
      label: 'Time',
      width: '7.75rem',
      render: (line) => (
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', color: 'studio.textMuted' }}>
          {canUnfold(line) ? <UnfoldMark open={unfolded.has(line.seq)} /> : <Box component="span" sx={{ width: 18, flexShrink: 0 }} />}
          {timeOfDay(line.at)}
        </Box>
      ),
    },
    { key: 'activity', label: 'Activity', width: 'minmax(6rem, 13rem)', render: (line) => <Box component="span" title={whoOf(line, names).trim()} sx={{ paddingLeft: `${(line.depth ?? 0) * 14}px` }}>{whoOf(line, names).trim()}</Box> },
    { key: 'text', label: 'Event', width: 'minmax(0, 1fr)', render: (line) => <Box component="span" title={line.text} sx={{ color: `studio.${levelColors[line.level]}` }}>{levelWords[line.level]}{line.text}</Box> },
  ], [names, unfolded]);
  const copy = async (): Promise<void> => {
    const result = await api.app.copyText({ text: logText(rows, names) });
    if (result.ok) app.getState().notify(`${count(rows.length, 'line')} copied.`);
  };
  const save = async (): Promise<void> => {
    const result = await api.files.saveText({ title: 'Save Log', name: `${runbook.replaceAll(/[^\p{L}\p{N} _-]/gu, '')} log.txt`, text: `${logText(rows, names)}\n` });
    setError(result.ok ? undefined : result.error);
    if (result.ok && result.value.file !== null) app.getState().notify(`Log saved to ${result.value.file}.`);
  };
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column', bgcolor: 'studio.panel' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, padding: '3px 8px 3px 12px', borderBottom: `1px solid ${color('border')}`, flexShrink: 0 }}>
        <Box sx={{ flex: 1, fontSize: '0.75rem', fontWeight: 600, color: 'studio.textMuted', whiteSpace: 'nowrap' }}>Log</Box>
        <OutlinedInput value={text} placeholder="Filter the log" onChange={(event) => setText(event.target.value)} slotProps={{ input: { 'aria-label': 'Filter the log', type: 'search' } }} sx={{ flex: '0 1 180px', minWidth: 80, fontSize: '0.75rem', '& input': { height: 24, paddingInline: 1 } }} />
        <Select displayEmpty value={activity} onChange={(event) => setActivity(event.target.value)} SelectDisplayProps={{ 'aria-label': 'Activity of the lines' }} sx={{ ...compact, maxWidth: 180 }}>
          <MenuItem value={everyActivity}>Every activity</MenuItem>
          {Object.entries(names).map(([key, name]) => <MenuItem key={key} value={key}>{name}</MenuItem>)}
        </Select>
        <Select value={level} onChange={(event) => setLevel(event.target.value)} SelectDisplayProps={{ 'aria-label': 'Lines of the log' }} sx={compact}>
          {levelNames.map((one) => <MenuItem key={one} value={one}>{levels[one].label}</MenuItem>)}
        </Select>
        <ToolbarButton label="Copy the log" icon={<CopyIcon sx={{ fontSize: 16 }} />} help="Copies the lines that are shown." disabled={rows.length === 0} onClick={() => void copy()} />
        <ToolbarButton label="Save the log" icon={<SaveIcon sx={{ fontSize: 16 }} />} help="Writes the lines that are shown to a file." disabled={rows.length === 0} onClick={() => void save()} />
      </Box>
      {error !== undefined && <Box sx={{ padding: 1, maxHeight: '60%', overflow: 'auto', flexShrink: 0 }}><ErrorCard error={error} alert actions={<Button onClick={() => setError(undefined)}>Close</Button>} /></Box>}
      <VirtualList
        label="Log"
        rows={rows}
        columns={columns}
        rowKey={({ seq }) => String(seq)}
        selected={selected}
        onSelect={(key, line) => {
          setSelected(key);
          if (line.execution !== undefined) onShow(line.execution);
        }}
        tree={tree}
        rowHeight={22}
        quietHeader
        followEnd
      />
    </Box>
  );
}
