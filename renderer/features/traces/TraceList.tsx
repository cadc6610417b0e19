import { useMemo, type ReactElement } from 'react';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { columnsOf, type ColumnName } from './traceColumns.tsx';

interface Props {
  readonly rows: readonly TraceSummary[];
  readonly shown: readonly ColumnName[];
  nameOf(summary: TraceSummary): string;
  readonly selected: string | undefined;
  onSelect(id: string): void;
  /** Enter or a double click. */
  onOpen(): void;
  onMenu?(id: string, element?: Element): void;
}

/** The span of time of all rows, in milliseconds since 1970. */
function spanOf(rows: readonly TraceSummary[]): { readonly from: number; readonly to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { startedAt, durationMs } of rows) {
    const start = Date.parse(startedAt);
    from = Math.min(from, start);
    to = Math.max(to, start + durationMs);
  }
  return { from, to };
}

/** The list of pairs: request and response in one row. */
export function TraceList({ rows, shown, nameOf, selected, onSelect, onOpen, onMenu }: Props): ReactElement {
  const { from, to } = useMemo(() => spanOf(rows), [rows]);
  const columns = useMemo(() => {
    const all = columnsOf({ nameOf, from, to });
    return shown.map((name) => all[name]);
  }, [nameOf, from, to, shown]);
  return <VirtualList label="Requests" rows={rows} columns={columns} rowKey={({ id }) => id} selected={selected} onSelect={onSelect} onOpen={onOpen} {...(onMenu === undefined ? {} : { onMenu: (id: string, _row: TraceSummary, element?: Element) => onMenu(id, element) })} followEnd={selected === undefined} />;
}
