import type { WorkspaceView } from '../../shared/workspace/workspace.ts';
import { isDirty } from '../stores/editorHistory.ts';
import type { Tab } from '../stores/layout.ts';
import type { Stores } from '../stores/stores.ts';
import { closeRunTab } from './runTabs.ts';

/** Shows a runbook in a tab and reads it. */
export function openRunbook(stores: Stores, key: string): void {
  stores.layout.getState().openTab({ kind: 'runbook', key });
  void stores.editor.getState().load(key);
}

/** Shows another workspace: what belonged to the one before is closed. */
async function show(stores: Stores, view: WorkspaceView, runbook: string | undefined): Promise<void> {
  const { layout, editor, connections, globals, settings } = stores;
  // Main has put the workspace among the recent ones.
  void settings.getState().load();
  layout.getState().closeRunbooks();
  editor.getState().closeAll();
  await Promise.all([connections.getState().load(), globals.getState().load()]);
  const first = view.runbooks.find(({ key }) => key === runbook || key.endsWith(`/${runbook}`)) ?? (view.demo ? view.runbooks[0] : undefined);
  if (first !== undefined) openRunbook(stores, first.key);
  layout.getState().showHint(view.demo);
}

/** Runs something that closes runbooks, once nothing unsaved would be lost by it. */
export function whenSaved(stores: Stores, keys: readonly string[], proceed: () => void): void {
  const { open } = stores.editor.getState();
  const unsaved = keys.filter((key) => open[key] !== undefined && isDirty(open[key]));
  if (unsaved.length === 0) proceed();
  else stores.layout.getState().openDialog({ kind: 'unsaved', keys: unsaved, names: unsaved.map((key) => open[key]?.document.name ?? key), proceed });
}

type Opening = (workspace: ReturnType<Stores['workspace']['getState']>) => Promise<WorkspaceView | undefined>;

function opening(stores: Stores, open: Opening, runbook?: string, then: () => void = () => {}): void {
  const work = async (): Promise<void> => {
    const view = await open(stores.workspace.getState());
    if (view === undefined) return;
    await show(stores, view, runbook);
    then();
  };
  whenSaved(stores, Object.keys(stores.editor.getState().open), () => void work());
}

/** Starts the demo server and opens its workspace with a sample. */
export const openDemo = (stores: Stores, sample?: string): void => opening(stores, (workspace) => workspace.openDemo(sample), sample);
/** Asks for a folder and opens it; `then` goes on once it is open. */
export const openFolder = (stores: Stores, then?: () => void): void => opening(stores, (workspace) => workspace.chooseFolder(), undefined, then);
/** Opens a workspace that was open before. */
export const openRecent = (stores: Stores, path: string): void => opening(stores, (workspace) => workspace.open(path));

/** Adds a runbook to the workspace and shows it. Answers whether that worked. */
export async function createRunbook(stores: Stores, name: string, folder: string): Promise<boolean> {
  const entry = await stores.workspace.getState().createRunbook(name, folder);
  if (entry !== undefined) openRunbook(stores, entry.key);
  return entry !== undefined;
}

/** Closes a tab; an unsaved runbook asks first. */
export function closeTab(stores: Stores, tab: Tab): void {
  const { layout, editor, traceFiles } = stores;
  if (tab.kind === 'run' || tab.kind === 'comparison') return closeRunTab(stores, tab);
  if (tab.kind !== 'runbook') {
    if (tab.kind === 'traceFile') traceFiles.getState().close(tab.key);
    return layout.getState().closeTab(tab);
  }
  whenSaved(stores, [tab.key], () => {
    layout.getState().closeTab(tab);
    editor.getState().close(tab.key);
  });
}

/** What a new window shows: settings, the workspace that is open, its connections. */
export async function startUp(stores: Stores): Promise<void> {
  const { app, settings, workspace, connections, globals, layout, traces } = stores;
  await Promise.all([settings.getState().load(), app.getState().load(), workspace.getState().load()]);
  const { sideBarWidth, propertyPanelWidth, bottomPanelHeight } = settings.getState().settings;
  layout.getState().resize({ sideBar: sideBarWidth, properties: propertyPanelWidth, bottom: bottomPanelHeight });
  // Files that change may be configurations and variables, or runbooks that use them.
  workspace.subscribe((state, before) => {
    if (state.view !== before.view && state.view?.id === before.view?.id) void Promise.all([connections.getState().load(), globals.getState().load()]);
  });
  const { view } = workspace.getState();
  if (view === null) return;
  traces.getState().watch();
  await Promise.all([connections.getState().load(), globals.getState().load()]);
  if (view.demo) await show(stores, view, undefined);
}
