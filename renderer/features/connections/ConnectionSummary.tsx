import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { ConnectionEntry, ConnectionUse } from '../../../shared/connections/draft.ts';
import type { LastCheck } from '../../stores/connections.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { lastCheckOf, serverOf, typeOf, usedBy } from './connectionWords.ts';

interface Props {
  readonly entry: ConnectionEntry;
  readonly check: LastCheck | undefined;
  readonly uses: readonly ConnectionUse[] | undefined;
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** A configuration in the side bar: name, type, server, account, last check, use. */
export function ConnectionSummary({ entry: { connection }, check, uses }: Props): ReactElement {
  const server = connection.demo ? 'Demo server on this computer' : serverOf(connection);
  const quiet = { ...cut, fontSize: '0.75rem', color: 'studio.textMuted' } as const;
  const checked = lastCheckOf(check, Date.now());
  return (
    <Box sx={{ lineHeight: 1.4, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        <Box component="span" title={connection.name} sx={{ ...cut, fontWeight: 500, flex: 1 }}>{connection.name}</Box>
        <Box component="span" sx={{ ...quiet, flexShrink: 0 }}>{typeOf(connection)}</Box>
      </Box>
      <Box title={server} sx={quiet}>{server}</Box>
      {connection.username !== '' && <Box title={connection.username} sx={quiet}>{connection.username}</Box>}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        {check !== undefined && <StatusIcon status={check.ok ? 'success' : 'failed'} size={14} />}
        <Box component="span" title={checked} sx={{ ...quiet, flex: 1 }}>{checked}</Box>
        <Box component="span" sx={{ ...quiet, flexShrink: 0 }}>{usedBy(uses)}</Box>
      </Box>
    </Box>
  );
}
