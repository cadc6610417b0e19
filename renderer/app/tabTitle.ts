import { useStore } from 'zustand';
import { useShallow } from 'zustand/shallow';
import type { EditorState } from '../stores/editor.ts';
import { runTitle } from '../stores/historyWords.ts';
import type { Tab } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';

/** The names of open runbooks, by key. */
const namesOf = ({ open }: EditorState): Readonly<Record<string, string>> => Object.fromEntries(Object.values(open).map(({ key, document }) => [key, document.name]));

/** The titles of tabs: what they show, by its name. */
export function useTabTitles(): (tab: Tab) => string {
  const stores = useStores();
  const names = useStore(stores.editor, useShallow(namesOf));
  const listed = useStore(stores.workspace, ({ view }) => view?.runbooks);
  const files = useStore(stores.traceFiles, (state) => state.open);
  const runs = useStore(stores.history, (state) => state.runs);
  const runNamed = (wanted: string): string => {
    const summary = runs.find(({ run }) => run === wanted);
    return summary === undefined ? 'Run' : runTitle(summary);
  };
  return (tab) => {
    switch (tab.kind) {
      case 'welcome':
        return 'Welcome';
      case 'settings':
        return 'Settings';
      case 'variables':
        return 'Variables';
      case 'history':
        return 'History';
      case 'demoServer':
        return 'Demo server';
      case 'run':
        return runNamed(tab.run);
      case 'comparison':
        return `${runNamed(tab.left)} ↔ ${runNamed(tab.right)}`;
      case 'traceFile':
        return files[tab.key]?.name ?? tab.key;
      case 'runbook':
        return names[tab.key] ?? listed?.find(({ key }) => key === tab.key)?.name ?? tab.key;
    }
  };
}
