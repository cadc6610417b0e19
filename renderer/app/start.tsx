import { createRoot } from 'react-dom/client';
import { activities } from '../../shared/activities/registry.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { createCommandCenter } from '../commands/commandCenter.ts';
import { editorCommands } from '../commands/editorCommands.ts';
import { guardUnsaved } from '../commands/guardUnsaved.ts';
import { followKeyboard, runChosen } from '../commands/keyboard.ts';
import { reportEnabled } from '../commands/menuState.ts';
import { rememberFocus } from '../commands/regions.ts';
import { runCommands } from '../commands/runCommands.ts';
import { shellCommands } from '../commands/shellCommands.ts';
import { startUp } from '../commands/workspaceActions.ts';
import { createStores } from '../stores/stores.ts';
import { App } from './App.tsx';
import { followColorMode } from './colorMode.ts';

/** Puts the window together: stores over the client, commands over the stores, screens over both. */
export async function start(api: AppApi, root: HTMLElement): Promise<void> {
  const stores = createStores(api);
  const commands = createCommandCenter({ ...shellCommands(stores), ...editorCommands(stores, activities), ...runCommands(stores, activities) });
  // Settings first, so that the first screen has the right colors and sizes.
  await startUp(stores);
  followColorMode(() => stores.settings.getState().settings.colorMode, (onChange) => stores.settings.subscribe(onChange));
  rememberFocus(document);
  followKeyboard(window, commands);
  reportEnabled(api, stores, commands);
  guardUnsaved(stores);
  api.commands.chosen(undefined, ({ command }) => runChosen(commands, command));
  createRoot(root).render(<App api={api} stores={stores} commands={commands} />);
  // Two frames later the first screen has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute('data-ready', 'true')));
}
