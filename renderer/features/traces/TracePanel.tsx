import { Box, Button } from '@mui/material';
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { useStores } from '../../stores/stores.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { useElementSize } from '../../ui/useElementSize.ts';
import { TraceDetail } from './TraceDetail.tsx';
import { filterTraces, isError } from './traceFilter.ts';
import { TraceList } from './TraceList.tsx';
import { TraceToolbar } from './TraceToolbar.tsx';

/** Name of the activity that made a request, with its item where there are several. */
function useActivityName(): (summary: TraceSummary) => string {
  const runs = useStore(useStores().runs, (state) => state.runs);
  return useMemo(() => {
    const views = new Map(Object.values(runs).map(({ view }) => [view.run, view]));
    return ({ run, activity, execution, kind, connection }) => {
      const view = views.get(run ?? '');
      if (activity === undefined) return kind === 'oauth' ? `Sign-in of ${connection}` : kind === 'ews' ? `Test of ${connection}` : connection;
      const name = view?.names[activity] ?? activity;
      const made = execution === undefined ? undefined : view?.executions.get(execution);
      return made === undefined || made.items < 2 ? name : `${name} · item ${made.item}`;
    };
  }, [runs]);
}

/** The trace viewer: every request with its response, filtered, and the chosen pair in full. */
export function TracePanel(): ReactElement {
  const { traces } = useStores();
  const { summaries, filter, selected, record, error } = useStore(traces);
  const nameOf = useActivityName();
  const [paused, setPaused] = useState<readonly TraceSummary[] | undefined>(undefined);
  const [listHeight, setListHeight] = useState(150);
  const [listWidth, setListWidth] = useState<number | undefined>(undefined);
  const [root, size] = useElementSize();
  // A low panel shows list and pair beside each other, a high one the pair below the list.
  const low = size === undefined || size.height < 420;
  const { watch, select, setFilter, clear } = traces.getState();
  useEffect(watch, [watch]);
  const listed = paused ?? summaries;
  const shown = useMemo(() => filterTraces(listed, filter, nameOf), [listed, filter, nameOf]);
  const errors = useMemo(() => listed.filter(isError).length, [listed]);
  const throttled = useMemo(() => listed.filter(({ result }) => result.class === 'throttled').length, [listed]);

  const nextError = (step: 1 | -1): void => {
    const at = shown.findIndex(({ id }) => id === selected);
    const after = step === 1 ? [...shown.slice(at + 1), ...shown.slice(0, at + 1)] : [...shown.slice(0, Math.max(0, at)).toReversed(), ...shown.slice(Math.max(0, at)).toReversed()];
    const found = after.find((summary) => isError(summary) || summary.result.class === 'throttled');
    if (found !== undefined) void select(found.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F4') return;
    event.preventDefault();
    nextError(event.shiftKey ? -1 : 1);
  };

  return (
    <Box ref={root} onKeyDown={onKeyDown} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <TraceToolbar filter={filter} errors={errors} throttled={throttled} paused={paused !== undefined} empty={summaries.length === 0} onFilter={setFilter} onPause={() => setPaused(paused === undefined ? summaries : undefined)} onClear={() => void clear()} />
      {shown.length === 0 ? (
        <Empty paused={paused !== undefined} any={listed.length > 0} onResume={() => setPaused(undefined)} onClearFilter={() => setFilter('')} />
      ) : (
        <SplitPane
          key={low ? 'row' : 'column'}
          label="Size of the list of requests"
          direction={low ? 'row' : 'column'}
          sized="first"
          size={low ? (listWidth ?? Math.round((size?.width ?? 960) * 0.52)) : listHeight}
          minimum={low ? 240 : 84}
          maximum={low ? 900 : 600}
          onResize={low ? setListWidth : setListHeight}
          first={<TraceList narrow={low} rows={shown} nameOf={nameOf} selected={selected} onSelect={(id) => void select(id)} />}
          second={<TraceDetail narrow={low} selected={selected} record={record} error={error} nameOf={nameOf} />}
        />
      )}
    </Box>
  );
}

function Empty({ paused, any, onResume, onClearFilter }: { readonly paused: boolean; readonly any: boolean; onResume(): void; onClearFilter(): void }): ReactElement {
  if (any) return <EmptyState text="No request matches the filter." actions={<Button onClick={onClearFilter}>Clear filter</Button>} />;
  if (paused) return <EmptyState text="Paused. Requests are recorded but not shown." actions={<Button onClick={onResume}>Resume</Button>} />;
  return <EmptyState text="No requests yet. Run a test, and each request with its response appears here." />;
}
