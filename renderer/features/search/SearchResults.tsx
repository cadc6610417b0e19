import RunbookIcon from '@mui/icons-material/AccountTreeOutlined';
import { Box } from '@mui/material';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { count } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import type { SearchRow } from './searchRows.ts';

interface Props {
  readonly rows: readonly SearchRow[];
  readonly query: string;
  onChoose(row: SearchRow): void;
}

/** A text with what was looked for marked in it. */
function Marked({ text, query }: { readonly text: string; readonly query: string }): ReactElement {
  const wanted = query.trim();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <Box component="mark" sx={{ bgcolor: 'studio.searchMatch', color: 'studio.text', borderRadius: '2px' }}>{text.slice(at, at + wanted.length)}</Box>
      {text.slice(at + wanted.length)}
    </>
  );
}

function content(row: SearchRow, query: string): ReactElement {
  if (row.kind === 'more') return <Box sx={{ color: 'studio.textMuted' }}>and {count(row.count, 'place')} more: open the runbook and find there</Box>;
  if (row.kind === 'runbook') {
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontWeight: 600 }}>
        <RunbookIcon aria-hidden sx={{ fontSize: '1rem', color: 'studio.textMuted' }} />
        <Box component="span" sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{row.name}</Box>
        <Box component="span" sx={{ color: 'studio.textMuted', fontWeight: 400, fontVariantNumeric: 'tabular-nums' }}>{row.count}</Box>
      </Box>
    );
  }
  return (
    <>
      <Box sx={{ fontSize: '0.75rem', color: 'studio.textMuted', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{row.title} · {row.where}</Box>
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}><Marked text={row.text} query={query} /></Box>
    </>
  );
}

/** The results as a tree of runbooks and the places in them: arrows move, Enter opens. */
export function SearchResults({ rows, query, onChoose }: Props): ReactElement {
  const id = useId();
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const at = Math.max(0, rows.findIndex((row) => row.id === focused));
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = rows[at];
    if (to !== undefined) {
      const next = Math.min(rows.length - 1, Math.max(0, to));
      setFocused(rows[next]?.id);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && row !== undefined) onChoose(row);
    else return;
    event.preventDefault();
  };
  return (
    <Box role="tree" aria-label="Found" tabIndex={0} aria-activedescendant={`${id}-${at}`} onKeyDown={onKeyDown} sx={{ flex: 1, minHeight: 0, overflow: 'auto', fontSize: '0.8125rem', '&:focus-visible': { outlineOffset: -2 }, '&:focus-visible [data-focused="true"]': { boxShadow: `inset 0 0 0 1px ${color('focus')}` } }}>
      {rows.map((row, index) => (
        <Box
          key={row.id}
          id={`${id}-${index}`}
          role="treeitem"
          aria-level={row.kind === 'runbook' ? 1 : 2}
          aria-selected={index === at}
          {...(row.kind === 'runbook' ? { 'aria-expanded': true } : {})}
          data-focused={index === at}
          title={row.kind === 'place' ? row.text : undefined}
          onClick={() => {
            setFocused(row.id);
            onChoose(row);
          }}
          sx={{ minHeight: 28, boxSizing: 'border-box', paddingBlock: 0.5, paddingRight: 1, paddingLeft: row.kind === 'runbook' ? 1.5 : 4, cursor: 'default', '&:hover': { bgcolor: 'studio.hover' } }}
        >
          {content(row, query)}
        </Box>
      ))}
    </Box>
  );
}
