import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, Button, IconButton, OutlinedInput } from '@mui/material';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { ResolvedInput } from '../../shared/engine/events.ts';

interface Props {
  readonly input: ResolvedInput;
  /** Gives it another value for this execution; undefined where nothing can be changed any more. */
  readonly onEdit?: ((value: string) => void) | undefined;
}

/** The value an activity works with; while the run is paused before it, another one can be given for this run only. */
export function RunInput({ input, onEdit }: Props): ReactElement {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const { label, value, edited, fixed } = input;
  const finish = (next: string): void => {
    setDraft(undefined);
    if (next !== value) onEdit?.(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && draft !== undefined) finish(draft);
    else if (event.key === 'Escape') setDraft(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (draft !== undefined && onEdit !== undefined) {
    return (
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <OutlinedInput
          multiline
          maxRows={6}
          fullWidth
          autoFocus
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          slotProps={{ input: { 'aria-label': `${label}, for this run only` } }}
          sx={{ fontSize: '0.8125rem', padding: '3px 8px' }}
        />
        <Box sx={{ display: 'flex', gap: 0.5, '& .MuiButton-root': { minHeight: 24, paddingBlock: 0, fontSize: '0.75rem' } }}>
          <Button variant="contained" onClick={() => finish(draft)}>Use for this run</Button>
          <Button variant="text" onClick={() => setDraft(undefined)}>Cancel</Button>
        </Box>
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start', minWidth: 0 }}>
      <Box sx={{ flex: 1, minWidth: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {value === '' ? <Box component="span" sx={{ color: 'studio.textMuted' }}>(empty)</Box> : value}
        {edited === true && <Box component="span" sx={{ marginRight: 1, paddingInline: '5px', borderRadius: '4px', fontSize: '0.6875rem', fontWeight: 600, marginLeft: 0.5, bgcolor: 'studio.pausedSoft', color: 'studio.paused', display: 'inline-block' }}>edited for this run</Box>}
      </Box>
      {onEdit !== undefined && fixed === undefined && (
        <IconButton aria-label={`Change ${label} for this run`} title="Change for this run" onClick={() => setDraft(value)} sx={{ width: 24, height: 24, marginBlock: '-3px', flexShrink: 0 }}>
          <EditIcon sx={{ fontSize: 16 }} />
        </IconButton>
      )}
    </Box>
  );
}
