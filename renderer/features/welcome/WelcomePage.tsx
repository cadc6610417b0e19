import DemoIcon from '@mui/icons-material/ScienceOutlined';
import FolderIcon from '@mui/icons-material/FolderOpenOutlined';
import ConnectIcon from '@mui/icons-material/CableOutlined';
import SampleIcon from '@mui/icons-material/AccountTreeOutlined';
import { Box, Button, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { sampleList } from '../../../shared/demo/samples.ts';
import { forgetRecent, openDemo, openFolder, openRecent } from '../../commands/workspaceActions.ts';
import { useStores } from '../../stores/stores.ts';
import { Entry, RecentWorkspace } from './Entry.tsx';
import { WelcomeCard } from './WelcomeCard.tsx';

/** The first page: try it, connect, or open a workspace. */
export function WelcomePage(): ReactElement {
  const stores = useStores();
  const view = useStore(stores.workspace, (state) => state.view);
  const busy = useStore(stores.workspace, (state) => state.busy);
  const recent = useStore(stores.settings, (state) => state.settings.recentWorkspaces);
  const newConnection = (): void => stores.layout.getState().openDialog({ kind: 'exchangeUser', edit: {} });
  return (
    <Box sx={{ flex: 1, overflow: 'auto', bgcolor: 'studio.surface', containerType: 'inline-size' }}>
      <Box sx={{ maxWidth: 1000, margin: '0 auto', padding: '40px 32px', display: 'grid', gap: 4 }}>
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="overline" component="p" sx={{ color: 'studio.accent' }}>Exchange Runbook Studio</Typography>
          <Typography variant="h1" sx={{ maxWidth: '26ch', textWrap: 'balance' }}>Automate Exchange mailboxes with runbooks you can test step by step.</Typography>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr', '@container (min-width: 620px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' } }}>
          <WelcomeCard
            icon={<DemoIcon />}
            title="Try it now"
            text="Starts a demo Exchange server on this computer. Nothing leaves it."
            action={<Button variant="contained" loading={busy === 'openDemo'} onClick={() => openDemo(stores)}>Open the demo</Button>}
          />
          <WelcomeCard
            icon={<ConnectIcon />}
            title="Connect to Exchange"
            text={view === null ? 'On-premises or Exchange Online. It is kept in a workspace, so a folder is chosen first.' : 'On-premises or Exchange Online. Takes a URL or an e-mail address.'}
            action={<Button loading={busy === 'chooseFolder'} onClick={() => (view === null ? openFolder(stores, newConnection) : newConnection())}>New connection</Button>}
          />
          <WelcomeCard
            icon={<FolderIcon />}
            title="Open a workspace"
            text="A folder with runbooks, for example a git clone. It can be dropped on the window as well."
            action={<Button loading={busy === 'chooseFolder'} onClick={() => openFolder(stores)}>Open folder…</Button>}
          />
        </Box>
        <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: '1fr', '@container (min-width: 620px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' } }}>
          <Section title="Samples">
            {sampleList.map(({ id, title, summary }) => (
              <Entry key={id} title={title} detail={summary} icon={<SampleIcon />} onClick={() => openDemo(stores, id)} />
            ))}
          </Section>
          <Section title="Recent workspaces">
            {recent.length === 0 && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>Workspaces that were opened appear here.</Typography>}
            {recent.map(({ path, name }) => (
              <RecentWorkspace key={path} name={name} path={path} open={view?.path === path} onOpen={() => openRecent(stores, path)} onForget={() => forgetRecent(stores, path)} />
            ))}
          </Section>
        </Box>
      </Box>
    </Box>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Box component="section" aria-label={title} sx={{ display: 'grid', gap: 0.5, alignContent: 'start', minWidth: 0 }}>
      <Typography variant="h3" component="h2" sx={{ marginBottom: 0.5 }}>{title}</Typography>
      {children}
    </Box>
  );
}
