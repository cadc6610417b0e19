import { ThemeProvider } from '@mui/material';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { CommandBindings } from '../../renderer/commands/commandBindings.ts';
import { CommandProvider, createCommandCenter, type CommandCenter } from '../../renderer/commands/commandCenter.ts';
import { theme } from '../../renderer/app/theme.ts';
import { createFakeClient } from '../../renderer/api/fakeClient.ts';
import { ApiProvider } from '../../renderer/api/useApi.ts';
import { createStores, StoresProvider, type Stores } from '../../renderer/stores/stores.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';

/** A component on the screen with what it was given. */
export interface Shown extends RenderResult {
  readonly stores: Stores;
  readonly commands: CommandCenter;
}

/** Shows a component with theme, stores, client and commands around it; a fake client where none is given. */
export function showWith(element: ReactElement, api: AppApi = createFakeClient(), bindings: CommandBindings = {}, stores: Stores = createStores(api)): Shown {
  const commands = createCommandCenter(bindings);
  const around = (child: ReactElement): ReactElement => (
    <ThemeProvider theme={theme} colorSchemeNode={null} storageManager={null}>
      <ApiProvider value={api}>
        <StoresProvider value={stores}>
          <CommandProvider value={commands}>{child}</CommandProvider>
        </StoresProvider>
      </ApiProvider>
    </ThemeProvider>
  );
  return { ...render(around(element)), stores, commands };
}
