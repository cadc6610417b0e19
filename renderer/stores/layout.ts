import { createStore, type StoreApi } from 'zustand/vanilla';

/** A tab of the editor. */
export type Tab =
  | { readonly kind: 'runbook'; readonly key: string }
  | { readonly kind: 'traceFile'; readonly key: string }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'variables' }
  | { readonly kind: 'history' }
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
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'demoServer' }
  | { readonly kind: 'newRunbook' }
  | {
      /** Runbooks with changes that their files do not hold, and what goes on once that is settled. */
      readonly kind: 'unsaved';
      readonly keys: readonly string[];
      readonly names: readonly string[];
      readonly proceed: () => void;
    };

export type SideView = 'runbooks' | 'search' | 'connections';
export type BottomTab = 'console' | 'traces' | 'events' | 'problems';

/** Sizes of the resizable parts, in CSS pixels. */
export interface PartSizes {
  readonly sideBar: number;
  readonly properties: number;
  readonly bottom: number;
}

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
  /** The bar above the editor after the demo was opened. */
  readonly hint: boolean;
  openTab(tab: Tab): void;
  closeTab(tab: Tab): void;
  closeRunbooks(): void;
  /** Shows a view in the side bar; choosing the one that is shown hides the side bar. */
  chooseSideView(view: SideView): void;
  /** Shows the search in all runbooks; its field gets the focus. */
  showSearch(): void;
  showBottom(tab: BottomTab): void;
  toggle(part: 'sideBarOpen' | 'bottomOpen' | 'propertyPanelOpen', open?: boolean): void;
  resize(sizes: Partial<PartSizes>): void;
  openDialog(dialog: OpenDialog): void;
  closeDialog(): void;
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
  return createStore<LayoutState>()((set) => ({
    tabs: [{ kind: 'welcome' }],
    activeTab: { kind: 'welcome' },
    sideView: 'runbooks',
    sideBarOpen: true,
    searchRequest: 0,
    bottomOpen: false,
    bottomTab: 'console',
    propertyPanelOpen: true,
    sizes: { sideBar: 240, properties: 340, bottom: 280 },
    dialog: null,
    hint: false,
    openTab: (tab) => set(({ tabs }) => ({ tabs: tabs.some((one) => tabId(one) === tabId(tab)) ? tabs : [...tabs, tab], activeTab: tab })),
    closeTab: (tab) =>
      set(({ tabs, activeTab }) => ({
        tabs: without(tabs, tab),
        activeTab: activeTab !== undefined && tabId(activeTab) === tabId(tab) ? nextTab(tabs, tab) : activeTab,
      })),
    closeRunbooks: () => set({ tabs: [], activeTab: undefined, bottomOpen: false }),
    chooseSideView: (view) => set(({ sideView, sideBarOpen }) => (sideBarOpen && sideView === view ? { sideBarOpen: false } : { sideView: view, sideBarOpen: true })),
    showSearch: () => set(({ searchRequest }) => ({ sideView: 'search', sideBarOpen: true, searchRequest: searchRequest + 1 })),
    showBottom: (bottomTab) => set({ bottomOpen: true, bottomTab }),
    toggle: (part, open) => set((state) => ({ [part]: open ?? !state[part] })),
    resize: (sizes) => set((state) => ({ sizes: { ...state.sizes, ...sizes } })),
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
    showHint: (hint) => set({ hint }),
  }));
}
