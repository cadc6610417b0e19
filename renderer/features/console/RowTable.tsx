import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useMemo, useState, type ReactElement } from 'react';
import type { PublishedRow } from '../../../shared/engine/events.ts';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import { color } from '../../ui/color.ts';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';
import { FactList } from './FactList.tsx';

interface NumberedRow {
  readonly number: number;
  readonly values: PublishedRow;
}

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

/** The rows an execution published: as a table, or one row with all its fields. */
export function RowTable({ execution }: { readonly execution: ExecutionView }): ReactElement {
  const [mode, setMode] = useState<'table' | 'fields'>('table');
  const [selected, setSelected] = useState<string>('1');
  const rows = useMemo(() => execution.rows.toArray().map((values, index): NumberedRow => ({ number: index + 1, values })), [execution.rows]);
  const columns = useMemo((): VirtualColumn<NumberedRow>[] => {
    const labels = columnOrder(rows, [...new Set(rows.slice(0, 200).flatMap(({ values }) => Object.keys(values)))]);
    const cell = (label: string): VirtualColumn<NumberedRow> => ({ key: label, label, width: '180px', render: ({ values }) => <span title={values[label]}>{(values[label] ?? '').slice(0, 200)}</span> });
    return [{ key: '#', label: '#', width: '40px', align: 'end', render: ({ number }) => number }, ...labels.map(cell)];
  }, [rows]);
  if (rows.length === 0) {
    const text = execution.durationMs === undefined ? 'Nothing published yet.' : execution.state === 'failed' ? 'Nothing published, because the activity failed.' : 'No rows, so the links after this activity were not followed.';
    return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>{text}</Typography>;
  }
  const row = rows[Number(selected) - 1] ?? rows[0];
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, padding: '4px 8px', borderBottom: `1px solid ${color('border')}`, flexShrink: 0 }}>
        <ToggleButtonGroup exclusive size="small" value={mode} onChange={(_event, next: 'table' | 'fields' | null) => (next === null ? undefined : setMode(next))} aria-label="How rows are shown" sx={{ '& .MuiToggleButton-root': { minHeight: 24, padding: '0 10px', fontSize: '0.75rem', textTransform: 'none' } }}>
          <ToggleButton value="table">Table</ToggleButton>
          <ToggleButton value="fields">Fields</ToggleButton>
        </ToggleButtonGroup>
        <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>{mode === 'fields' ? `Row ${row?.number ?? 1} of ${rows.length}` : 'Enter or double click shows all fields of a row.'}</Typography>
      </Box>
      {mode === 'table' || row === undefined ? (
        <VirtualList label="Published data" rows={rows} columns={columns} tableWidth={columns.length * 188} rowKey={({ number }) => String(number)} selected={selected} onSelect={setSelected} onOpen={(key) => { setSelected(key); setMode('fields'); }} />
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}><FactList facts={Object.entries(row.values).map(([label, value]) => ({ key: label, label, value }))} /></Box>
      )}
    </Box>
  );
}
