import ActivityMark from '@mui/icons-material/CropSquareOutlined';
import ConnectionsIcon from '@mui/icons-material/CableOutlined';
import RunbookMark from '@mui/icons-material/AccountTreeOutlined';
import RunIcon from '@mui/icons-material/HistoryOutlined';
import { useEffect, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { resultWords } from '../../../shared/history/summaryText.ts';
import { openRun } from '../../commands/runTabs.ts';
import { openRunbook } from '../../commands/workspaceActions.ts';
import { whenText } from '../../stores/historyWords.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import type { Option } from '../../ui/OptionList.tsx';
import { ChooserDialog } from './ChooserDialog.tsx';

interface Target extends Option {
  go(): void;
}

/** So many runs are listed before anything is typed, and so many are searched: the history finds older ones. */
const runsShown = 5;
const runsSearched = 100;

/** Finds runbooks, configurations and the activities of open runbooks by name, and past runs by the name of their runbook and their time. */
export function GoToDialog({ onClose }: { onClose(): void }): ReactElement {
  const stores = useStores();
  const registry = useRegistry();
  const runbooks = useStore(stores.workspace, ({ view }) => view?.runbooks) ?? [];
  const entries = useStore(stores.connections, (state) => state.entries);
  const open = useStore(stores.editor, (state) => state.open);
  const runs = useStore(stores.history, (state) => state.runs);
  const { watch } = stores.history.getState();
  useEffect(() => watch(), [watch]);
  const [now] = useState(() => Date.now());
  const targets: readonly Target[] = [
    ...runbooks.map(({ key, name, folder }) => ({ id: `runbook ${key}`, label: name, detail: folder, group: 'Runbooks', icon: <RunbookMark aria-hidden />, go: () => openRunbook(stores, key) })),
    ...entries.map(({ key, connection }) => ({
      id: `connection ${key}`,
      label: connection.name,
      detail: connection.type,
      group: 'Configurations',
      icon: <ConnectionsIcon aria-hidden />,
      go: () => stores.layout.getState().openDialog({ kind: 'connection', target: { key } }),
    })),
    ...Object.values(open).flatMap((editor) =>
      Object.entries(editor.document.activities).map(([activity, { name, type }]) => ({
        id: `activity ${editor.key} ${activity}`,
        label: name,
        detail: registry.get(type)?.title ?? type,
        group: `Activities of ${editor.document.name}`,
        icon: <ActivityMark aria-hidden />,
        go: () => {
          openRunbook(stores, editor.key);
          stores.editor.getState().reveal(editor.key, { activities: [activity] }, undefined);
        },
      })),
    ),
    ...runs.slice(0, runsSearched).map(({ run, runbook, startedAt, result }, index) => ({
      id: `run ${run}`,
      label: runbook,
      detail: `${whenText(startedAt, now)} · ${resultWords[result]}`,
      group: 'Past runs',
      found: index < runsShown,
      icon: <RunIcon aria-hidden />,
      go: () => openRun(stores, run),
    })),
  ];
  return (
    <ChooserDialog
      title="Go to"
      placeholder="Type the name of a runbook, a configuration, an activity or a past run"
      options={targets}
      empty={runbooks.length === 0 ? 'Open a workspace to go to its runbooks.' : 'Nothing has that name.'}
      onChosen={(id) => targets.find((target) => target.id === id)?.go()}
      onClose={onClose}
    />
  );
}
