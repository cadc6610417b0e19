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

/** Shows an activity of a runbook of the workspace, with one of its fields. */
export async function showActivity(stores: Stores, key: string, activity: string, field?: string): Promise<void> {
  openRunbook(stores, key);
  await stores.editor.getState().load(key);
  stores.editor.getState().reveal(key, { activities: [activity] }, field);
}

/** Shows another workspace: what belonged to the one before is closed. `open` shows its first runbook as well. */
export async function showWorkspace(stores: Stores, view: WorkspaceView, { runbook, open }: { readonly runbook?: string | undefined; readonly open: boolean }): Promise<void> {
  const { layout, editor, connections, globals, settings, tester, drafts } = stores;
  // Main has put the workspace among the recent ones.
  void settings.getState().load();
  layout.getState().closeRunbooks();
  editor.getState().closeAll();
  await Promise.all([connections.getState().load(), globals.getState().load(), tester.getState().load(), drafts.getState().find()]);
  const first = view.runbooks.find(({ key }) => key === runbook || key.endsWith(`/${runbook}`)) ?? (view.demo ? view.runbooks[0] : undefined);
  if (!open) return;
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
    await showWorkspace(stores, view, { runbook, open: true });
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

/** Takes a workspace from the list of those that were open before; its folder stays as it is. Undo puts it back where it was. */
export function forgetRecent({ settings, app }: Pick<Stores, 'settings' | 'app'>, path: string): void {
  const before = settings.getState().settings.recentWorkspaces;
  const name = before.find((one) => one.path === path)?.name ?? path;
  void settings.getState().change({ recentWorkspaces: before.filter((one) => one.path !== path) });
  app.getState().notify(`${name} was removed from the recent workspaces.`, () => void settings.getState().change({ recentWorkspaces: before }));
}

/** Adds a runbook to the workspace and shows it. Answers whether that worked. */
export async function createRunbook(stores: Stores, name: string, folder: string): Promise<boolean> {
  const entry = await stores.workspace.getState().createRunbook(name, folder);
  if (entry !== undefined) openRunbook(stores, entry.key);
  return entry !== undefined;
}

/** Opens what an earlier session left unsaved, each as one step that undo takes back. */
export async function restoreDrafts(stores: Stores): Promise<void> {
  const { drafts, editor } = stores;
  const { found, settle } = drafts.getState();
  settle();
  for (const draft of found.toReversed()) {
    await editor.getState().restore(draft);
    openRunbook(stores, draft.key);
  }
}

/** Forgets what an earlier session left unsaved. */
export function discardDrafts({ drafts }: Pick<Stores, 'drafts'>): void {
  const { found, settle, drop } = drafts.getState();
  settle();
  for (const { key } of found) void drop(key);
}

/** Moves a runbook to the recycle bin, with its tab and its unsaved changes; Undo brings the file back. */
export async function deleteRunbook(stores: Stores, key: string, name: string): Promise<void> {
  const { workspace, layout, editor, app } = stores;
  const removed = await workspace.getState().removeRunbook(key);
  if (removed === undefined) return;
  layout.getState().closeTab({ kind: 'runbook', key });
  editor.getState().close(key);
  app.getState().notify(`${name} was deleted.`, () => void workspace.getState().restoreRunbook(removed));
}

/** Closes tabs; unsaved runbooks among them ask first. */
export function closeTabs(stores: Stores, tabs: readonly Tab[]): void {
  const keys = tabs.flatMap((tab) => (tab.kind === 'runbook' ? [tab.key] : []));
  whenSaved(stores, keys, () => {
    tabs.forEach((tab) => {
      if (tab.kind === 'traceFile') stores.traceFiles.getState().close(tab.key);
      if (tab.kind === 'run' || tab.kind === 'comparison') closeRunTab(stores, tab);
      else stores.layout.getState().closeTab(tab);
    });
    keys.forEach((key) => stores.editor.getState().close(key));
  });
}

/** Closes a tab; an unsaved runbook asks first. */
export const closeTab = (stores: Stores, tab: Tab): void => closeTabs(stores, [tab]);

/** What a new window shows: settings, the workspace that is open, its connections. */
export async function startUp(stores: Stores): Promise<void> {
  const { app, settings, workspace, connections, globals, layout, tester, traces } = stores;
  // Asking the keychain takes longer than the rest of the first screen, which does not show it.
  void app.getState().load();
  await Promise.all([settings.getState().load(), workspace.getState().load()]);
  const { sideBarWidth, propertyPanelWidth, bottomPanelHeight } = settings.getState().settings;
  layout.getState().resize({ sideBar: sideBarWidth, properties: propertyPanelWidth, bottom: bottomPanelHeight });
  // Files that change may be configurations and variables, or runbooks that use them.
  workspace.subscribe((state, before) => {
    if (state.view !== before.view && state.view?.id === before.view?.id) void Promise.all([connections.getState().load(), globals.getState().load()]);
  });
  const { view } = workspace.getState();
  if (view === null) return;
  traces.getState().watch();
  await Promise.all([connections.getState().load(), globals.getState().load(), tester.getState().load()]);
  if (view.demo) await showWorkspace(stores, view, { open: true });
}
