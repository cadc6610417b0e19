import ConnectionsIcon from '@mui/icons-material/CableOutlined';
import RunbooksIcon from '@mui/icons-material/AccountTreeOutlined';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import VariablesIcon from '@mui/icons-material/DataObjectOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import TracesIcon from '@mui/icons-material/SwapVertOutlined';
import { Box, ButtonBase, type SvgIcon } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { SideView } from '../stores/layout.ts';
import { openHistory } from '../commands/runTabs.ts';
import { useStores } from '../stores/stores.ts';
import { color } from '../ui/color.ts';

const views: readonly { readonly view: SideView; readonly label: string; readonly icon: typeof SvgIcon }[] = [
  { view: 'runbooks', label: 'Runbooks', icon: RunbooksIcon },
  { view: 'search', label: 'Search', icon: SearchIcon },
  { view: 'connections', label: 'Connections', icon: ConnectionsIcon },
];

/** The parts of the app at the left edge. Choosing the view that is shown hides the side bar. */
export function Rail(): ReactElement {
  const stores = useStores();
  const { layout } = stores;
  const historyShown = useStore(layout, ({ activeTab }) => activeTab?.kind === 'history');
  const sideView = useStore(layout, (state) => (state.sideBarOpen ? state.sideView : undefined));
  const tracesShown = useStore(layout, ({ bottomOpen, bottomTab }) => bottomOpen && bottomTab === 'traces');
  const variablesShown = useStore(layout, ({ activeTab }) => activeTab?.kind === 'variables');
  const { chooseSideView, showBottom, toggle } = layout.getState();
  return (
    <Box component="nav" aria-label="Activity rail" data-region tabIndex={-1} sx={{ width: '4.75rem', flexShrink: 0, bgcolor: 'studio.rail', borderRight: 1, borderColor: 'studio.border', display: 'flex', flexDirection: 'column', gap: 0.5, paddingBlock: 1, overflowY: 'auto' }}>
      {views.map(({ view, label, icon }) => (
        <RailButton key={view} label={label} icon={icon} pressed={view === sideView} onClick={() => chooseSideView(view)} />
      ))}
      <RailButton label="Variables" icon={VariablesIcon} pressed={variablesShown} onClick={() => layout.getState().openTab({ kind: 'variables' })} />
      <RailButton label="History" icon={HistoryIcon} pressed={historyShown} onClick={() => openHistory(stores)} />
      <RailButton label="Traces" icon={TracesIcon} pressed={tracesShown} onClick={() => (tracesShown ? toggle('bottomOpen', false) : showBottom('traces'))} />
    </Box>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly icon: typeof SvgIcon;
  readonly pressed: boolean;
  onClick(): void;
}

function RailButton({ label, icon: Icon, pressed, onClick }: ButtonProps): ReactElement {
  return (
    <ButtonBase
      aria-pressed={pressed}
      onClick={onClick}
      sx={{
        flexDirection: 'column',
        gap: '3px',
        marginInline: 0.5,
        paddingBlock: 0.75,
        borderRadius: 1,
        fontSize: '0.6875rem',
        fontWeight: 500,
        color: pressed ? 'studio.accent' : 'studio.textMuted',
        bgcolor: pressed ? 'studio.accentSoft' : 'transparent',
        '&:hover': { bgcolor: pressed ? 'studio.accentSoft' : 'studio.hover', color: pressed ? 'studio.accent' : 'studio.text' },
        '&.Mui-focusVisible': { outline: `2px solid ${color('focus')}`, outlineOffset: -2 },
        '@media (forced-colors: active)': { border: pressed ? '2px solid Highlight' : '2px solid transparent' },
      }}
    >
      <Icon aria-hidden sx={{ fontSize: '1.375rem' }} />
      {label}
    </ButtonBase>
  );
}
