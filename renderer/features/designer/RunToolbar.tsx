import AddIcon from '@mui/icons-material/AddOutlined';
import MoreIcon from '@mui/icons-material/MoreHorizOutlined';
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
import { Box, Divider, IconButton, Tooltip } from '@mui/material';
import { memo, type ReactElement, type ReactNode } from 'react';
import { commands, type CommandId } from '../../../shared/commands/commands.ts';
import { useApi } from '../../api/useApi.ts';
import type { CommandBindings } from '../../commands/commandBindings.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { below, showMenu } from '../../commands/contextMenu.ts';
import { useKeyOf } from '../../stores/current.ts';
import { color } from '../../ui/color.ts';
import { OverflowBar, type BarPart } from '../../ui/OverflowBar.tsx';
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

/** What a button looks like besides what the registry says of its command. */
interface Look {
  readonly icon: ReactElement;
  readonly label?: string;
  readonly prominent?: boolean;
  readonly showLabel?: boolean;
  readonly pressed?: boolean;
}

interface Props extends Omit<ButtonsProps, 'possible'> {
  /** What stands at the end: the connections and the state of the run. */
  readonly children?: ReactNode;
}

const line = <Divider orientation="vertical" flexItem sx={{ marginInline: 0.5, marginBlock: 0.75 }} />;

/** The buttons in their order, in groups that lines divide. */
const groups = [['run.test', 'run.pause', 'run.stop'], ['run.step', 'run.stepInto', 'run.stepOut', 'run.nextItem'], ['runbook.addActivity', 'edit.undo', 'edit.redo'], ['view.zoomOut', 'view.zoomIn', 'view.fit', 'view.outline']] as const;
type Shown = (typeof groups)[number][number];
const shown: readonly Shown[] = groups.flat();
const isShown = (id: string): id is Shown => shown.some((one) => one === id);

/** What stands in the menu at the end besides the buttons that found no room. */
const further: readonly CommandId[] = ['run.fromHere', 'run.onlyThis', 'edit.find', 'runbook.tidyUp', 'view.zoomToSelection', 'view.actualSize'];

/** The tool bar of the canvas: testing first, then editing and the view. */
export function RunToolbar({ bindings, children, ...look }: Props): ReactElement {
  return (
    <Box role="toolbar" aria-label="Test and edit" sx={{ display: 'flex', alignItems: 'center', gap: 0.25, minHeight: 40, paddingInline: 1, bgcolor: 'studio.surface', borderBottom: `1px solid ${color('border')}`, flexShrink: 0 }}>
      <ToolbarButtons {...look} bindings={bindings} possible={shown.filter((id) => bindings[id]?.enabled() === true).join(' ')} />
      {children}
    </Box>
  );
}

/** Drawn anew when one of them is possible that was not, or the other way round; not with every edit and every row of a test. */
const ToolbarButtons = memo(function ToolbarButtons({ bindings, possible, paused, paletteOpen, outline, onPalette }: ButtonsProps): ReactElement {
  const able = new Set(possible.split(' '));
  const keyOf = useKeyOf();
  const api = useApi();
  const center = useCommands();
  const looks: Readonly<Record<Shown, Look>> = {
    'run.test': { icon: <PlayIcon />, label: paused ? 'Continue' : 'Test', prominent: true, showLabel: true },
    'run.pause': { icon: <PauseIcon /> },
    'run.stop': { icon: <StopIcon /> },
    'run.step': { icon: <StepIcon />, showLabel: true },
    'run.stepInto': { icon: <IntoIcon /> },
    'run.stepOut': { icon: <OutIcon /> },
    'run.nextItem': { icon: <NextIcon /> },
    'runbook.addActivity': { icon: <AddIcon /> },
    'edit.undo': { icon: <UndoIcon /> },
    'edit.redo': { icon: <RedoIcon /> },
    'view.zoomOut': { icon: <ZoomOutIcon />, label: 'Zoom out' },
    'view.zoomIn': { icon: <ZoomInIcon />, label: 'Zoom in' },
    'view.fit': { icon: <FitIcon />, label: 'Fit' },
    'view.outline': { icon: <OutlineIcon />, pressed: outline },
  };
  const button = (id: Shown): BarPart => {
    const { title, help } = commands[id];
    return { id, part: <ToolbarButton label={title.replace('…', '')} shortcut={keyOf(id)} help={able.has(id) ? help : (bindings[id]?.why ?? help)} disabled={!able.has(id)} onClick={() => bindings[id]?.run()} {...looks[id]} /> };
  };
  const list = { id: 'palette', part: <ToolbarButton label="Activities" icon={<PaletteIcon sx={{ transform: 'scaleX(-1)' }} />} help="Shows or hides the list of activities." pressed={paletteOpen} showLabel={!paletteOpen} onClick={onPalette} /> };
  const openMore = (hidden: readonly string[], at: HTMLElement): void => {
    const own = hidden.includes(list.id) ? [{ id: list.id, label: 'Activities', checked: paletteOpen, run: onPalette }] : [];
    const left = [...own, ...hidden.filter(isShown)];
    void showMenu(api, center, [...left, ...(left.length > 0 ? ['separator' as const] : []), ...further], below(at));
  };
  return (
    <OverflowBar
      parts={[list, ...groups.flatMap((group, index) => [{ id: `line-${index}`, part: line }, ...group.map(button)])]}
      height={32}
      more={(hidden) => (
        <Tooltip title="More commands" describeChild>
          <IconButton aria-label="More commands" aria-haspopup="menu" onClick={({ currentTarget }) => openMore(hidden, currentTarget)} sx={{ flexShrink: 0 }}><MoreIcon /></IconButton>
        </Tooltip>
      )}
    />
  );
});
