import { CssBaseline, ThemeProvider } from '@mui/material';
import type { ReactElement } from 'react';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { ApiProvider } from '../api/useApi.ts';
import { CommandProvider, type CommandCenter } from '../commands/commandCenter.ts';
import { StoresProvider, type Stores } from '../stores/stores.ts';
import { AppShell } from './AppShell.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { theme } from './theme.ts';

interface Props {
  readonly api: AppApi;
  readonly stores: Stores;
  readonly commands: CommandCenter;
}

/**
 * The window. `app/appearance.ts` sets the color scheme on the root element, so the theme is told to leave it alone; and that no
 * server has drawn this page, because it would otherwise draw everything a second time.
 */
export function App({ api, stores, commands }: Props): ReactElement {
  return (
    <ThemeProvider theme={theme} colorSchemeNode={null} storageManager={null} noSsr>
      <CssBaseline />
      <ApiProvider value={api}>
        <StoresProvider value={stores}>
          <CommandProvider value={commands}>
            <ErrorBoundary api={api}>
              <AppShell />
            </ErrorBoundary>
          </CommandProvider>
        </StoresProvider>
      </ApiProvider>
    </ThemeProvider>
  );
}
