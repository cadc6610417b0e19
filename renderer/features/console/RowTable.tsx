import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Box, IconButton, Menu, MenuItem, OutlinedInput, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useMemo, useState, type ReactElement } from 'react';
import type { PublishedRow } from '../../../shared/engine/events.ts';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { color, monospace } from '../../ui/color.ts';
import { Pager } from '../../ui/Pager.tsx';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';
import { FactList } from './FactList.tsx';
import { tableText } from './tableText.ts';

interface NumberedRow {
  readonly number: number;
  readonly values: PublishedRow;
}

type Mode = 'table' | 'json' | 'fields';

const copyWays = {
  table: { label: 'Copy as table for a spreadsheet', what: 'a table', text: tableText },
  json: { label: 'Copy as JSON', what: 'JSON', text: (rows: readonly PublishedRow[]) => JSON.stringify(rows, null, 2) },
} as const;
type CopyWay = keyof typeof copyWays;
const copyOrder: readonly CopyWay[] = ['table', 'json'];

/** JSON is drawn as one text, so that only so many rows are shown; copying takes all of them. */
const shownAsJson = 100;

const shownOf = (shown: number, all: number): string => (shown === all ? count(all, 'row') : `${shown.toLocaleString('en-US')} of ${count(all, 'row')}`);
const notes: Readonly<Record<Mode, (shown: number, all: number) => string>> = {
  table: (shown, all) => `${shownOf(shown, all)}. Enter shows all fields of one.`,
  json: (shown, all) => (shown > shownAsJson ? `The first ${shownAsJson} of ${count(shown, 'row')}.` : shownOf(shown, all)),
  fields: (shown, all) => shownOf(shown, all),
};

/** Columns that say little come last: what is the same in every row, and what is long and opaque. */
function columnOrder(rows: readonly NumberedRow[], labels: readonly string[]): readonly string[] {
  const weight = (label: string): number => {
    const values = rows.slice(0, 50).map(({ values: row }) => row[label] ?? '');
    if (values.every((value) => value === '')) return 3;
    if (/\bID\b/.test(label) || values.some((value) => value.length > 60 && !value.includes(' '))) return 2;
    if (values.some((value) => /^\d{4}-\d{2}-\d{2}T/.test(value))) return 0.5;
    return rows.length > 1 && new Set(values).size === 1 ? 1 : 0;
  };
  return labels.map((label) => ({ label, weight: weight(label) })).toSorted((a, b) => a.weight - b.weight).map(({ label }) => label);
}

/** The rows an execution published: as a table, as JSON, or one row with all its fields. */
export function RowTable({ execution }: { readonly execution: ExecutionView }): ReactElement {
  const [mode, setMode] = useState<Mode>('table');
  const [selected, setSelected] = useState<string>('1');
  const [wanted, setWanted] = useState('');
  const [copyAt, setCopyAt] = useState<HTMLElement | undefined>(undefined);
  const api = useApi();
  const { app } = useStores();
  const all = useMemo(() => execution.rows.toArray().map((values, index): NumberedRow => ({ number: index + 1, values })), [execution.rows]);
  const rows = useMemo(() => {
    const text = wanted.trim().toLowerCase();
    return text === '' ? all : all.filter(({ values }) => Object.values(values).some((value) => value.toLowerCase().includes(text)));
  }, [all, wanted]);
  const columns = useMemo((): VirtualColumn<NumberedRow>[] => {
    const labels = columnOrder(rows, [...new Set(rows.slice(0, 200).flatMap(({ values }) => Object.keys(values)))]);
    const cell = (label: string): VirtualColumn<NumberedRow> => ({ key: label, label, width: '180px', render: ({ values }) => <span title={values[label]}>{(values[label] ?? '').slice(0, 200)}</span> });
    return [{ key: '#', label: '#', width: '40px', align: 'end', render: ({ number }) => number }, ...labels.map(cell)];
  }, [rows]);
  if (all.length === 0) {
    const text = execution.durationMs === undefined ? 'Nothing published yet.' : execution.state === 'failed' ? 'Nothing published, because the activity failed.' : 'No rows, so the links after this activity were not followed.';
    return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>{text}</Typography>;
  }
  const index = Math.max(0, rows.findIndex(({ number }) => String(number) === selected));
  const row = rows[index];
  const copy = async (way: CopyWay): Promise<void> => {
    setCopyAt(undefined);
    const result = await api.app.copyText({ text: copyWays[way].text(rows.map(({ values }) => values)) });
    if (result.ok) app.getState().notify(`${count(rows.length, 'row')} copied as ${copyWays[way].what}.`);
  };
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, padding: '4px 8px', borderBottom: `1px solid ${color('border')}`, flexShrink: 0 }}>
        <ToggleButtonGroup exclusive size="small" value={mode} onChange={(_event, next: Mode | null) => (next === null ? undefined : setMode(next))} aria-label="How rows are shown" sx={{ '& .MuiToggleButton-root': { minHeight: 24, padding: '0 10px', fontSize: '0.75rem', textTransform: 'none' } }}>
          <ToggleButton value="table">Table</ToggleButton>
          <ToggleButton value="json">JSON</ToggleButton>
          <ToggleButton value="fields">Fields</ToggleButton>
        </ToggleButtonGroup>
        <Typography variant="caption" noWrap sx={{ color: 'studio.textMuted', flex: 1, minWidth: 0 }}>{notes[mode](rows.length, all.length)}</Typography>
        {mode === 'fields' && row !== undefined && <Pager noun="row" at={index + 1} of={rows.length} onChange={(at) => setSelected(String(rows[at - 1]?.number ?? 1))} />}
        <OutlinedInput value={wanted} placeholder="Filter" onChange={(event) => setWanted(event.target.value)} slotProps={{ input: { 'aria-label': 'Filter the rows', type: 'search' } }} sx={{ flex: '0 1 140px', minWidth: 70, fontSize: '0.75rem', '& input': { height: 24, paddingInline: 1 } }} />
        <IconButton aria-label="Copy rows" title="Copies the rows that are shown" aria-haspopup="menu" aria-expanded={copyAt !== undefined} disabled={rows.length === 0} onClick={({ currentTarget }) => setCopyAt(currentTarget)} sx={{ flexShrink: 0 }}><CopyIcon sx={{ fontSize: 16 }} /></IconButton>
        <Menu open={copyAt !== undefined} anchorEl={copyAt ?? null} onClose={() => setCopyAt(undefined)} slotProps={{ list: { 'aria-label': 'Ways to copy', dense: true } }}>
          {copyOrder.map((way) => <MenuItem key={way} onClick={() => void copy(way)}>{copyWays[way].label}</MenuItem>)}
        </Menu>
      </Box>
      {mode === 'json' && <Box component="pre" tabIndex={0} aria-label="Published data as JSON" sx={{ flex: 1, minHeight: 0, overflow: 'auto', margin: 0, padding: '6px 12px', fontFamily: monospace, fontSize: '0.75rem', lineHeight: 1.5 }}>{JSON.stringify(rows.slice(0, shownAsJson).map(({ values }) => values), null, 2)}</Box>}
      {mode === 'json' ? null : mode === 'table' || row === undefined ? (
        <VirtualList label="Published data" rows={rows} columns={columns} tableWidth={columns.length * 188} rowKey={({ number }) => String(number)} selected={selected} onSelect={setSelected} onOpen={(key) => { setSelected(key); setMode('fields'); }} />
      ) : (
        <Box role="group" aria-label="Fields of the row" tabIndex={0} sx={{ flex: 1, minHeight: 0, overflow: 'auto', '&:focus-visible': { outlineOffset: -2 } }}><FactList facts={Object.entries(row.values).map(([label, value]) => ({ key: label, label, value }))} /></Box>
      )}
    </Box>
  );
}
