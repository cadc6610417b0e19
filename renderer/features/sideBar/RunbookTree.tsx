import FolderOpenIcon from '@mui/icons-material/ExpandMoreOutlined';
import FolderClosedIcon from '@mui/icons-material/ChevronRightOutlined';
import ProblemIcon from '@mui/icons-material/ErrorOutlineOutlined';
import RunbookIcon from '@mui/icons-material/AccountTreeOutlined';
import { Box, Typography } from '@mui/material';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { RunbookEntry } from '../../../shared/workspace/workspace.ts';
import { useApi } from '../../api/useApi.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { below, showMenu } from '../../commands/contextMenu.ts';
import { deleteRunbook, openRunbook, whenSaved } from '../../commands/workspaceActions.ts';
import { isDirty } from '../../stores/editorHistory.ts';
import { useStores } from '../../stores/stores.ts';
import { color } from '../../ui/color.ts';
import { treeRows, type TreeRow } from './runbookTree.ts';

interface Props {
  readonly entries: readonly RunbookEntry[];
  readonly filter: string;
}

/** Folders and runbooks as a tree: arrows move, right and left open and close folders, Enter opens a runbook. */
export function RunbookTree({ entries, filter }: Props): ReactElement {
  const stores = useStores();
  const api = useApi();
  const commands = useCommands();
  const id = useId();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const inFront = useStore(stores.layout, ({ activeTab }) => (activeTab?.kind === 'runbook' ? activeTab.key : undefined));
  const rows = treeRows(entries, closed, filter);
  const found = rows.findIndex((row) => row.id === (focused ?? inFront));
  const at = found < 0 ? 0 : found;

  const setOpen = (folder: string, open: boolean): void => setClosed((before) => new Set(open ? [...before].filter((one) => one !== folder) : [...before, folder]));
  const choose = (row: TreeRow): void => {
    setFocused(row.id);
    if (row.kind === 'folder') setOpen(row.id, !row.open);
    else openRunbook(stores, row.id);
  };
  const remove = (row: Extract<TreeRow, { readonly kind: 'runbook' }>): void => {
    const { open } = stores.editor.getState();
    const editor = open[row.id];
    const go = (): void => void deleteRunbook(stores, row.id, row.name);
    // The recycle bin has the file, but not what was never saved.
    if (editor !== undefined && isDirty(editor)) whenSaved(stores, [row.id], go);
    else go();
  };
  const menu = (row: TreeRow, at?: { readonly x: number; readonly y: number }): void => {
    setFocused(row.id);
    if (row.kind === 'folder') return;
    void showMenu(api, commands, [{ id: 'open', label: 'Open', run: () => openRunbook(stores, row.id) }, 'separator', { id: 'delete', label: 'Delete', run: () => remove(row) }, 'separator', 'file.newRunbook'], at);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (row === undefined) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) setFocused(rows[Math.min(rows.length - 1, Math.max(0, to))]?.id);
    else if (event.key === 'Enter' || event.key === ' ') choose(row);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const element = document.getElementById(`${id}-${at}`);
      menu(row, element === null ? undefined : below(element));
    } else if (event.key === 'Delete' && row.kind === 'runbook') remove(row);
    else if (event.key === 'ArrowRight' && row.kind === 'folder') setOpen(row.id, true);
    else if (event.key === 'ArrowLeft' && row.kind === 'folder' && row.open) setOpen(row.id, false);
    else if (event.key === 'ArrowLeft') setFocused(rows.slice(0, at).findLast(({ kind, level }) => kind === 'folder' && level < row.level)?.id ?? row.id);
    else return;
    event.preventDefault();
  };

  if (rows.length === 0) return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>No runbook matches the filter.</Typography>;
  return (
    <Box
      role="tree"
      aria-label="Runbooks"
      tabIndex={0}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', paddingBlock: 0.25, '&:focus-visible': { outlineOffset: -2 }, '&:focus-visible [data-focused="true"]': { boxShadow: `inset 0 0 0 1px ${color('focus')}` } }}
    >
      {rows.map((row, index) => (
        <Row key={row.id} id={`${id}-${index}`} row={row} focused={index === at} inFront={row.id === inFront} onChoose={() => choose(row)} onMenu={() => menu(row)} />
      ))}
    </Box>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: TreeRow;
  readonly focused: boolean;
  readonly inFront: boolean;
  onChoose(): void;
  onMenu(): void;
}

function Row({ id, row, focused, inFront, onChoose, onMenu }: RowProps): ReactElement {
  const problem = row.kind === 'runbook' ? row.entry.problem : undefined;
  return (
    <Box
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-selected={inFront}
      {...(row.kind === 'folder' ? { 'aria-expanded': row.open } : {})}
      data-focused={focused}
      title={problem ?? row.id}
      onClick={onChoose}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu();
      }}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        minHeight: 'var(--studio-row)',
        paddingRight: 1,
        paddingLeft: `${(row.level - 1) * 14 + 12}px`,
        fontSize: '0.8125rem',
        cursor: 'default',
        bgcolor: inFront ? 'studio.selected' : 'transparent',
        '&:hover': { bgcolor: inFront ? 'studio.selected' : 'studio.hover' },
        '& .MuiSvgIcon-root': { fontSize: '1rem', flexShrink: 0, color: 'studio.textMuted' },
      }}
    >
      {row.kind === 'folder' && (row.open ? <FolderOpenIcon aria-hidden /> : <FolderClosedIcon aria-hidden />)}
      {row.kind === 'runbook' && <RunbookIcon aria-hidden />}
      <Box component="span" sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: row.kind === 'folder' ? 500 : 400 }}>{row.name}</Box>
      {problem !== undefined && <ProblemIcon titleAccess={problem} sx={{ color: 'studio.error' }} />}
    </Box>
  );
}
