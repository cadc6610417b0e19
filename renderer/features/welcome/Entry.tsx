import RemoveIcon from '@mui/icons-material/CloseOutlined';
import FolderIcon from '@mui/icons-material/FolderOpenOutlined';
import { Box, ButtonBase, IconButton, Tooltip } from '@mui/material';
import type { ReactElement } from 'react';
import { color } from '../../ui/color.ts';

interface EntryProps {
  readonly title: string;
  readonly detail: string;
  readonly icon: ReactElement;
  /** A word beside the title. */
  readonly mark?: string | undefined;
  onClick(): void;
}

/** Something that can be opened from the first page: its name, and a line about it. */
export function Entry({ title, detail, icon, mark, onClick }: EntryProps): ReactElement {
  return (
    <ButtonBase
      onClick={onClick}
      sx={{ flex: 1, justifyContent: 'flex-start', gap: 1.25, textAlign: 'start', padding: '7px 8px', marginInline: '-8px', borderRadius: 1, minWidth: 0, '&:hover': { bgcolor: 'studio.hover' }, '& .MuiSvgIcon-root': { color: 'studio.textMuted' }, '&.Mui-focusVisible': { outline: `2px solid ${color('focus')}` } }}
    >
      {icon}
      <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ display: 'block', fontSize: '0.875rem', fontWeight: 500, color: 'studio.accent' }}>
          {title}
          {mark !== undefined && <Box component="span" sx={{ marginLeft: 1, fontSize: '0.75rem', fontWeight: 400, color: 'studio.textMuted' }}>{mark}</Box>}
        </Box>
        <Box component="span" sx={{ display: 'block', fontSize: '0.75rem', color: 'studio.textMuted' }}>{detail}</Box>
      </Box>
    </ButtonBase>
  );
}

interface RecentProps {
  readonly name: string;
  readonly path: string;
  /** It is the workspace that is open now. */
  readonly open: boolean;
  onOpen(): void;
  onForget(): void;
}

/** A workspace that was open before; it can be taken from the list, which leaves its folder alone. */
export function RecentWorkspace({ name, path, open, onOpen, onForget }: RecentProps): ReactElement {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <Entry title={name} mark={open ? 'Open now' : undefined} detail={path} icon={<FolderIcon />} onClick={onOpen} />
      <Tooltip title="Remove from this list. The folder stays." describeChild>
        <IconButton aria-label={`Remove ${name} from the recent workspaces`} onClick={onForget} sx={{ flexShrink: 0 }}><RemoveIcon /></IconButton>
      </Tooltip>
    </Box>
  );
}
