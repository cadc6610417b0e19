import { renderToString } from 'react-dom/server';
import { activities } from '../../shared/activities/registry.ts';
import { channelKindsOf } from '../../shared/ipc/channelKinds.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { client } from '../api/client.ts';
import { createCommandCenter } from '../commands/commandCenter.ts';
import { shellCommands } from '../commands/shellCommands.ts';
import { createStores, type Stores } from '../stores/stores.ts';
import { App } from './App.tsx';

const workspace = { id: 'id', name: 'Workspace', path: '/workspace', demo: false, runbooks: [{ key: 'folder/runbook', name: 'Runbook', folder: 'folder' }] };

/** What may be seen first, as changes of a window that has just been opened. */
const screens: readonly ((stores: Stores) => void)[] = [
  () => undefined,
  ({ settings }) => settings.setState(({ settings: set }) => ({ settings: { ...set, recentWorkspaces: [{ name: workspace.name, path: workspace.path }] } })),
  ({ workspace: store, layout }) => {
    store.setState({ view: workspace, loaded: true });
    layout.getState().openTab({ kind: 'runbook', key: 'folder/runbook' });
  },
];

/** Nobody answers while the app is built. */
const unanswered = {
  api: { kinds: channelKindsOf(contract), call: () => new Promise<unknown>(() => undefined), open: () => undefined },
  addEventListener: () => undefined,
};

/**
 * The screens that may be seen first, as markup with the styles in front of what uses them. For the build, which puts the styles
 * into the page (`electron/dev/firstStyles.ts`); nothing of it is in the app.
 */
export function firstScreens(): string[] {
  return screens.map((change) => {
    const api = client(unanswered);
    const stores = createStores(api);
    change(stores);
    // A drawing without a window takes the state a store began with, not the one it has.
    for (const store of Object.values<object>({ ...stores })) Reflect.set(store, 'getInitialState', Reflect.get(store, 'getState'));
    const commands = createCommandCenter(shellCommands(stores, activities), () => false, () => stores.settings.getState().settings);
    return renderToString(<App api={api} stores={stores} commands={commands} />);
  });
}
