import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import VariablesIcon from '@mui/icons-material/DataObjectOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import TracesIcon from '@mui/icons-material/SwapVertOutlined';
import { Box, ButtonBase, Tooltip, type SvgIcon } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { commands as definitions, type CommandId } from '../../shared/commands/commands.ts';
import { useCommands } from '../commands/commandCenter.ts';
import { useKeyOf } from '../stores/current.ts';
import { sideViews } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';
import { color } from '../ui/color.ts';
import { ariaShortcut, shortcutText } from '../ui/shortcut.ts';
import { unlessCramped } from './room.ts';
import { sideViewEntries } from './sideViews.tsx';

/** The parts of the app at the left edge. Choosing the view that is shown hides the side bar. */
export function Rail(): ReactElement {
  const { layout, traces } = useStores();
  const commands = useCommands();
  const historyShown = useStore(layout, ({ activeTab }) => activeTab?.kind === 'history');
  const sideView = useStore(layout, (state) => (state.sideBarOpen ? state.sideView : undefined));
  const tracesShown = useStore(layout, ({ bottomOpen, bottomTab }) => bottomOpen && bottomTab === 'traces');
  const variablesShown = useStore(layout, ({ activeTab }) => activeTab?.kind === 'variables');
  const settingsShown = useStore(layout, ({ activeTab }) => activeTab?.kind === 'settings');
  const failures = useStore(traces, ({ summaries }) => summaries.filter(({ result }) => result.class === 'error' || result.class === 'none').length);
  const { chooseSideView, toggle } = layout.getState();
  return (
    <Box component="nav" aria-label="Activity rail" data-region tabIndex={-1} sx={{ flexShrink: 0, bgcolor: 'studio.rail', borderRight: 1, borderColor: 'studio.border', display: 'flex', flexDirection: 'column', gap: 0.5, paddingBlock: 0.75, overflowY: 'auto' }}>
      {sideViews.map((view) => {
        const { label, icon, command } = sideViewEntries[view];
        return <RailButton key={view} label={label} icon={icon} command={command} pressed={view === sideView} onClick={() => chooseSideView(view)} />;
      })}
      <RailButton label="Variables" icon={VariablesIcon} command="view.variables" pressed={variablesShown} onClick={() => commands.run('view.variables')} />
      <RailButton label="History" icon={HistoryIcon} command="view.history" pressed={historyShown} onClick={() => commands.run('view.history')} />
      <RailButton label="Traces" icon={TracesIcon} command="view.traces" count={failures} counted="failed requests" pressed={tracesShown} onClick={() => (tracesShown ? toggle('bottomOpen', false) : commands.run('view.traces'))} />
      <Box sx={{ flex: 1 }} />
      <RailButton label="Settings" icon={SettingsIcon} command="options.settings" pressed={settingsShown} onClick={() => commands.run('options.settings')} />
    </Box>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly icon: typeof SvgIcon;
  readonly command: CommandId;
  readonly pressed: boolean;
  /** A number beside the icon, and what it counts; nothing for zero. */
  readonly count?: number;
  readonly counted?: string;
  onClick(): void;
}

function RailButton({ label, icon: Icon, command, pressed, count = 0, counted = '', onClick }: ButtonProps): ReactElement {
  const labels = useStore(useStores().settings, ({ settings }) => settings.railLabels);
  const key = useKeyOf()(command);
  const { help } = definitions[command];
  const name = count > 0 ? `${label}, ${count} ${counted}` : label;
  return (
    <Tooltip title={key === undefined ? `${label}. ${help}` : `${label} (${shortcutText(key)}). ${help}`} placement="right" describeChild>
      <ButtonBase
        aria-label={name}
        aria-pressed={pressed}
        {...(key === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(key) })}
        onClick={onClick}
        sx={{
          flexDirection: 'column',
          flexShrink: 0,
          position: 'relative',
          gap: '3px',
          marginInline: 0.5,
          paddingBlock: 0.625,
          minWidth: '2.5rem',
          minHeight: '2rem',
          borderRadius: 1,
          fontSize: '0.6875rem',
          fontWeight: 500,
          color: pressed ? 'studio.accent' : 'studio.textMuted',
          bgcolor: pressed ? 'studio.accentSoft' : 'transparent',
          '&:hover': { bgcolor: pressed ? 'studio.accentSoft' : 'studio.hover', color: pressed ? 'studio.accent' : 'studio.text' },
          '&.Mui-focusVisible': { outline: `2px solid ${color('focus')}`, outlineOffset: -2 },
          '@media (forced-colors: active)': { border: pressed ? '2px solid Highlight' : 'none' },
        }}
      >
        <Icon aria-hidden sx={{ fontSize: '1.375rem' }} />
        {labels && <Box component="span" sx={{ width: '4.25rem', ...unlessCramped }}>{label}</Box>}
        {count > 0 && <Box component="span" aria-hidden sx={{ position: 'absolute', top: 2, left: '50%', marginLeft: '4px', minWidth: '0.875rem', paddingInline: '3px', borderRadius: '0.5rem', bgcolor: 'studio.error', color: 'studio.surface', fontSize: '0.625rem', fontWeight: 700, lineHeight: '1rem', textAlign: 'center' }}>{count > 99 ? '99+' : count}</Box>}
      </ButtonBase>
    </Tooltip>
  );
}
