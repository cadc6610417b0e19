import { dialogFrame } from './DialogFrame.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';

/*
 * Everything that the very first screen does not show. Each has its code in files of its own, which are loaded when it is first
 * shown or, by `loadAhead`, while the window is idle.
 */
export const Designer = lazyPart(async () => (await import('../features/designer/Designer.tsx')).Designer);
export const PropertyPanel = lazyPart(async () => (await import('../features/properties/PropertyPanel.tsx')).PropertyPanel);
export const ConsolePanel = lazyPart(async () => (await import('../features/console/ConsolePanel.tsx')).ConsolePanel);
export const Dialogs = lazyPart(async () => (await import('./Dialogs.tsx')).Dialogs, dialogFrame);
export const ConnectionsView = lazyPart(async () => (await import('../features/connections/ConnectionsView.tsx')).ConnectionsView);
export const SearchView = lazyPart(async () => (await import('../features/search/SearchView.tsx')).SearchView);
export const TracePanel = lazyPart(async () => (await import('../features/traces/TracePanel.tsx')).TracePanel);
export const ProblemsPanel = lazyPart(async () => (await import('../features/problems/ProblemsPanel.tsx')).ProblemsPanel);
export const EventsPanel = lazyPart(async () => (await import('../features/events/EventsPanel.tsx')).EventsPanel);
export const SettingsPage = lazyPart(async () => (await import('../features/settings/SettingsPage.tsx')).SettingsPage);
export const VariablesPage = lazyPart(async () => (await import('../features/variables/VariablesPage.tsx')).VariablesPage);
export const TraceFileView = lazyPart(async () => (await import('../features/traces/TraceFileView.tsx')).TraceFileView);
export const HistoryPage = lazyPart(async () => (await import('../features/history/HistoryPage.tsx')).HistoryPage);
export const ComparisonPage = lazyPart(async () => (await import('../features/history/ComparisonPage.tsx')).ComparisonPage);
export const DemoServerPage = lazyPart(async () => (await import('../features/demoServer/DemoServerPage.tsx')).DemoServerPage);
export const PastRun = lazyPart(async () => (await import('./PastRun.tsx')).PastRun);

/** In the order in which they are likely to be wanted. */
const parts = [Designer, PropertyPanel, ConsolePanel, Dialogs, ConnectionsView, SearchView, TracePanel, ProblemsPanel, EventsPanel, SettingsPage, VariablesPage, TraceFileView, HistoryPage, ComparisonPage, PastRun, DemoServerPage];

/** Loads every part, one after the other, each when `idle` says that nothing else is going on: the first click on it waits for nothing. */
export async function loadAhead(idle: () => Promise<unknown>): Promise<void> {
  for (const part of parts) {
    await idle();
    await part.load();
  }
}
