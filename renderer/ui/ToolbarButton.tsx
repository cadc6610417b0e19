import { Button, IconButton, Tooltip } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { ariaShortcut, shortcutText } from './shortcut.ts';

interface Props {
  /** What the button does; its accessible name, and its text where `showLabel` is set. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Electron accelerator that does the same. */
  readonly shortcut?: string | undefined;
  /** One sentence for the tooltip, for example why the button is disabled. */
  readonly help?: string | undefined;
  readonly showLabel?: boolean;
  readonly disabled?: boolean;
  /** For a button that switches something: whether it is on. */
  readonly pressed?: boolean;
  readonly prominent?: boolean;
  onClick(): void;
}

/** A button of a tool bar with tooltip and shortcut. A disabled one keeps its focus and tooltip, so that the reason can be read. */
export function ToolbarButton({ label, icon, shortcut, help, showLabel = false, disabled = false, pressed, prominent = false, onClick }: Props): ReactElement {
  const keys = shortcut === undefined ? '' : ` (${shortcutText(shortcut)})`;
  const title = help === undefined ? `${label}${keys}` : `${label}${keys}. ${help}`;
  const accessible = {
    'aria-label': label,
    'aria-disabled': disabled,
    ...(pressed === undefined ? {} : { 'aria-pressed': pressed }),
    ...(shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(shortcut) }),
    onClick: disabled ? undefined : onClick,
  };
  const quiet = disabled ? { opacity: 0.5, cursor: 'default' } : {};
  return (
    <Tooltip title={title} describeChild>
      {showLabel ? (
        <Button {...accessible} variant={prominent ? 'contained' : 'text'} color={prominent ? 'primary' : 'inherit'} startIcon={icon} sx={{ minHeight: 28, paddingInline: 1, flexShrink: 0, ...quiet }}>
          {label}
        </Button>
      ) : (
        <IconButton {...accessible} sx={{ flexShrink: 0, ...quiet, ...(pressed === true ? { bgcolor: 'studio.selected', color: 'studio.text' } : {}) }}>
          {icon}
        </IconButton>
      )}
    </Tooltip>
  );
}
