import FilterIcon from '@mui/icons-material/FilterListOutlined';
import { Box, Button, InputAdornment, MenuItem, OutlinedInput, Select } from '@mui/material';
import type { ReactElement } from 'react';
import { resultWords } from '../../../shared/history/summaryText.ts';
import type { RunResult } from '../../../shared/history/runSummary.ts';
import type { HistoryFilter, HistoryPeriod } from '../../stores/historyFilter.ts';
import { dayText } from '../../stores/historyWords.ts';

interface Props {
  readonly filter: HistoryFilter;
  /** Names of the runbooks that have runs. */
  readonly runbooks: readonly string[];
  readonly filtered: boolean;
  onFilter(filter: Partial<HistoryFilter>): void;
  onClear(): void;
}

const results: readonly RunResult[] = ['success', 'warning', 'failed', 'cancelled', 'interrupted', 'running'];
const periods = { all: 'Any day', today: 'Today', week: 'Last 7 days', twoWeeks: 'Last 14 days' } as const;
const small = { fontSize: '0.8125rem', '& .MuiSelect-select': { minHeight: '28px !important', lineHeight: '28px', paddingBlock: 0 } } as const;

/** Narrows the list of runs: by text of an error, by result, by runbook, by day. */
export function HistoryFilters({ filter, runbooks, filtered, onFilter, onClear }: Props): ReactElement {
  const { text, result, runbook, period } = filter;
  const day = typeof period === 'object' ? period.day : undefined;
  const isPeriod = (value: string): value is keyof typeof periods => Object.hasOwn(periods, value);
  const choosePeriod = (value: string): void => onFilter({ period: (isPeriod(value) ? value : period) satisfies HistoryPeriod });
  return (
    <Box role="search" aria-label="Filter of the history" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', minWidth: 0 }}>
      <OutlinedInput
        value={text}
        placeholder="Runbook, error or connection"
        startAdornment={<InputAdornment position="start"><FilterIcon sx={{ fontSize: '1rem' }} /></InputAdornment>}
        onChange={(event) => onFilter({ text: event.target.value })}
        onKeyDown={(event) => (event.key === 'Escape' ? onFilter({ text: '' }) : undefined)}
        slotProps={{ input: { 'aria-label': 'Text in runbook, error or connection', type: 'search', style: { height: 28, fontSize: '0.8125rem' } } }}
        sx={{ width: '15rem' }}
      />
      <Select value={result} onChange={(event) => onFilter({ result: event.target.value })} SelectDisplayProps={{ 'aria-label': 'Result' }} sx={small}>
        <MenuItem value="all">Any result</MenuItem>
        <MenuItem value="problems">With problems</MenuItem>
        {results.map((one) => <MenuItem key={one} value={one}>{resultWords[one]}</MenuItem>)}
      </Select>
      <Select value={runbook} onChange={(event) => onFilter({ runbook: event.target.value })} SelectDisplayProps={{ 'aria-label': 'Runbook' }} sx={{ ...small, maxWidth: '14rem' }}>
        <MenuItem value="all">Any runbook</MenuItem>
        {runbooks.map((name) => <MenuItem key={name} value={name}>{name}</MenuItem>)}
      </Select>
      <Select value={day ?? (typeof period === 'string' ? period : 'all')} onChange={(event) => choosePeriod(event.target.value)} SelectDisplayProps={{ 'aria-label': 'Day' }} sx={small}>
        {Object.entries(periods).map(([value, label]) => <MenuItem key={value} value={value}>{label}</MenuItem>)}
        {day !== undefined && <MenuItem value={day}>{dayText(day)}</MenuItem>}
      </Select>
      {filtered && <Button variant="text" onClick={onClear}>Clear filter</Button>}
    </Box>
  );
}
