import type { Settings } from '../../shared/workspace/settings.ts';
import { activities, type Registry } from '../../shared/activities/registry.ts';
import { tabId, type BottomTab, type SideView, type Tab } from '../stores/layout.ts';
import type { Stores } from '../stores/stores.ts';
import { stepProblem, tracesInFront } from '../stores/traceProblems.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';
import { helpOf } from './helpTopic.ts';
import { currentProblems, problemSteps } from './problemSteps.ts';
import { moveToRegion, moveToRegionNamed } from './regions.ts';
import { openHistory } from './runTabs.ts';
import { windowSizes } from '../ui/windowSizes.ts';
import { nextTextSize } from './textSize.ts';
import { closeTab, openDemo, openFolder, openRecent } from './workspaceActions.ts';

/** What the commands of the menus File (workspaces and tabs), View, Options, Tools and Help do. */
export function shellCommands(stores: Stores, registry: Registry = activities): CommandBindings {
  const { layout, workspace, settings } = stores;
  const always = (run: () => void): CommandBinding => ({ run, enabled: () => true });
  const inWorkspace = (run: () => void): CommandBinding => ({ run, enabled: () => workspace.getState().view !== null, why: 'Open a workspace first.' });
  const idle = (run: () => void): CommandBinding => ({ run, enabled: () => workspace.getState().busy === undefined, why: 'A workspace is being opened.' });
  const { toggle, openDialog, openTab } = layout.getState();
  const mode = (colorMode: Settings['colorMode']): CommandBinding => always(() => void settings.getState().change({ colorMode }));
  const textSize = (size: (now: number) => number): CommandBinding => always(() => void settings.getState().change({ textSize: size(settings.getState().settings.textSize) }));
  const side = (view: SideView): CommandBinding => always(() => {
    layout.getState().showSideView(view);
    requestAnimationFrame(() => moveToRegionNamed('Side bar'));
  });
  const bottom = (tab: BottomTab): CommandBinding => always(() => {
    layout.getState().showBottom(tab);
    requestAnimationFrame(() => moveToRegionNamed('Bottom panel'));
  });
  const step = problemSteps(stores, registry);
  const problem = (direction: 1 | -1): CommandBinding => ({
    run() {
      // Traces that are shown, with something that failed among them, are what the person looks at.
      const traces = tracesInFront(stores);
      if (traces !== undefined && stepProblem(traces, direction, stores)) return;
      if (currentProblems(stores, registry).length > 0) step(direction);
      else stores.app.getState().notify('None of the listed requests failed.');
    },
    enabled: () => tracesInFront(stores) !== undefined || currentProblems(stores, registry).length > 0,
    why: 'There is no problem in the runbook in front, and no traces are shown.',
  });
  const tabAt = (offset: number): { readonly tab: Tab; readonly to: number; readonly next: Tab } | undefined => {
    const { tabs, activeTab } = layout.getState();
    const at = tabs.findIndex((tab) => activeTab !== undefined && tabId(tab) === tabId(activeTab));
    const [tab, next] = [tabs[at], tabs[at + offset]];
    return tab === undefined || next === undefined || at + offset < 0 ? undefined : { tab, to: at + offset, next };
  };
  const onTab = (offset: 1 | -1, run: (found: NonNullable<ReturnType<typeof tabAt>>) => void): CommandBinding => ({
    run: () => {
      const found = tabAt(offset);
      if (found !== undefined) run(found);
    },
    enabled: () => tabAt(offset) !== undefined,
    why: 'There is no tab on that side.',
  });
  const showTab = ({ next }: { readonly next: Tab }): void => layout.getState().openTab(next);
  const moveTab = ({ tab, to }: { readonly tab: Tab; readonly to: number }): void => layout.getState().moveTab(tab, to);
  return {
    'file.openRecent': {
      ...idle(() => undefined),
      run: (path) => (path === undefined ? openTab({ kind: 'welcome' }) : openRecent(stores, path)),
    },
    'view.goTo': always(() => openDialog({ kind: 'goTo' })),
    'view.runbooks': side('runbooks'),
    'view.connections': side('connections'),
    'view.traces': bottom('traces'),
    'view.nextProblem': problem(1),
    'view.previousProblem': problem(-1),
    'view.nextTab': onTab(1, showTab),
    'view.previousTab': onTab(-1, showTab),
    'view.moveTabRight': onTab(1, moveTab),
    'view.moveTabLeft': onTab(-1, moveTab),
    'view.largerText': textSize((now) => nextTextSize(now, 1)),
    'view.smallerText': textSize((now) => nextTextSize(now, -1)),
    'view.normalText': textSize(() => 100),
    'options.settings': always(() => layout.getState().openSettings()),
    'help.topic': always(() => layout.getState().showHelp(helpOf(document.activeElement))),
    'file.newRunbook': inWorkspace(() => openDialog({ kind: 'newRunbook' })),
    'file.openWorkspace': idle(() => openFolder(stores)),
    'file.openDemo': idle(() => openDemo(stores)),
    'file.closeTab': {
      run: () => {
        const { activeTab } = layout.getState();
        if (activeTab !== undefined) closeTab(stores, activeTab);
      },
      enabled: () => layout.getState().activeTab !== undefined,
      why: 'No tab is open.',
    },
    'view.palette': always(() => openDialog({ kind: 'palette' })),
    'view.sideBar': always(() => toggle('sideBarOpen')),
    'view.history': always(() => openHistory(stores)),
    'view.bottomPanel': always(() => toggle('bottomOpen')),
    'view.propertyPanel': always(() => {
      // Covered by the side bar, the properties are asked for; the person does not see whether they are open.
      const covered = layout.getState().sideBarOpen && window.matchMedia(windowSizes.small).matches;
      if (covered) toggle('sideBarOpen', false);
      toggle('propertyPanelOpen', covered ? true : undefined);
    }),
    'view.nextRegion': always(() => moveToRegion(1)),
    'view.previousRegion': always(() => moveToRegion(-1)),
    'view.light': mode('light'),
    'view.dark': mode('dark'),
    'view.systemColors': mode('system'),
    'view.highContrast': mode('highContrast'),
    'options.exchangeUser': inWorkspace(() => openDialog({ kind: 'exchangeUser' })),
    'tools.demoServer': always(() => openTab({ kind: 'demoServer' })),
    'view.variables': always(() => openTab({ kind: 'variables' })),
    'help.welcome': always(() => openTab({ kind: 'welcome' })),
    'help.shortcuts': always(() => layout.getState().openSettings('Keyboard')),
    'help.about': always(() => openDialog({ kind: 'about' })),
  };
}
