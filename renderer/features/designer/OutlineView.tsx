import { Box } from '@mui/material';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { below } from '../../commands/contextMenu.ts';
import type { OpenEditor, Selection } from '../../stores/editorHistory.ts';
import { color } from '../../ui/color.ts';
import type { Card } from './cardModel.ts';
import type { LinkFacts } from './linkModel.ts';
import { OutlineRow, type OutlineActions } from './OutlineRow.tsx';
import { outlineRows, rowId, rowIsSelected, rowSelection, type OutlineLine } from './outlineRows.ts';

interface Props {
  readonly editor: Pick<OpenEditor, 'document' | 'selection'>;
  /** In running order. */
  readonly cards: readonly Card[];
  readonly links: readonly LinkFacts[];
  onSelect(selection: Partial<Selection>): void;
  /** Keys that do not move within the list: those of the canvas. */
  onKeyDown(event: KeyboardEvent): void;
  onRename(): void;
  /** Asks for the context menu, below a line or at the pointer. */
  onMenu(at?: { readonly x: number; readonly y: number }): void;
}

/** The line that is one, as a selection, more or less than before. */
function extended(selection: Selection, line: OutlineLine): Partial<Selection> {
  if (line.kind !== 'activity') return rowSelection(line);
  const has = selection.activities.includes(line.key);
  return { activities: has ? selection.activities.filter((key) => key !== line.key) : [...selection.activities, line.key], notes: selection.notes };
}

/**
 * The runbook as a tree: activities in running order, below each the links that leave it, then groups and notes. Everything
 * that the canvas can do can be done here, with the same keys; what is selected here is selected there.
 */
export function OutlineView({ editor, cards, links, ...on }: Props): ReactElement {
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const { selection, document: runbook } = editor;
  const rows = useMemo(() => outlineRows(runbook, cards, links, closed), [runbook, cards, links, closed]);
  const selected = rows.findIndex((row) => rowIsSelected(row, selection));
  const own = rows.findIndex((row) => rowId(row) === focused);
  // What was selected elsewhere is where the focus goes on, unless the focused line is part of the selection, or nothing is selected.
  const at = own >= 0 && (selected < 0 || rowIsSelected(rows[own], selection)) ? own : Math.max(0, selected);
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }), [id, at]);

  const go = (line: OutlineLine | undefined, extend = false): void => {
    if (line === undefined) return;
    setFocused(rowId(line));
    on.onSelect(extend ? { ...extended(selection, line), link: undefined } : rowSelection(line));
  };
  const setOpen = (key: string, open: boolean): void => setClosed((before) => new Set(open ? [...before].filter((one) => one !== key) : [...before, key]));
  const sideways = (row: OutlineLine, event: KeyboardEvent): boolean => {
    if (row.kind === 'activity' && row.open !== undefined && row.open !== (event.key === 'ArrowRight')) setOpen(row.key, event.key === 'ArrowRight');
    else if (event.key === 'ArrowRight') go(rows[at + 1]?.level === 2 ? rows[at + 1] : undefined);
    else if (row.kind === 'link') go(rows.slice(0, at).findLast(({ kind }) => kind === 'activity'));
    return true;
  };
  const moved = (event: KeyboardEvent): boolean => {
    const row = rows[at];
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (altKey || row === undefined) return false;
    if (key === ' ' && (ctrlKey || metaKey)) go(row, true);
    else if (ctrlKey || metaKey) return false;
    else if (key === 'ArrowDown') go(rows[at + 1], shiftKey);
    else if (key === 'ArrowUp') go(rows[at - 1], shiftKey);
    else if (key === 'Home') go(rows[0]);
    else if (key === 'End') go(rows.at(-1));
    else if (key === 'ArrowRight' || key === 'ArrowLeft') return sideways(row, event);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = document.getElementById(`${id}-${at}`);
    if (moved(event)) event.preventDefault();
    else if (line !== null && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
      event.preventDefault();
      on.onMenu(below(line));
    } else on.onKeyDown(event);
  };

  // The same for all lines and all times, so that a key press draws two lines anew and not all of them.
  const current = useRef({ go, setOpen, selection, on });
  useEffect(() => {
    current.current = { go, setOpen, selection, on };
  });
  const actions = useMemo(
    (): OutlineActions => ({
      toggle: (row, open) => (row.kind === 'activity' ? current.current.setOpen(row.key, open) : undefined),
      choose(row, extend) {
        current.current.go(row, extend);
        tree.current?.focus();
      },
      rename: () => current.current.on.onRename(),
      menu(row) {
        if (!rowIsSelected(row, current.current.selection)) current.current.go(row);
        current.current.on.onMenu();
      },
    }),
    [],
  );

  return (
    <Box
      ref={tree}
      role="tree"
      aria-label={`Outline of ${runbook.name}`}
      aria-multiselectable
      data-canvas="true"
      tabIndex={0}
      aria-activedescendant={rows.length === 0 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
      onFocus={() => (selected < 0 ? go(rows[at]) : undefined)}
      sx={{ flex: 1, minWidth: 0, minHeight: 0, overflow: 'auto', paddingBlock: 1, bgcolor: 'studio.surface', fontSize: '0.8125rem', '&:focus': { outline: 'none' }, '&:focus-visible [data-focused="true"]': { boxShadow: `inset 0 0 0 2px ${color('focus')}` } }}
    >
      {rows.map((row, index) => (
        <OutlineRow key={rowId(row)} id={`${id}-${index}`} row={row} focused={index === at} selected={rowIsSelected(row, selection)} actions={actions} />
      ))}
    </Box>
  );
}
