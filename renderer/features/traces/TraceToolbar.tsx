import ClearIcon from '@mui/icons-material/DeleteSweepOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import PauseIcon from '@mui/icons-material/PauseOutlined';
import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import ThrottledIcon from '@mui/icons-material/HourglassTopOutlined';
import { Box, Button, IconButton, InputAdornment, OutlinedInput } from '@mui/material';
import type { ReactElement } from 'react';
import { color } from '../../ui/color.ts';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';

interface Props {
  readonly filter: string;
  readonly errors: number;
  readonly throttled: number;
  readonly paused: boolean;
  readonly empty: boolean;
  onFilter(filter: string): void;
  onPause(): void;
  onClear(): void;
}

/** The filter with its word added, or taken away where it is there already. */
function toggledWord(filter: string, word: string): string {
  const words = filter.split(/\s+/).filter((one) => one !== '');
  return (words.includes(word) ? words.filter((one) => one !== word) : [...words, word]).join(' ');
}

/** Filter, counts that filter, pause and clear. */
export function TraceToolbar({ filter, errors, throttled, paused, empty, onFilter, onPause, onClear }: Props): ReactElement {
  const chip = { minHeight: 26, paddingBlock: 0, fontSize: '0.75rem' } as const;
  return (
    <Box role="toolbar" aria-label="Requests" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, padding: '4px 8px', borderBottom: `1px solid ${color('border')}`, flexShrink: 0 }}>
      <OutlinedInput
        value={filter}
        placeholder="Filter: status:error  op:FindItem  activity:reply  text"
        onChange={(event) => onFilter(event.target.value)}
        endAdornment={filter === '' ? undefined : <InputAdornment position="end"><IconButton aria-label="Clear filter" onClick={() => onFilter('')} sx={{ width: 24, height: 24 }}><RemoveIcon sx={{ fontSize: 16 }} /></IconButton></InputAdornment>}
        slotProps={{ input: { 'aria-label': 'Filter requests' } }}
        sx={{ flex: '1 1 16rem', maxWidth: 480, fontSize: '0.8125rem', '& input': { height: 26 } }}
      />
      <Button variant={filter.includes('status:error') ? 'contained' : 'text'} color={errors > 0 ? 'error' : 'inherit'} aria-pressed={filter.includes('status:error')} startIcon={<ErrorIcon />} onClick={() => onFilter(toggledWord(filter, 'status:error'))} sx={chip}>
        Errors {errors}
      </Button>
      {throttled > 0 && (
        <Button variant={filter.includes('status:throttled') ? 'contained' : 'text'} color="warning" aria-pressed={filter.includes('status:throttled')} startIcon={<ThrottledIcon />} onClick={() => onFilter(toggledWord(filter, 'status:throttled'))} sx={chip}>
          Throttled {throttled}
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <ToolbarButton label={paused ? 'Resume' : 'Pause'} help={paused ? 'Shows requests again as they are made.' : 'Keeps the list as it is; requests are recorded all the same.'} icon={paused ? <PlayIcon /> : <PauseIcon />} pressed={paused} onClick={onPause} />
      <ToolbarButton label="Clear" help="Removes all requests from the list." icon={<ClearIcon />} disabled={empty} onClick={onClear} />
    </Box>
  );
}
