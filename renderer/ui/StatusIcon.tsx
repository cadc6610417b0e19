import CancelledIcon from '@mui/icons-material/BlockOutlined';
import FailedIcon from '@mui/icons-material/CancelOutlined';
import SuccessIcon from '@mui/icons-material/CheckCircleOutlined';
import InterruptedIcon from '@mui/icons-material/PowerOffOutlined';
import PausedIcon from '@mui/icons-material/PauseCircleOutlined';
import WaitingIcon from '@mui/icons-material/RadioButtonUncheckedOutlined';
import SkippedIcon from '@mui/icons-material/RemoveCircleOutlineOutlined';
import RunningIcon from '@mui/icons-material/TimelapseOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, type SvgIcon } from '@mui/material';
import type { ReactElement } from 'react';
import type { ColorName } from './color.ts';

/** States that something under way can have. */
export type Status = 'queued' | 'running' | 'paused' | 'success' | 'warning' | 'failed' | 'cancelled' | 'skipped' | 'interrupted';

/** The word, shape and color of each state. The shape differs for each, so that color is never all there is. */
export const statusLooks: Readonly<Record<Status, { readonly word: string; readonly icon: typeof SvgIcon; readonly color: ColorName }>> = {
  queued: { word: 'Waiting', icon: WaitingIcon, color: 'textMuted' },
  running: { word: 'Running', icon: RunningIcon, color: 'accent' },
  paused: { word: 'Paused', icon: PausedIcon, color: 'paused' },
  success: { word: 'Success', icon: SuccessIcon, color: 'success' },
  warning: { word: 'Warning', icon: WarningIcon, color: 'warning' },
  failed: { word: 'Failed', icon: FailedIcon, color: 'error' },
  cancelled: { word: 'Cancelled', icon: CancelledIcon, color: 'textMuted' },
  skipped: { word: 'Skipped', icon: SkippedIcon, color: 'textMuted' },
  interrupted: { word: 'Interrupted', icon: InterruptedIcon, color: 'warning' },
};

interface Props {
  readonly status: Status;
  /** Shows the word beside the shape; otherwise the word is the icon's name. */
  readonly word?: boolean;
  /** Says more than the state's own word, for example "Paused at breakpoint". */
  readonly label?: string;
  /** The state is said elsewhere, so that this is decoration. */
  readonly decorative?: boolean;
  /** Size in pixels at normal text size. */
  readonly size?: number;
}

/** A state as shape and word. */
export function StatusIcon({ status, word = false, label, decorative = false, size = 16 }: Props): ReactElement {
  const look = statusLooks[status];
  const Icon = look.icon;
  const text = label ?? look.word;
  const icon = <Icon {...(word || decorative ? { 'aria-hidden': true } : { titleAccess: text })} sx={{ fontSize: `${size / 16}rem`, flexShrink: 0 }} />;
  if (!word) return <Box component="span" sx={{ display: 'inline-flex', verticalAlign: 'middle', color: `studio.${look.color}` }}>{icon}</Box>;
  return (
    <Box component="span" sx={{ display: 'inline-flex', verticalAlign: 'middle', alignItems: 'center', gap: 0.5, color: `studio.${look.color}`, fontSize: '0.75rem', fontWeight: 500 }}>
      {icon}
      {text}
    </Box>
  );
}
