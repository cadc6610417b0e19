import type { Settings } from '../../shared/workspace/settings.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';
import { moveToRegion } from './regions.ts';
import { openHistory } from './runTabs.ts';
import { closeTab, openDemo, openFolder } from './workspaceActions.ts';

/** What the commands of the menus File (workspaces and tabs), View, Options, Tools and Help do. */
export function shellCommands(stores: Stores): CommandBindings {
  const { layout, workspace, settings } = stores;
  const always = (run: () => void): CommandBinding => ({ run, enabled: () => true });
  const inWorkspace = (run: () => void): CommandBinding => ({ run, enabled: () => workspace.getState().view !== null });
  const idle = (run: () => void): CommandBinding => ({ run, enabled: () => workspace.getState().busy === undefined });
  const { toggle, openDialog, openTab } = layout.getState();
  const mode = (colorMode: Settings['colorMode']): CommandBinding => always(() => void settings.getState().change({ colorMode }));
  return {
    'file.newRunbook': inWorkspace(() => openDialog({ kind: 'newRunbook' })),
    'file.openWorkspace': idle(() => openFolder(stores)),
    'file.openDemo': idle(() => openDemo(stores)),
    'file.closeTab': {
      run: () => {
        const { activeTab } = layout.getState();
        if (activeTab !== undefined) closeTab(stores, activeTab);
      },
      enabled: () => layout.getState().activeTab !== undefined,
    },
    'view.palette': always(() => openDialog({ kind: 'palette' })),
    'view.sideBar': always(() => toggle('sideBarOpen')),
    'view.history': always(() => openHistory(stores)),
    'view.bottomPanel': always(() => toggle('bottomOpen')),
    'view.propertyPanel': always(() => toggle('propertyPanelOpen')),
    'view.nextRegion': always(() => moveToRegion(1)),
    'view.previousRegion': always(() => moveToRegion(-1)),
    'view.light': mode('light'),
    'view.dark': mode('dark'),
    'view.systemColors': mode('system'),
    'view.highContrast': mode('highContrast'),
    'options.exchangeUser': inWorkspace(() => openDialog({ kind: 'exchangeUser' })),
    'tools.demoServer': always(() => openDialog({ kind: 'demoServer' })),
    'view.variables': always(() => openTab({ kind: 'variables' })),
    'help.welcome': always(() => openTab({ kind: 'welcome' })),
    'help.shortcuts': always(() => openDialog({ kind: 'shortcuts' })),
    'help.about': always(() => openDialog({ kind: 'about' })),
  };
}
