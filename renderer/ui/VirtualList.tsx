import { Box } from '@mui/material';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { color } from './color.ts';
import { unseen } from './unseen.ts';
import { useDensity } from './useDensity.ts';

interface Column<T> {
  readonly key: string;
  readonly label: string;
  /** Width as a grid track, for example `minmax(80px, 1fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end';
  render(row: T, index: number): ReactNode;
}

interface Props<T> {
  /** Accessible name of the grid. */
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  rowKey(row: T, index: number): string;
  readonly selected: string | undefined;
  onSelect(key: string, row: T): void;
  /** Enter or a double click on a row. */
  onOpen?(key: string, row: T): void;
  /** The context menu of a row is asked for: by pointer, or by a key at the chosen one, whose element is then given. */
  onMenu?(key: string, row: T, element?: Element): void;
  /** Row height in CSS pixels while the setting Density is compact; comfortable rows are higher. */
  readonly rowHeight?: number;
  /** Width of all columns together in CSS pixels, where that is more than the list has: it scrolls sideways, names and rows together. */
  readonly tableWidth?: number;
  /** Hides the line of column names from the eye; it stays for screen readers. */
  readonly quietHeader?: boolean;
  /** Makes rows of a tree of them: rows inside closed ones are left out of `rows`. */
  readonly tree?: {
    /** From 1. */
    level(row: T): number;
    /** Whether the rows inside are shown; undefined where there are none. */
    open(row: T): boolean | undefined;
    onOpen(row: T, open: boolean): void;
    /** An open row shows its own cells in full, as high as they are, in place of rows inside it. A press on a row opens it; one on what is marked with `turnsRow` closes it, too. */
    readonly inPlace?: boolean;
  };
  /** Keeps the last row in view while rows arrive, until the person scrolls up. */
  readonly followEnd?: boolean;
}

export type { Column as VirtualColumn };

const turnMark = 'data-turns-row';
/** Marks what closes an open row. */
export const turnsRow = { [turnMark]: '' };

const pageRows = 10;
const headerHeight = 28;
/** A cell of a row that is open in its place. */
const inFull = { alignSelf: 'start', paddingBlock: '2px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0 } as const;
/** What the setting Density adds to a row, as it does to the rows of menus. */
const comfort = 8;

/** A grid of any length that draws only the rows in view. Focus stays on the grid; the chosen row is its active descendant. */
export function VirtualList<T>({
  label,
  rows,
  columns,
  rowKey,
  selected,
  onSelect,
  onOpen,
  onMenu,
  rowHeight: compactHeight = 28,
  tableWidth,
  quietHeader = false,
  followEnd = false,
  tree,
}: Props<T>): ReactElement {
  const grid = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const id = useId();
  const rowHeight = compactHeight + (useDensity() === 'comfortable' ? comfort : 0);
  const above = quietHeader ? 0 : headerHeight;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => (rows[index] === undefined ? index : rowKey(rows[index], index)),
    overscan: 12,
    // Rows that arrive while a run goes on scroll the list; drawing them at once would hold up whoever types.
    useFlushSync: !followEnd,
    initialRect: { width: 800, height: 400 },
    // The column names stay at the top of what scrolls; rows begin below them.
    scrollMargin: above,
    scrollPaddingStart: above,
  });
  const chosen = selected === undefined ? -1 : rows.findIndex((row, index) => rowKey(row, index) === selected);
  const tracks = columns.map((column) => column.width).join(' ');

  const inPlace = tree?.inPlace === true;

  useEffect(() => {
    virtual.measure();
    // Only rows that are open have a height of their own; the list forgot it with the others.
    grid.current?.querySelectorAll('[data-in-place]').forEach((row) => virtual.measureElement(row));
  }, [rowHeight, virtual]);

  useEffect(() => {
    if (followEnd && atEnd.current && rows.length > 0) virtual.scrollToIndex(rows.length - 1);
  }, [followEnd, rows.length, virtual]);

  useEffect(() => {
    // What is chosen elsewhere, on the canvas for example, comes into view here.
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);

  const drawn = virtual.getVirtualItems();
  const choose = (index: number): void => {
    const bounded = Math.min(rows.length - 1, Math.max(0, index));
    const row = rows[bounded];
    if (row === undefined) return;
    onSelect(rowKey(row, bounded), row);
    virtual.scrollToIndex(bounded);
  };
  const isOpenInPlace = (row: T): boolean => inPlace && tree?.open(row) === true;
  const turn = (row: T, open: boolean): void => {
    // A row that is closed is not measured any more.
    if (inPlace && !open) virtual.resizeItem(rows.indexOf(row), rowHeight);
    tree?.onOpen(row, open);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowDown: chosen + 1,
      ArrowUp: Math.max(0, chosen - 1),
      Home: 0,
      End: rows.length - 1,
      PageDown: chosen + pageRows,
      PageUp: chosen - pageRows,
    }[event.key];
    const row = rows[chosen];
    const [open, level] = row === undefined || tree === undefined ? [] : [tree.open(row), tree.level(row)];
    if (to !== undefined) choose(to);
    else if (event.key === 'ArrowRight' && row !== undefined && open === false) turn(row, true);
    else if (event.key === 'ArrowRight' && open === true && !inPlace) choose(chosen + 1);
    else if (event.key === 'ArrowLeft' && row !== undefined && open === true) turn(row, false);
    else if (inPlace && event.key === 'Enter' && row !== undefined && open !== undefined) turn(row, !open);
    else if (event.key === 'ArrowLeft' && tree !== undefined && level !== undefined && level > 1) choose(rows.slice(0, chosen).findLastIndex((one) => tree.level(one) < level));
    else if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) onOpen(rowKey(row, chosen), row);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && row !== undefined && onMenu !== undefined) onMenu(rowKey(row, chosen), row, grid.current?.querySelector('[aria-selected="true"]') ?? event.currentTarget);
    else return;
    event.preventDefault();
  };
  const cells = { display: 'grid', gridTemplateColumns: tracks, columnGap: 1, alignItems: 'center', paddingInline: 1 } as const;
  const cell = (align: Column<T>['align']): object => ({
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: align ?? 'start',
    ...(align === 'end' ? { fontVariantNumeric: 'tabular-nums' } : {}),
  });

  return (
    <Box
      ref={grid}
      role={tree === undefined ? 'grid' : 'treegrid'}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      // Only what is drawn can be named.
      aria-activedescendant={drawn.some(({ index }) => index === chosen) ? `${id}-${chosen}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollTop + clientHeight >= scrollHeight - rowHeight;
      }}
      sx={{ position: 'relative', flex: 1, minHeight: 0, minWidth: 0, overflow: 'auto', fontSize: '0.8125rem', '&:focus-visible': { outlineOffset: -2 } }}
    >
      <Box
        role="rowgroup"
        style={{ minWidth: tableWidth }}
        sx={
          quietHeader
            ? unseen
            : {
                position: 'sticky',
                top: 0,
                zIndex: 1,
                bgcolor: 'studio.surface',
                borderBottom: 1,
                borderColor: 'studio.border',
                boxSizing: 'border-box',
                height: headerHeight,
              }
        }
      >
        <Box role="row" aria-rowindex={1} sx={{ ...cells, height: '100%', color: 'studio.textMuted', fontSize: '0.75rem', fontWeight: 500 }}>
          {columns.map((column) => (
            <Box key={column.key} role="columnheader" sx={cell(column.align)}>
              {column.label}
            </Box>
          ))}
        </Box>
      </Box>
      <Box role="rowgroup" sx={{ position: 'relative' }} style={{ height: virtual.getTotalSize(), minWidth: tableWidth }}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const key = rowKey(row, index);
          const full = isOpenInPlace(row);
          return (
            <Box
              key={key}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === chosen}
              {...(tree === undefined ? {} : { 'aria-level': tree.level(row), 'aria-expanded': tree.open(row) })}
              onClick={({ target }) => {
                onSelect(key, row);
                const open = inPlace ? tree?.open(row) : undefined;
                const turns = target instanceof Element && target.closest(`[${turnMark}]`) !== null;
                if (open === false || (open === true && turns)) turn(row, !open);
              }}
              onDoubleClick={() => onOpen?.(key, row)}
              {...(onMenu === undefined ? {} : { onContextMenu: (event: MouseEvent) => { event.preventDefault(); onSelect(key, row); onMenu(key, row); } })}
              {...(full ? { ref: virtual.measureElement, 'data-index': index, 'data-in-place': '' } : {})}
              style={{ top: start - above, ...(full ? { minHeight: rowHeight } : { height: rowHeight }) }}
              sx={{
                ...cells,
                position: 'absolute',
                insetInline: 0,
                cursor: 'default',
                // The second click of a double click would mark a word.
                userSelect: onOpen === undefined ? 'text' : 'none',
                '&:hover': { bgcolor: 'studio.hover' },
                '&[aria-selected="true"]': { bgcolor: 'studio.selected', boxShadow: `inset 2px 0 ${color('accent')}` },
              }}
            >
              {columns.map((column) => (
                <Box key={column.key} role="gridcell" sx={full ? inFull : cell(column.align)}>
                  {column.render(row, index)}
                </Box>
              ))}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
