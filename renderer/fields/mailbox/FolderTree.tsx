import { Box, Button, LinearProgress, OutlinedInput, Typography } from '@mui/material';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { MailFolder } from '../../../shared/exchange/browse.ts';
import { color } from '../../ui/color.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Tree } from '../../ui/Tree.tsx';
import { folderAt, folderRows, placedFolders, type PlacedFolder } from './folderTree.ts';
import { useBrowse } from './useBrowse.ts';

interface Props {
  /** Key of the configuration. */
  readonly connection: string;
  /** Path of the folder that is chosen at first. */
  readonly start: string;
  onSelect(folder: PlacedFolder | undefined): void;
  onChoose(folder: PlacedFolder): void;
}

/** The folders of a mailbox, shown while they arrive: filter, tree, and what went wrong. */
export function FolderTree({ connection, start, onSelect, onChoose }: Props): ReactElement {
  const { start: browse, cancel, busy, error } = useBrowse();
  const [folders, setFolders] = useState<readonly MailFolder[]>([]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  const [filter, setFilter] = useState('');
  useEffect(() => {
    browse({ kind: 'folders', connection }, (event) => (event.type === 'folders' ? setFolders((before) => [...before, ...event.folders]) : undefined));
  }, [browse, connection]);

  const placed = useMemo(() => placedFolders(folders), [folders]);
  const all = useMemo(() => new Map(folders.map((folder) => [folder.id, folderAt(placed, folder.id)])), [folders, placed]);
  // What is in the field is shown: the folders around it are open.
  const initial = useMemo(() => folderAt(placed, start), [placed, start]);
  const around = useMemo(() => {
    const ids = new Set(open);
    for (let parent = initial?.folder.parent; wanted === undefined && parent !== undefined && all.has(parent); parent = all.get(parent)?.folder.parent) ids.add(parent);
    return ids;
  }, [open, initial, wanted, all]);
  const rows = folderRows(placed, around, filter);
  const selected = wanted ?? initial?.folder.id;
  const shown = rows.some(({ id }) => id === selected) ? selected : rows[0]?.id;
  const current = shown === undefined ? undefined : all.get(shown);
  useEffect(() => onSelect(current), [current, onSelect]);

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, minHeight: 0, flex: 1 }}>
      <OutlinedInput value={filter} placeholder="Filter folders" onChange={(event) => setFilter(event.target.value)} slotProps={{ input: { 'aria-label': 'Filter folders' } }} />
      <Box sx={{ flex: 1, minHeight: 120, border: `1px solid ${color('border')}`, borderRadius: 1, bgcolor: 'studio.surface', position: 'relative', overflow: 'hidden' }}>
        {busy && <LinearProgress aria-label="Reading the folders" sx={{ position: 'absolute', insetInline: 0, top: 0, height: 2 }} />}
        {error !== undefined ? <Box sx={{ padding: 1, overflow: 'auto', height: '100%' }}><ErrorCard error={error} /></Box> : (
          <Tree
            label="Folders"
            nodes={rows}
            selected={shown}
            onSelect={setWanted}
            onOpen={(id, isOpen) => {
              setWanted(selected);
              setOpen(new Set(isOpen ? [...around, id] : [...around].filter((one) => one !== id)));
            }}
            onChoose={(id) => {
              const chosen = all.get(id);
              if (chosen !== undefined) onChoose(chosen);
            }}
          />
        )}
        {rows.length === 0 && error === undefined && <Typography variant="body2" sx={{ position: 'absolute', top: 12, left: 12, color: 'studio.textMuted' }}>{busy ? 'Reading the folders…' : folders.length === 0 ? 'The mailbox shows no folders.' : 'No folder matches the filter.'}</Typography>}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28 }}>
        <Typography variant="caption" sx={{ flex: 1, color: 'studio.textMuted' }}>{folders.length === 0 ? '' : `${folders.length.toLocaleString('en-US')} folders`}</Typography>
        {busy && <Button variant="text" onClick={cancel} sx={{ minHeight: 24 }}>Stop reading</Button>}
      </Box>
    </Box>
  );
}
