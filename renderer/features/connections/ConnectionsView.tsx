import AddIcon from '@mui/icons-material/AddOutlined';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import TestIcon from '@mui/icons-material/NetworkCheckOutlined';
import { Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import { useStores } from '../../stores/stores.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBox } from '../../ui/FilterBox.tsx';
import { SideHeader } from '../../ui/SideHeader.tsx';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { ConnectionSummary } from './ConnectionSummary.tsx';
import { RemoveConnection } from './RemoveConnection.tsx';

/** The configurations of the workspace in the side bar. */
export function ConnectionsView(): ReactElement {
  const { connections, layout, workspace } = useStores();
  const entries = useStore(connections, (state) => state.entries);
  const checks = useStore(connections, (state) => state.checks);
  const uses = useStore(connections, (state) => state.uses);
  const open = useStore(workspace, (state) => state.view !== null);
  const [filter, setFilter] = useState('');
  const [selected, setSelected] = useState<string | undefined>(undefined);
  const [removing, setRemoving] = useState<ConnectionEntry | undefined>(undefined);
  const { openDialog } = layout.getState();
  const shown = entries.filter(({ connection }) => `${connection.name} ${connection.serverAddress} ${connection.username}`.toLowerCase().includes(filter.toLowerCase()));
  const chosen = shown.find(({ key }) => key === selected);
  const edit = (key: string): void => openDialog({ kind: 'connection', target: { key } });
  const duplicate = async (key: string): Promise<void> => {
    const copy = await connections.getState().duplicate(key);
    if (copy !== undefined) edit(copy.key);
  };
  return (
    <>
      <SideHeader title="Connections">
        <ToolbarButton label="Test connection" icon={<TestIcon />} disabled={chosen === undefined} onClick={() => chosen !== undefined && openDialog({ kind: 'connection', target: { key: chosen.key, test: true } })} />
        <ToolbarButton label="Edit connection" icon={<EditIcon />} disabled={chosen === undefined} onClick={() => chosen !== undefined && edit(chosen.key)} />
        <ToolbarButton label="Duplicate connection" icon={<CopyIcon />} disabled={chosen === undefined} onClick={() => chosen !== undefined && void duplicate(chosen.key)} />
        <ToolbarButton label="Remove connection" icon={<DeleteIcon />} disabled={chosen === undefined} onClick={() => setRemoving(chosen)} />
        <ToolbarButton label="New connection" icon={<AddIcon />} disabled={!open} onClick={() => openDialog({ kind: 'connection', target: {} })} />
      </SideHeader>
      {entries.length === 0 ? (
        <EmptyState
          text={open ? 'A connection says which Exchange server and account activities work with.' : 'Open a workspace to add connections.'}
          actions={open ? <Button onClick={() => openDialog({ kind: 'connection', target: {} })}>New connection</Button> : undefined}
        />
      ) : (
        <>
          <FilterBox label="Filter connections" value={filter} onChange={setFilter} />
          <VirtualList
            label="Connections"
            rows={shown}
            columns={[
              {
                key: 'name',
                label: 'Name',
                width: 'minmax(0, 1fr)',
                render: (entry) => <ConnectionSummary entry={entry} check={checks[entry.key]} uses={uses[entry.key]} />,
              },
            ]}
            rowKey={({ key }) => key}
            selected={selected}
            onSelect={setSelected}
            onOpen={edit}
            rowHeight={86}
            quietHeader
          />
        </>
      )}
      {removing !== undefined && <RemoveConnection entry={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
