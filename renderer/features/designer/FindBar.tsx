import NextIcon from '@mui/icons-material/KeyboardArrowDownOutlined';
import PreviousIcon from '@mui/icons-material/KeyboardArrowUpOutlined';
import CloseIcon from '@mui/icons-material/CloseOutlined';
import { Box, OutlinedInput } from '@mui/material';
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { commands } from '../../../shared/commands/commands.ts';
import type { FoundSubject } from '../../../shared/runbook/find.ts';
import { foundAt } from '../../commands/findCommands.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { color } from '../../ui/color.ts';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';

interface Props {
  readonly find: NonNullable<OpenEditor['find']>;
  readonly found: readonly FoundSubject[];
  readonly selection: OpenEditor['selection'];
  onQuery(query: string): void;
  onStep(direction: 1 | -1): void;
  onClose(): void;
}

function countText({ find, found, selection }: Pick<Props, 'find' | 'found' | 'selection'>): string {
  if (find.query.trim() === '') return '';
  if (found.length === 0) return 'Not found';
  const at = foundAt(found, selection);
  return at < 0 ? `${found.length} found` : `${at + 1} of ${found.length}`;
}

/** Find in the runbook: what does not match is dimmed, Enter and F3 go on to the next place, Escape goes back to the canvas. */
export function FindBar({ find, found, selection, onQuery, onStep, onClose }: Props): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [find.request]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Box role="search" aria-label="Find in runbook" onKeyDown={onKeyDown} sx={{ position: 'absolute', top: 8, right: 12, '@media (max-width: 1199.95px)': { right: 'auto', left: 12, maxWidth: 'max(280px, calc(100% - 404px))' }, zIndex: 6, display: 'flex', alignItems: 'center', gap: 0.5, padding: 0.5, borderRadius: 1, bgcolor: 'studio.raised', border: `1px solid ${color('border')}`, boxShadow: `0 2px 8px ${color('shadow')}` }}>
      <OutlinedInput
        inputRef={field}
        value={find.query}
        placeholder="Name, type, property, condition"
        onChange={(event) => onQuery(event.target.value)}
        slotProps={{ input: { 'aria-label': 'Find in runbook', type: 'search' } }}
        sx={{ width: 220 }}
      />
      <Box role="status" sx={{ minWidth: 76, paddingInline: 0.5, fontSize: '0.75rem', color: find.query.trim() !== '' && found.length === 0 ? 'studio.error' : 'studio.textMuted', fontVariantNumeric: 'tabular-nums' }}>{countText({ find, found, selection })}</Box>
      <ToolbarButton label="Previous place" icon={<PreviousIcon />} shortcut={commands['edit.findPrevious'].key} disabled={found.length === 0} onClick={() => onStep(-1)} />
      <ToolbarButton label="Next place" icon={<NextIcon />} shortcut={commands['edit.findNext'].key} disabled={found.length === 0} onClick={() => onStep(1)} />
      <ToolbarButton label="Close find" icon={<CloseIcon />} onClick={onClose} />
    </Box>
  );
}
