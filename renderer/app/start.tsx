import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { activities } from '../../shared/activities/registry.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { createCommandCenter, dialogIsOpen } from '../commands/commandCenter.ts';
import { editorCommands } from '../commands/editorCommands.ts';
import { guardUnsaved } from '../commands/guardUnsaved.ts';
import { followFiles } from '../commands/followFiles.ts';
import { createKeyHold } from '../commands/holdKeys.ts';
import { createKeyAnswers } from '../commands/keyAnswers.ts';
import { keepDrafts } from '../commands/keepDrafts.ts';
import { followKeyboard, runChosen } from '../commands/keyboard.ts';
import { reportEnabled } from '../commands/menuState.ts';
import { rememberFocus } from '../commands/regions.ts';
import { keepSession, reopenSession } from '../commands/session.ts';
import { runCommands } from '../commands/runCommands.ts';
import { shellCommands } from '../commands/shellCommands.ts';
import { traceCommands } from '../commands/traceCommands.ts';
import { startUp } from '../commands/workspaceActions.ts';
import { followPresses } from '../ui/afterPress.ts';
import { paced } from '../stores/paced.ts';
import { createStores } from '../stores/stores.ts';
import { App } from './App.tsx';
import { followAppearance } from './appearance.ts';
import { loadAhead } from './lazyParts.ts';

/** How long the first screen is left to the person before the others are loaded, in milliseconds. */
const settled = 1000;

/** How long the first screen waits for what was open the last time, in milliseconds; after that the first page is shown until it is there. */
const patience = 500;

/** After what the person waits for, a key for example, and soon in any case. */
const whenIdle = (work: () => void): void => void requestIdleCallback(work, { timeout: 100 });

/** Puts the window together: stores over the client, commands over the stores, screens over both. */
export async function start(api: AppApi, root: HTMLElement): Promise<void> {
  const stores = createStores(api, paced);
  const bindings = { ...shellCommands(stores, activities), ...editorCommands(stores, activities), ...runCommands(stores, activities), ...traceCommands(stores) };
  const answers = createKeyAnswers(stores, () => commands, window, createKeyHold(window));
  const commands = createCommandCenter(bindings, dialogIsOpen, () => stores.settings.getState().settings, answers);
  const known = startUp(stores);
  // Drawn beside the page while main gets its answers ready; what they change is little and quickly drawn.
  const drawing = document.createElement('div');
  drawing.id = root.id;
  flushSync(() => createRoot(drawing).render(<App api={api} stores={stores} commands={commands} />));
  // Settings first, so that what is seen first has the right colors and sizes.
  await known;
  followAppearance(() => stores.settings.getState().settings, (onChange) => stores.settings.subscribe(onChange));
  rememberFocus(document);
  followPresses();
  followKeyboard(window, commands);
  reportEnabled(api, stores, commands, whenIdle);
  guardUnsaved(stores);
  followFiles(stores);
  keepDrafts(stores);
  const reopened = reopenSession(stores).then(() => keepSession(stores));
  api.commands.chosen(undefined, ({ command, argument }) => runChosen(commands, command, argument));
  await Promise.race([reopened, new Promise((late) => setTimeout(late, patience))]);
  root.replaceWith(drawing);
  // Two frames later the first screen has been painted.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.setAttribute('data-ready', 'true');
      performance.mark('usable');
      setTimeout(() => void loadAhead(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 2000 }))), settled);
    }),
  );
}
