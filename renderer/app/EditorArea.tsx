import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../commands/commandCenter.ts';
import { WelcomePage } from '../features/welcome/WelcomePage.tsx';
import { tabId } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { EditorTabs } from './EditorTabs.tsx';
import { HintBar } from './HintBar.tsx';
import { ComparisonPage, DemoServerPage, Designer, HistoryPage, PastRun, SettingsPage, TraceFileView, VariablesPage } from './lazyParts.ts';

/** The middle of the window: tabs, and what the chosen one shows. */
export function EditorArea(): ReactElement {
  const { layout } = useStores();
  const commands = useCommands();
  const tab = useStore(layout, (state) => state.activeTab);
  return (
    <Box component="main" aria-label="Editor" data-region tabIndex={-1} sx={{ flex: 1, display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, bgcolor: 'studio.surface' }}>
      <EditorTabs />
      {tab?.kind === 'runbook' && <HintBar />}
      <Box
        id="editor-content"
        {...(tab === undefined ? {} : { role: 'tabpanel', 'aria-labelledby': `tab-${tabId(tab)}` })}
        sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', overflow: 'auto', position: 'relative' }}
      >
        {tab === undefined && (
          <EmptyState
            title="No runbook is open"
            text="Choose a runbook in the side bar, or add a new one."
            actions={
              <>
                <Button onClick={() => commands.run('file.newRunbook')}>New runbook</Button>
                <Button onClick={() => commands.run('help.welcome')}>Show the welcome page</Button>
              </>
            }
          />
        )}
        {tab?.kind === 'welcome' && <WelcomePage />}
        {tab?.kind === 'traceFile' && <TraceFileView key={tab.key} fileKey={tab.key} />}
        {tab?.kind === 'variables' && <VariablesPage />}
        {tab?.kind === 'history' && <HistoryPage />}
        {tab?.kind === 'comparison' && <ComparisonPage key={tabId(tab)} left={tab.left} right={tab.right} />}
        {tab?.kind === 'run' && <PastRun key={tab.run} run={tab.run} />}
        {tab?.kind === 'settings' && <SettingsPage />}
        {tab?.kind === 'demoServer' && <DemoServerPage />}
        {tab?.kind === 'runbook' && <Designer key={tab.key} runbookKey={tab.key} />}
      </Box>
    </Box>
  );
}
