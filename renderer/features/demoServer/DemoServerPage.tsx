import ServerIcon from '@mui/icons-material/DnsOutlined';
import { Box, Button, Link, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { demoFaults, type DemoState } from '../../../shared/demo/demo.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { useStores } from '../../stores/stores.ts';
import { color, monospace } from '../../ui/color.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { FaultList } from './FaultList.tsx';
import { MailboxTable } from './MailboxTable.tsx';
import { RequestTable } from './RequestTable.tsx';
import { useDemoServer } from './useDemoServer.ts';

/** The demo Exchange server: its state and mailboxes, faults to cause in it, what it was asked, and its data as they were at first. */
export function DemoServerPage(): ReactElement {
  const { app } = useStores();
  const { state, error, cause, reset } = useDemoServer();
  const [asking, setAsking] = useState(false);
  const restore = async (): Promise<void> => {
    setAsking(false);
    if (await reset()) app.getState().notify('The demo data are as they were at first.');
  };
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', bgcolor: 'studio.surface', containerType: 'inline-size' }}>
      <Box sx={{ maxWidth: 1040, padding: '14px 24px 40px', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
        <Header state={state} onReset={() => setAsking(true)} />
        {error !== undefined && <ErrorCard error={error} alert />}
        {state?.running === false && <Stopped />}
        {state?.running === true && (
          <>
            {state.fault !== 'none' && <Notice tone="warning">A fault is switched on: {demoFaults[state.fault]}. <Button variant="text" onClick={() => cause('none')} sx={{ minHeight: 24, paddingBlock: 0 }}>Switch the fault off</Button></Notice>}
            <FaultList fault={state.fault} onCause={cause} />
            <MailboxTable mailboxes={state.mailboxes} />
            <RequestTable requests={state.requests} />
          </>
        )}
      </Box>
      {asking && (
        <ConfirmDialog title="Reset the demo data?" action="Reset the demo data" destructive onConfirm={() => void restore()} onCancel={() => setAsking(false)}>
          Every demo mailbox gets back the items that it started with. What runbooks sent, moved or deleted there is gone. Runbooks, traces and the history stay.
        </ConfirmDialog>
      )}
    </Box>
  );
}

function Header({ state, onReset }: { readonly state: DemoState | undefined; onReset(): void }): ReactElement {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1, borderBottom: `1px solid ${color('border')}`, paddingBottom: 1.5 }}>
      <Box sx={{ flex: '1 1 20rem', minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5 }}>
          <Typography variant="h2" component="h1">Demo server</Typography>
          {state?.running === true && <StatusIcon status="success" word label="Running on this computer only" />}
          {state?.running === false && <StatusIcon status="skipped" word label="Not running" />}
        </Box>
        {state?.running === true && (
          <Box component="dl" sx={{ margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 1.5, fontSize: '0.8125rem', '& dt': { color: 'studio.textMuted' }, '& dd': { margin: 0, overflowWrap: 'anywhere' } }}>
            <dt>Address</dt>
            <Box component="dd" sx={{ fontFamily: monospace, fontSize: '0.75rem', lineHeight: 1.7 }}>{state.url}</Box>
            <dt>Mailbox</dt>
            <dd>{state.mailbox}</dd>
          </Box>
        )}
      </Box>
      {state?.running === true && <Button onClick={onReset}>Reset the demo data…</Button>}
    </Box>
  );
}

function Stopped(): ReactElement {
  const { workspace } = useStores();
  const commands = useCommands();
  const busy = useStore(workspace, (state) => state.busy !== undefined);
  return (
    <EmptyState
      icon={<ServerIcon aria-hidden sx={{ fontSize: '2.5rem' }} />}
      title="The demo server is not running"
      text="It is an Exchange server with believable mailboxes that runs on this computer and is reachable from nowhere else. It starts when the demo is opened."
      actions={
        <>
          <Button variant="contained" disabled={busy} onClick={() => commands.run('file.openDemo')}>Open the demo</Button>
          <Link component="button" type="button" onClick={() => commands.run('help.welcome')} sx={{ fontSize: '0.8125rem' }}>Show the welcome page</Link>
        </>
      }
    />
  );
}
