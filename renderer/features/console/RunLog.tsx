import { Box, MenuItem, OutlinedInput, Select } from '@mui/material';
import { useMemo, useState, type ReactElement } from 'react';
import type { LogLine } from '../../../shared/engine/logLine.ts';
import type { Sequence } from '../../../shared/engine/sequence.ts';
import { timeOfDay } from '../../stores/words.ts';
import { color, type ColorName } from '../../ui/color.ts';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';

interface Props {
  readonly lines: Sequence<LogLine>;
  readonly names: Readonly<Record<string, string>>;
  onShow(execution: string): void;
}

const levelColors: Readonly<Record<LogLine['level'], ColorName>> = { information: 'text', warning: 'warning', error: 'error' };
const levelWords: Readonly<Record<LogLine['level'], string>> = { information: '', warning: 'Warning: ', error: 'Error: ' };

/** The log of a run: one line for each event, following the end unless the person scrolls up. */
export function RunLog({ lines, names, onShow }: Props): ReactElement {
  const [text, setText] = useState('');
  const [level, setLevel] = useState<'all' | 'problems'>('all');
  const [selected, setSelected] = useState<string | undefined>(undefined);
  const rows = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    const fits = (line: LogLine): boolean => (level === 'all' || line.level !== 'information') && (wanted === '' || `${names[line.activity ?? ''] ?? ''} ${line.text}`.toLowerCase().includes(wanted));
    return lines.toArray().filter(fits);
  }, [lines, names, text, level]);
  const columns = useMemo((): VirtualColumn<LogLine>[] => [
    { key: 'time', label: 'Time', width: '6.5rem', render: ({ at }) => <Box component="span" sx={{ color: 'studio.textMuted' }}>{timeOfDay(at)}</Box> },
    { key: 'activity', label: 'Activity', width: 'minmax(6rem, 13rem)', render: ({ activity }) => (activity === undefined ? '' : (names[activity] ?? activity)) },
    { key: 'text', label: 'Event', width: 'minmax(0, 1fr)', render: (line) => <Box component="span" title={line.text} sx={{ color: `studio.${levelColors[line.level]}` }}>{levelWords[line.level]}{line.text}</Box> },
  ], [names]);
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column', bgcolor: 'studio.panel' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, padding: '3px 8px 3px 12px', borderBottom: `1px solid ${color('border')}`, flexShrink: 0 }}>
        <Box sx={{ flex: 1, fontSize: '0.75rem', fontWeight: 600, color: 'studio.textMuted' }}>Log</Box>
        <OutlinedInput value={text} placeholder="Filter the log" onChange={(event) => setText(event.target.value)} slotProps={{ input: { 'aria-label': 'Filter the log', type: 'search' } }} sx={{ width: 180, fontSize: '0.75rem', '& input': { height: 24, paddingInline: 1 } }} />
        <Select value={level} onChange={(event) => setLevel(event.target.value)} SelectDisplayProps={{ 'aria-label': 'Lines of the log' }} sx={{ fontSize: '0.75rem', '& .MuiSelect-select': { minHeight: '24px !important', height: 24 } }}>
          <MenuItem value="all">All</MenuItem>
          <MenuItem value="problems">Warnings and errors</MenuItem>
        </Select>
      </Box>
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
        rowHeight={22}
        quietHeader
        followEnd
      />
    </Box>
  );
}
