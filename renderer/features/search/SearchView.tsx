import SearchIcon from '@mui/icons-material/SearchOutlined';
import { Box, Button, InputAdornment, LinearProgress, OutlinedInput, Typography } from '@mui/material';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { RunbookFinds } from '../../../shared/ipc/contract.ts';
import { findsFor } from '../../../shared/runbook/find.ts';
import { selectionOf } from '../../commands/findCommands.ts';
import { openRunbook } from '../../commands/workspaceActions.ts';
import { isDirty } from '../../stores/editorHistory.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { SideHeader } from '../../ui/SideHeader.tsx';
import { SearchResults } from './SearchResults.tsx';
import { searchRows, type SearchRow } from './searchRows.ts';

/** How long typing may pause before the search begins, in milliseconds. */
const pause = 200;

/** The search in all runbooks, in the side bar: results open their runbook and select what was found. */
export function SearchView(): ReactElement {
  const stores = useStores();
  const registry = useRegistry();
  const { query, finds, busy, error } = useStore(stores.search);
  const request = useStore(stores.layout, (state) => state.searchRequest);
  const workspace = useStore(stores.workspace, (state) => state.view);
  const open = useStore(stores.editor, (state) => state.open);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [request]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const rows = useMemo(() => {
    const unsaved = Object.values(open).filter(isDirty).map(({ key, document }) => {
      const { found, more } = findsFor(document, query, registry);
      const finding: RunbookFinds = { key, name: document.name, found: [...found], more };
      return [key, finding] as const;
    });
    return searchRows(finds, new Map(unsaved));
  }, [open, finds, query, registry]);

  const search = (text: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => stores.search.getState().search(text), pause);
  };
  const show = async (row: SearchRow): Promise<void> => {
    if (row.kind === 'more') return;
    openRunbook(stores, row.key);
    // What is open already is there at once.
    await stores.editor.getState().load(row.key);
    if (row.kind === 'runbook') return;
    stores.editor.getState().select(row.key, selectionOf(row.subject));
    stores.editor.getState().show(row.key, 'selected');
  };
  const places = rows.filter(({ kind }) => kind === 'place').length;
  const runbooks = rows.filter(({ kind }) => kind === 'runbook').length;
  const told = query.trim() === '' ? '' : places === 0 ? (busy ? 'Searching' : 'Not found') : `${count(places, 'place')} in ${count(runbooks, 'runbook')}`;

  if (workspace === null) return <><SideHeader title="Search" /><EmptyState text="Open a workspace to search its runbooks." /></>;
  return (
    <>
      <SideHeader title="Search" />
      <Box role="search" aria-label="Find in workspace" sx={{ paddingInline: 1, paddingBottom: 0.5 }}>
        <OutlinedInput
          fullWidth
          inputRef={field}
          defaultValue={query}
          placeholder="Find in all runbooks"
          onChange={(event) => search(event.target.value)}
          startAdornment={<InputAdornment position="start"><SearchIcon aria-hidden /></InputAdornment>}
          slotProps={{ input: { 'aria-label': 'Find in all runbooks', type: 'search' } }}
          sx={{ paddingLeft: 1 }}
        />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 28, paddingInline: 1.5 }}>
        <Typography role="status" variant="caption" sx={{ flex: 1, color: 'studio.textMuted' }}>{told}</Typography>
        {busy && <Button size="small" onClick={() => stores.search.getState().stop()}>Stop</Button>}
      </Box>
      {query.trim() === '' && <EmptyState text="Names, types, properties, conditions and notes of all runbooks are searched." />}
      {busy && <LinearProgress aria-label="Searching the runbooks" />}
      {error !== undefined && <Box sx={{ padding: 1 }}><ErrorCard error={error} /></Box>}
      {rows.length > 0 && <SearchResults rows={rows} query={query} onChoose={(row) => void show(row)} />}
    </>
  );
}
