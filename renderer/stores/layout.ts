import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SettingGroup } from '../../shared/workspace/settingDefinition.ts';
import type { Session } from '../../shared/workspace/settings.ts';

/** A tab of the editor. */
export type Tab =
  | { readonly kind: 'runbook'; readonly key: string }
  | { readonly kind: 'traceFile'; readonly key: string }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'variables' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'history' }
  | { readonly kind: 'demoServer' }
  /** A recorded run, over the runbook as it was. */
  | { readonly kind: 'run'; readonly run: string }
  /** Two recorded runs side by side. */
  | { readonly kind: 'comparison'; readonly left: string; readonly right: string };

/** Which configuration a form is for, and where its focus goes. */
export interface ConnectionTarget {
  /** Absent for a new configuration. */
  readonly key?: string;
  readonly field?: string;
  /** Tests it as soon as it is open. */
  readonly test?: boolean;
}

/** The dialog that is open. */
export type OpenDialog =
  | { readonly kind: 'exchangeUser'; readonly edit?: ConnectionTarget }
  | { readonly kind: 'connection'; readonly target: ConnectionTarget }
  /** Absent name: a new variable. */
  | { readonly kind: 'variable'; readonly name?: string }
  | { readonly kind: 'palette' }
  | { readonly kind: 'goTo' }
  | { readonly kind: 'about' }
  | { readonly kind: 'newRunbook' }
  | { readonly kind: 'breakpoint'; readonly runbook: string; readonly activity: string }
  | { readonly kind: 'breakpoints'; readonly runbook: string }
  | { readonly kind: 'pin'; readonly runbook: string; readonly activity: string }
  | {
      /** Runbooks with changes that their files do not hold, and what goes on once that is settled. */
      readonly kind: 'unsaved';
      readonly keys: readonly string[];
      readonly names: readonly string[];
      readonly proceed: () => void;
    };

export const sideViews = ['runbooks', 'search', 'connections'] as const;
export type SideView = (typeof sideViews)[number];
export const bottomTabs = ['console', 'traces', 'events', 'problems'] as const;
export type BottomTab = (typeof bottomTabs)[number];

/** What a page of help is about. */
export type HelpTopic = 'window' | 'runbooks' | 'connections' | 'canvas' | 'properties' | 'console' | 'traces' | 'problems' | 'settings';

/** What help was asked for: a part of the window and, where one has the focus, a field of it. */
export interface HelpRequest {
  readonly topic: HelpTopic;
  readonly field?: { readonly label: string; readonly help: string };
  /** The activity whose form holds the field, and the address of its documentation. */
  readonly activity?: { readonly title: string; readonly documentation: string };
}

/** Sizes of the resizable parts, in CSS pixels. */
export interface PartSizes {
  readonly sideBar: number;
  readonly properties: number;
  readonly bottom: number;
}

const parts = ['sideBar', 'properties', 'bottom'] as const satisfies readonly (keyof PartSizes)[];

/** What is shown where. */
export interface LayoutState {
  readonly tabs: readonly Tab[];
  readonly activeTab: Tab | undefined;
  readonly sideView: SideView;
  readonly sideBarOpen: boolean;
  /** Grows each time the search in all runbooks is asked for. */
  readonly searchRequest: number;
  readonly bottomOpen: boolean;
  readonly bottomTab: BottomTab;
  readonly propertyPanelOpen: boolean;
  readonly sizes: PartSizes;
  readonly dialog: OpenDialog | null;
  /** The help that is open, above everything else. */
  readonly help: HelpRequest | null;
  /** The bar above the editor after the demo was opened. */
  readonly hint: boolean;
  /** The group of settings that was asked for last. */
  readonly settingsGroup: SettingGroup | undefined;
  openTab(tab: Tab): void;
  closeTab(tab: Tab): void;
  closeRunbooks(): void;
  /** Moves a tab to a place among the others, from 0. */
  moveTab(tab: Tab, to: number): void;
  /** Shows the settings, at a group. */
  openSettings(group?: SettingGroup): void;
  /** Shows what was open in an earlier session. */
  restore(session: Session): void;
  /** Shows a view in the side bar; choosing the one that is shown hides the side bar. */
  chooseSideView(view: SideView): void;
  showSideView(view: SideView): void;
  /** Shows the search in all runbooks; its field gets the focus. */
  showSearch(): void;
  showBottom(tab: BottomTab): void;
  toggle(part: 'sideBarOpen' | 'bottomOpen' | 'propertyPanelOpen', open?: boolean): void;
  resize(sizes: Partial<PartSizes>): void;
  openDialog(dialog: OpenDialog): void;
  closeDialog(): void;
  showHelp(help: HelpRequest | null): void;
  showHint(shown: boolean): void;
}

export type LayoutStore = StoreApi<LayoutState>;

/** Names a tab, for React keys, ids and comparison. */
export function tabId(tab: Tab): string {
  if (tab.kind === 'run') return `run:${tab.run}`;
  if (tab.kind === 'comparison') return `comparison:${tab.left}:${tab.right}`;
  return 'key' in tab ? `${tab.kind}:${tab.key}` : tab.kind;
}

const without = (tabs: readonly Tab[], tab: Tab): Tab[] => tabs.filter((one) => tabId(one) !== tabId(tab));

/** The tab that takes over when one closes: its right neighbour, else its left one. */
function nextTab(tabs: readonly Tab[], closing: Tab): Tab | undefined {
  const index = tabs.findIndex((one) => tabId(one) === tabId(closing));
  return tabs[index + 1] ?? tabs[index - 1];
}

/** The store of what is shown where. It begins with the first page. */
export function createLayoutStore(): LayoutStore {
  return createStore<LayoutState>()((set, get) => ({
    tabs: [{ kind: 'welcome' }],
    activeTab: { kind: 'welcome' },
    sideView: 'runbooks',
    sideBarOpen: true,
    searchRequest: 0,
    bottomOpen: false,
    bottomTab: 'console',
    propertyPanelOpen: true,
    sizes: { sideBar: 240, properties: 380, bottom: 280 },
    dialog: null,
    help: null,
    hint: false,
    settingsGroup: undefined,
    openTab: (tab) => set(({ tabs }) => ({ tabs: tabs.some((one) => tabId(one) === tabId(tab)) ? tabs : [...tabs, tab], activeTab: tab })),
    closeTab: (tab) =>
      set(({ tabs, activeTab }) => ({
        tabs: without(tabs, tab),
        activeTab: activeTab !== undefined && tabId(activeTab) === tabId(tab) ? nextTab(tabs, tab) : activeTab,
      })),
    closeRunbooks: () =>
      set(({ tabs, activeTab }) => {
        const rest = tabs.filter(({ kind }) => kind === 'settings' || kind === 'demoServer' || kind === 'traceFile');
        return { tabs: rest, activeTab: rest.find((tab) => activeTab !== undefined && tabId(tab) === tabId(activeTab)) ?? rest.at(-1), bottomOpen: false };
      }),
    moveTab: (tab, to) =>
      set(({ tabs }) => {
        const rest = without(tabs, tab);
        const at = Math.max(0, Math.min(rest.length, to));
        return { tabs: [...rest.slice(0, at), tab, ...rest.slice(at)] };
      }),
    openSettings: (group) => {
      get().openTab({ kind: 'settings' });
      set({ settingsGroup: group });
    },
    restore: ({ sideView, sideBarOpen, bottomOpen, bottomTab, propertyPanelOpen }) =>
      set({
        sideBarOpen,
        bottomOpen,
        propertyPanelOpen,
        sideView: sideViews.find((view) => view === sideView) ?? 'runbooks',
        bottomTab: bottomTabs.find((tab) => tab === bottomTab) ?? 'console',
      }),
    chooseSideView: (view) => set(({ sideView, sideBarOpen }) => (sideBarOpen && sideView === view ? { sideBarOpen: false } : { sideView: view, sideBarOpen: true })),
    showSearch: () => set(({ searchRequest }) => ({ sideView: 'search', sideBarOpen: true, searchRequest: searchRequest + 1 })),
    showSideView: (sideView) => set({ sideView, sideBarOpen: true }),
    showBottom: (bottomTab) => set({ bottomOpen: true, bottomTab }),
    toggle: (part, open) => set((state) => ({ [part]: open ?? !state[part] })),
    resize: (sizes) => {
      const before = get().sizes;
      const after = { ...before, ...sizes };
      // The sizes of a new window are mostly those it has: nothing is drawn again for them.
      if (parts.some((part) => after[part] !== before[part])) set({ sizes: after });
    },
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
    showHelp: (help) => set({ help }),
    showHint: (hint) => set({ hint }),
  }));
}
