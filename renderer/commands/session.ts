import type { Session } from '../../shared/workspace/settings.ts';
import type { Tab } from '../stores/layout.ts';
import type { Stores } from '../stores/stores.ts';
import { openRunbook, showWorkspace } from './workspaceActions.ts';

/** How long changes of what is open may wait to be remembered, in milliseconds. */
const quietMilliseconds = 300;

const keyOf = (tab: Tab): Session['tabs'][number] => ('key' in tab ? { kind: tab.kind, key: tab.key } : { kind: tab.kind });

/** The tab that was remembered, where this version can show it and its runbook is still there. */
function tabOf({ kind, key }: Session['tabs'][number], runbooks: ReadonlySet<string>): Tab | undefined {
  if (kind === 'runbook') return key !== undefined && runbooks.has(key) ? { kind, key } : undefined;
  // Trace files and recorded runs are opened from their lists again.
  return kind === 'settings' || kind === 'variables' || kind === 'demoServer' ? { kind } : undefined;
}

/** What is open now. */
function sessionOf({ layout, workspace }: Pick<Stores, 'layout' | 'workspace'>): Session {
  const { tabs, activeTab, sideView, sideBarOpen, bottomOpen, bottomTab, propertyPanelOpen } = layout.getState();
  const { view } = workspace.getState();
  return {
    ...(view === null ? {} : { workspace: { path: view.path, demo: view.demo } }),
    tabs: tabs.map(keyOf),
    ...(activeTab === undefined ? {} : { active: keyOf(activeTab) }),
    ...{ sideView, sideBarOpen, bottomOpen, bottomTab, propertyPanelOpen },
  };
}

/** Remembers what is open, a moment after it changed and when the window closes. */
export function keepSession(stores: Pick<Stores, 'layout' | 'workspace' | 'settings'>, target: Pick<Window, 'addEventListener'> = window): void {
  const { layout, workspace, settings } = stores;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = JSON.stringify(settings.getState().settings.session);
  const keep = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const session = sessionOf(stores);
    if (JSON.stringify(session) === kept) return;
    kept = JSON.stringify(session);
    void settings.getState().change({ session });
  };
  const changed = (): void => {
    timer ??= setTimeout(keep, quietMilliseconds);
  };
  layout.subscribe(changed);
  workspace.subscribe(changed);
  target.addEventListener('beforeunload', () => timer !== undefined && keep());
}

/** Opens the workspace and the tabs of the session before, where the person wants that and they are still there. */
export async function reopenSession(stores: Stores): Promise<void> {
  const { settings, workspace, layout } = stores;
  const { session, reopen } = settings.getState().settings;
  if (!reopen || session?.workspace === undefined) return;
  const { path, demo } = session.workspace;
  const view = await (demo ? workspace.getState().openDemo() : workspace.getState().open(path));
  if (view === undefined) return;
  await showWorkspace(stores, view, { open: false });
  const there = new Set(view.runbooks.map(({ key }) => key));
  for (const tab of session.tabs.flatMap((one) => tabOf(one, there) ?? [])) layout.getState().openTab(tab);
  layout.getState().restore(session);
  const active = session.active === undefined ? undefined : tabOf(session.active, there);
  if (active?.kind === 'runbook') openRunbook(stores, active.key);
  else if (active !== undefined) layout.getState().openTab(active);
}
