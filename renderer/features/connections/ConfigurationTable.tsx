import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import { useStores } from '../../stores/stores.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';
import { lastCheckOf, serverOf, usedBy } from './connectionWords.ts';

interface Props {
  readonly selected: string | undefined;
  onSelect(key: string): void;
  onOpen(key: string): void;
}

/** The configurations with what tells them apart. */
export function ConfigurationTable({ selected, onSelect, onOpen }: Props): ReactElement {
  const { connections } = useStores();
  const entries = useStore(connections, (state) => state.entries);
  const checks = useStore(connections, (state) => state.checks);
  const uses = useStore(connections, (state) => state.uses);
  const now = Date.now();
  const columns: readonly VirtualColumn<ConnectionEntry>[] = [
    { key: 'name', label: 'Name', width: 'minmax(90px, 1.3fr)', render: ({ connection }) => <Box component="span" sx={{ fontWeight: 500 }} title={connection.name}>{connection.name}</Box> },
    { key: 'type', label: 'Type', width: 'minmax(84px, 0.8fr)', render: ({ connection }) => <span title={connection.type}>{connection.itemType === undefined && !connection.type.includes('Item') ? 'Exchange' : 'Item Activity'}</span> },
    { key: 'server', label: 'Server', width: 'minmax(90px, 1.2fr)', render: ({ connection }) => <span title={connection.serverAddress}>{connection.demo ? 'Demo server' : serverOf(connection)}</span> },
    { key: 'account', label: 'Account', width: 'minmax(90px, 1.3fr)', render: ({ connection }) => <span title={connection.username}>{connection.username}</span> },
    { key: 'itemType', label: 'Item type', width: 'minmax(72px, 0.8fr)', render: ({ connection }) => connection.itemType ?? '–' },
    {
      key: 'check',
      label: 'Last check',
      width: 'minmax(96px, 1.1fr)',
      render: ({ key }) => {
        const check = checks[key];
        const text = lastCheckOf(check, now);
        if (check === undefined) return <Box component="span" sx={{ color: 'studio.textMuted' }}>{text}</Box>;
        return (
          <Box component="span" title={text} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            <StatusIcon status={check.ok ? 'success' : 'failed'} size={14} />
            <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{text}</Box>
          </Box>
        );
      },
    },
    { key: 'uses', label: 'Used by', width: 'minmax(72px, 0.7fr)', render: ({ key }) => usedBy(uses[key]) },
  ];
  return <VirtualList label="Configurations" rows={entries} columns={columns} rowKey={({ key }) => key} selected={selected} onSelect={onSelect} onOpen={onOpen} rowHeight={32} />;
}
