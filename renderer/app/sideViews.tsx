import ConnectionsIcon from '@mui/icons-material/CableOutlined';
import RunbooksIcon from '@mui/icons-material/AccountTreeOutlined';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import type { SvgIcon } from '@mui/material';
import type { ComponentType } from 'react';
import type { CommandId } from '../../shared/commands/commands.ts';
import { RunbooksView } from '../features/sideBar/RunbooksView.tsx';
import type { SideView } from '../stores/layout.ts';
import { ConnectionsView, SearchView } from './lazyParts.ts';

/** A view of the side bar with its button in the rail. */
export interface SideViewEntry {
  readonly label: string;
  readonly icon: typeof SvgIcon;
  readonly command: CommandId;
  readonly panel: ComponentType;
}

/** The views of the side bar. A new one is its name in `stores/layout.ts`, its command, and its line here. */
export const sideViewEntries: Readonly<Record<SideView, SideViewEntry>> = {
  runbooks: { label: 'Runbooks', icon: RunbooksIcon, command: 'view.runbooks', panel: RunbooksView },
  search: { label: 'Search', icon: SearchIcon, command: 'edit.findInWorkspace', panel: SearchView },
  connections: { label: 'Connections', icon: ConnectionsIcon, command: 'view.connections', panel: ConnectionsView },
};
