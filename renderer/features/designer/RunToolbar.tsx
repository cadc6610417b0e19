import AddIcon from '@mui/icons-material/AddOutlined';
import FitIcon from '@mui/icons-material/FitScreenOutlined';
import IntoIcon from '@mui/icons-material/SouthEastOutlined';
import OutIcon from '@mui/icons-material/NorthEastOutlined';
import NextIcon from '@mui/icons-material/KeyboardDoubleArrowRightOutlined';
import OutlineIcon from '@mui/icons-material/FormatListBulletedOutlined';
import PauseIcon from '@mui/icons-material/PauseOutlined';
import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import RedoIcon from '@mui/icons-material/RedoOutlined';
import StepIcon from '@mui/icons-material/SkipNextOutlined';
import StopIcon from '@mui/icons-material/StopOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import ZoomInIcon from '@mui/icons-material/ZoomInOutlined';
import ZoomOutIcon from '@mui/icons-material/ZoomOutOutlined';
import PaletteIcon from '@mui/icons-material/ViewSidebarOutlined';
import { Box, Divider } from '@mui/material';
import { memo, type ReactElement, type ReactNode } from 'react';
import { commands, type CommandId } from '../../../shared/commands/commands.ts';
import type { CommandBindings } from '../../commands/commandBindings.ts';
import { useKeyOf } from '../../stores/current.ts';
import { color } from '../../ui/color.ts';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';

interface ButtonsProps {
  readonly bindings: CommandBindings;
  /** Commands of these buttons that make sense now. */
  readonly possible: string;
  readonly paused: boolean;
  readonly paletteOpen: boolean;
  /** The outline is shown in place of the canvas. */
  readonly outline: boolean;
  onPalette(): void;
}

interface Props extends Omit<ButtonsProps, 'possible'> {
  /** What stands at the end: the connections and the state of the run. */
  readonly children?: ReactNode;
}

const line = <Divider orientation="vertical" flexItem sx={{ marginInline: 0.5, marginBlock: 0.75 }} />;

const shown: readonly CommandId[] = ['run.test', 'run.pause', 'run.stop', 'run.step', 'run.nextItem', 'runbook.addActivity', 'edit.undo', 'edit.redo', 'view.zoomOut', 'view.zoomIn', 'view.fit', 'view.outline'];

/** The tool bar of the canvas: testing first, then editing and the view. */
export function RunToolbar({ bindings, children, ...look }: Props): ReactElement {
  return (
    <Box role="toolbar" aria-label="Test and edit" sx={{ display: 'flex', alignItems: 'center', gap: 0.25, minHeight: 40, paddingInline: 1, bgcolor: 'studio.surface', borderBottom: `1px solid ${color('border')}`, overflowX: 'auto', overflowY: 'hidden', scrollbarWidth: 'none', flexShrink: 0 }}>
      <ToolbarButtons {...look} bindings={bindings} possible={shown.filter((id) => bindings[id]?.enabled() === true).join(' ')} />
      <Box sx={{ flex: 1 }} />
      {children}
    </Box>
  );
}

/** Drawn anew when one of them is possible that was not, or the other way round; not with every edit and every row of a test. */
const ToolbarButtons = memo(function ToolbarButtons({ bindings, possible, paused, paletteOpen, outline, onPalette }: ButtonsProps): ReactElement {
  const able = new Set(possible.split(' '));
  const keyOf = useKeyOf();
  const button = (id: CommandId, icon: ReactNode, options: { readonly label?: string; readonly prominent?: boolean; readonly showLabel?: boolean; readonly pressed?: boolean } = {}): ReactElement => {
    const { title, help } = commands[id];
    return <ToolbarButton label={options.label ?? title.replace('…', '')} icon={icon} shortcut={keyOf(id)} help={help} disabled={!able.has(id)} onClick={() => bindings[id]?.run()} prominent={options.prominent ?? false} showLabel={options.showLabel ?? false} {...(options.pressed === undefined ? {} : { pressed: options.pressed })} />;
  };
  return (
    <>
      <ToolbarButton label="Activities" icon={<PaletteIcon sx={{ transform: 'scaleX(-1)' }} />} help="Shows or hides the list of activities." pressed={paletteOpen} showLabel={!paletteOpen} onClick={onPalette} />
      {line}
      {button('run.test', <PlayIcon />, { label: paused ? 'Continue' : 'Test', prominent: true, showLabel: true })}
      {button('run.pause', <PauseIcon />)}
      {button('run.stop', <StopIcon />)}
      {line}
      {button('run.step', <StepIcon />, { showLabel: true })}
      {button('run.stepInto', <IntoIcon />)}
      {button('run.stepOut', <OutIcon />)}
      {button('run.nextItem', <NextIcon />)}
      {line}
      {button('runbook.addActivity', <AddIcon />)}
      {button('edit.undo', <UndoIcon />)}
      {button('edit.redo', <RedoIcon />)}
      {line}
      {button('view.zoomOut', <ZoomOutIcon />, { label: 'Zoom out' })}
      {button('view.zoomIn', <ZoomInIcon />, { label: 'Zoom in' })}
      {button('view.fit', <FitIcon />, { label: 'Fit' })}
      {button('view.outline', <OutlineIcon />, { pressed: outline })}
    </>
  );
});
