import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { allExecutions } from '../../../shared/engine/runTree.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import { againReasons } from '../../../shared/trace/sendAgain.ts';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { itemText } from '../../stores/runText.ts';
import type { TracesStore } from '../../stores/traces.ts';
import { TraceViewer } from './TraceViewer.tsx';

/** The requests that are kept with a recorded run, named after its activities and those of the runs it invoked. */
export function RunTracesView({ traces, view }: { readonly traces: TracesStore; readonly view: RunView }): ReactElement {
  const nameOf = useMemo(() => {
    const names = new Map([...allExecutions(view)].map(({ view: of, execution }) => [execution.execution, [of.names[execution.activity] ?? execution.activity, itemText(execution)].filter((part) => part !== '').join(' · ')]));
    return ({ execution, connection }: TraceSummary): string => names.get(execution ?? '') ?? connection;
  }, [view]);
  return <TraceViewer traces={traces} nameOf={nameOf} notSentAgain={againReasons.past} empty="No requests are kept with this run. It made none, or it was recorded by an earlier version." />;
}
