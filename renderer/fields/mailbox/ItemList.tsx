import { Box, Button, LinearProgress, OutlinedInput, Typography } from '@mui/material';
import { useEffect, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { MailFolder, MailItem } from '../../../shared/exchange/browse.ts';
import { color } from '../../ui/color.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ItemRow } from './ItemRow.tsx';
import { useBrowse } from './useBrowse.ts';

interface Props {
  readonly connection: string;
  readonly folder: MailFolder;
  readonly selected: string | undefined;
  onSelect(id: string | undefined): void;
  onChoose(id: string): void;
}

/** The items of a folder, newest first, a page at a time; Enter searches the whole folder. */
export function ItemList({ connection, folder, selected, onSelect, onChoose }: Props): ReactElement {
  const id = useId();
  const { start, cancel, busy, error } = useBrowse();
  const [items, setItems] = useState<readonly MailItem[]>([]);
  const [next, setNext] = useState<number | undefined>(undefined);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  useEffect(() => {
    start({ kind: 'items', connection, folder: folder.id, search, offset: page }, (event) => {
      if (event.type !== 'items') return;
      setItems((before) => (page === 0 ? event.items : [...before, ...event.items]));
      setNext(event.next);
    });
  }, [start, connection, folder.id, search, page]);

  const at = items.findIndex((item) => item.id === selected);
  const select = (index: number): void => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    if (item === undefined) return;
    onSelect(item.id);
    document.getElementById(`${id}-${items.indexOf(item)}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (to !== undefined) select(to);
    else if (event.key === 'Enter' && selected !== undefined) onChoose(selected);
    else return;
    event.preventDefault();
  };
  const find = (text: string): void => {
    setSearch(text.trim());
    setPage(0);
    setItems([]);
    onSelect(undefined);
  };

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, flex: 1, minWidth: 0, minHeight: 0 }}>
      <OutlinedInput
        value={typed}
        placeholder="Search subjects, then Enter"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (typed.trim() === search ? undefined : find(typed))}
        onKeyDown={(event) => (event.key === 'Enter' ? find(typed) : undefined)}
        slotProps={{ input: { 'aria-label': `Search subjects in ${folder.name}` } }}
      />
      <Box sx={{ flex: 1, minHeight: 120, border: `1px solid ${color('border')}`, borderRadius: 1, bgcolor: 'studio.surface', position: 'relative', overflow: 'auto' }}>
        {busy && <LinearProgress aria-label="Reading items" sx={{ position: 'sticky', top: 0, height: 2 }} />}
        {error !== undefined && <Box sx={{ padding: 1 }}><ErrorCard error={error} /></Box>}
        <Box role="listbox" aria-label={`Items in ${folder.name}`} tabIndex={0} {...(at < 0 ? {} : { 'aria-activedescendant': `${id}-${at}` })} onKeyDown={onKeyDown} sx={{ minHeight: '100%', '&:focus-visible': { outlineOffset: -2 } }}>
          {items.map((item, index) => <ItemRow key={item.id} id={`${id}-${index}`} item={item} selected={index === at} onSelect={() => onSelect(item.id)} onChoose={() => onChoose(item.id)} />)}
        </Box>
        {!busy && items.length === 0 && error === undefined && <Typography variant="body2" sx={{ position: 'absolute', top: 12, left: 12, color: 'studio.textMuted' }}>{search === '' ? 'The folder is empty.' : 'No subject matches.'}</Typography>}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 28 }}>
        <Typography variant="caption" sx={{ flex: 1, color: 'studio.textMuted' }}>{items.length === 0 ? '' : `${items.length} shown, newest first`}</Typography>
        {busy && <Button variant="text" onClick={cancel} sx={{ minHeight: 24 }}>Stop reading</Button>}
        {!busy && next !== undefined && <Button variant="text" onClick={() => setPage(next)} sx={{ minHeight: 24 }}>Show older items</Button>}
      </Box>
    </Box>
  );
}
