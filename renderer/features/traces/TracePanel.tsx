import { useMemo, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { findExecution } from '../../../shared/engine/runTree.ts';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { whyNotNow } from '../../stores/sendAgain.ts';
import { useStores } from '../../stores/stores.ts';
import { TraceDrop } from './TraceDrop.tsx';
import { TraceViewer } from './TraceViewer.tsx';

/** Name of the activity that made a request, with its item where there are several. */
function useActivityName(): (summary: TraceSummary) => string {
  const runs = useStore(useStores().runs, (state) => state.runs);
  return useMemo(() => {
    const views = new Map(Object.values(runs).map(({ view }) => [view.run, view]));
    // A test before the last one is not held any more; its activities are called as in the last one, where that leaves no doubt.
    const nameIn = (activity: string): string | undefined => {
      const names = new Set(Object.values(runs).flatMap(({ view }) => view.names[activity] ?? []));
      return names.size === 1 ? [...names][0] : undefined;
    };
    const originOf = ({ run, activity, execution, kind, connection, purpose }: TraceSummary): string => {
      const view = views.get(run ?? '');
      if (activity === undefined) return kind === 'ews' ? `${purpose === 'browse' ? 'Looking into the mailbox of' : 'Test of'} ${connection}` : connection;
      const found = execution === undefined || view === undefined ? undefined : findExecution(view, execution);
      const name = (found?.view ?? view)?.names[activity] ?? nameIn(activity) ?? activity;
      return found === undefined || found.execution.items < 2 ? name : `${name} · item ${found.execution.item}`;
    };
    return (summary) => (summary.again === undefined ? originOf(summary) : `Sent again · ${originOf(summary)}`);
  }, [runs]);
}

/** The requests of this session, live. */
export function TracePanel(): ReactElement {
  const stores = useStores();
  const commands = useCommands();
  // What may be sent again follows them.
  useStore(stores.connections, (state) => state.entries);
  useStore(stores.workspace, ({ view }) => view?.id);
  return (
    <TraceDrop>
      <TraceViewer traces={stores.traces} nameOf={useActivityName()} session={{ openFiles: () => commands.run('file.openTraces'), openFolder: () => commands.run('file.openTraceFolder'), whyNotSentAgain: (record) => whyNotNow(stores, record) }} />
    </TraceDrop>
  );
}
