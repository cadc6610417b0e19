import BackIcon from '@mui/icons-material/ArrowBackOutlined';
import { Box, Button, LinearProgress, Tab, Tabs, Typography } from '@mui/material';
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { allExecutions, executionAt, invokedAt, type InvokedRun } from '../../../shared/engine/runTree.ts';
import { emptyRunView, type RunView } from '../../../shared/engine/runView.ts';
import type { RunHeader } from '../../../shared/history/runHeader.ts';
import { connectionsText, resultSentence, startedByWords } from '../../../shared/history/summaryText.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { invokerOf, innermostOf, pathInto } from '../../../shared/engine/executionPath.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { openHistory } from '../../commands/runTabs.ts';
import type { Selection } from '../../stores/editorHistory.ts';
import { whenText } from '../../stores/historyWords.ts';
import { invokedBy } from '../../stores/invokedTest.ts';
import type { InvokedPlace, PastRun } from '../../stores/pastRuns.ts';
import type { TestRun } from '../../stores/testRun.ts';
import { RunTracesContext, type RunTraces } from '../../stores/runTraces.ts';
import { useStores } from '../../stores/stores.ts';
import type { TracesStore } from '../../stores/traces.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { ChangedSince } from './ChangedSince.tsx';
import { ReplayBar } from './ReplayBar.tsx';
import { RunActions } from './RunActions.tsx';

/** What shows the canvas of a run. */
export interface CanvasSlot {
  readonly document: Runbook;
  readonly view: RunView;
  readonly selection: Selection;
  onSelect(selection: Partial<Selection>): void;
  /** Shows the run that an activity invoked. */
  onInvoked(activity: string): void;
}

/** What shows the console of a run. */
export interface ConsoleSlot {
  readonly run: TestRun;
  readonly selected: string | undefined;
  readonly chosen: string | undefined;
  readonly elapsedMs: number;
  onSelect(row: string, activity: string): void;
  onInvoked(invoked: InvokedRun): void;
}

/** What shows the requests of a run. */
export interface TracesSlot {
  readonly traces: TracesStore;
  readonly view: RunView;
}

interface Props {
  readonly run: string;
  canvas(slot: CanvasSlot): ReactNode;
  console(slot: ConsoleSlot): ReactNode;
  traces(slot: TracesSlot): ReactNode;
}

/** A recorded run: the runbook as it was, what happened in it at any moment, and what can be done with it. */
export function PastRunPage({ run, canvas, console, traces }: Props): ReactElement {
  const stores = useStores();
  const past = useStore(stores.pastRuns, ({ open }) => open[run]);
  useEffect(() => {
    stores.history.getState().watch();
    void stores.pastRuns.getState().load(run);
  }, [stores, run]);
  if (past?.error !== undefined) return <Box sx={{ padding: 3 }}><ErrorCard error={past.error} alert actions={<Button onClick={() => openHistory(stores)}>Show the history</Button>} /></Box>;
  if (past?.header === undefined) return <LinearProgress aria-label="Reading the run" />;
  return <Shown past={past} header={past.header} canvas={canvas} console={console} traces={traces} />;
}

function Shown({ past, header, canvas, console, traces }: Omit<Props, 'run'> & { readonly past: PastRun; readonly header: RunHeader }): ReactElement {
  const stores = useStores();
  const [consoleHeight, setConsoleHeight] = useState(260);
  const { run, replay, length, position, playingAt, selection, execution } = past;
  const { select, selectExecution } = stores.pastRuns.getState();
  const [pane, setPane] = useState<'console' | 'traces'>('console');
  const store = past.traces;
  const requests = useMemo(
    (): RunTraces => ({
      store,
      open(id) {
        setPane('traces');
        void store.getState().select(id);
      },
    }),
    [store],
  );
  const end = replay.viewAt(length);
  const made = useMemo(() => [...allExecutions(end)].reduce((sum, { execution: one }) => sum + one.traces.length, 0), [end]);
  const at = position ?? length;
  const whole = replay.viewAt(at);
  const { invoked } = past;
  // Before it begins, and where the moment is earlier, the invoked run has done nothing yet.
  const view = invoked === undefined ? whole : (invokedAt(whole, invoked.invoker, invoked.run) ?? emptyRunView);
  const document = invoked === undefined ? header.document : header.invoked?.[invoked.key ?? ''];
  const open = ({ invoker, view: inside }: InvokedRun): void => {
    const last = inside.executions.values.at(inside.executions.size - 1);
    const place = { invoker: invoked === undefined ? invoker : pathInto(invoked.invoker, invoker), run: inside.run, key: inside.key, runbook: inside.runbook };
    stores.pastRuns.getState().showInvoked(run, place, last === undefined ? undefined : { activity: last.activity, execution: last.execution });
  };
  const openOf = (activity: string): void => {
    const found = invokedBy(view, activity);
    if (found !== undefined) open(found);
  };
  const real = header.connections.flatMap(({ name, demo }) => (demo ? [] : [name]));
  const shown: TestRun = { key: invoked === undefined ? header.key : (invoked.key ?? ''), document: document ?? header.document, mode: 'run', view, stopping: false, real };
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <RunFacts past={past} header={header} />
      <ChangedSince header={header} />
      {past.loading && <LinearProgress aria-label="Reading the run" />}
      <SplitPane
        label="Height of the console"
        direction="column"
        sized="second"
        size={consoleHeight}
        minimum={120}
        maximum={640}
        onResize={setConsoleHeight}
        first={
          <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
            {invoked !== undefined && <InvokedBar past={past} invoked={invoked} whole={whole} />}
            {document === undefined ? <EmptyState text="This runbook is not kept with the run: its path was put together while it ran, or an earlier version recorded the run. The console shows what happened." /> : canvas({ document, view, selection, onSelect: (next) => select(run, next), onInvoked: openOf })}
            <ReplayBar past={past} />
          </Box>
        }
        second={
          <RunTracesContext value={requests}>
            <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
              <Tabs value={pane} onChange={(_event, next: 'console' | 'traces') => setPane(next)} aria-label="What the run did" sx={{ flexShrink: 0, bgcolor: 'studio.panel', borderBottom: 1, borderColor: 'studio.border' }}>
                <Tab value="console" id="past-console" aria-controls="past-content" label="Console" />
                <Tab value="traces" id="past-traces" aria-controls="past-content" label={`Traces ${made.toLocaleString('en-US')}`} />
              </Tabs>
              <Box id="past-content" role="tabpanel" aria-labelledby={`past-${pane}`} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
                {pane === 'traces'
                  ? traces({ traces: store, view: end })
                  : console({
                    run: shown,
                    selected: selection.activities.length === 1 ? selection.activities[0] : undefined,
                    chosen: execution,
                    elapsedMs: playingAt ?? replay.timeAt(at),
                    onSelect: (row, activity) => selectExecution(run, activity, row),
                    onInvoked: open,
                  })}
              </Box>
            </Box>
          </RunTracesContext>
        }
      />
    </Box>
  );
}

/** Says which invoked run is shown, and leads back to the one that invoked it. */
function InvokedBar({ past, invoked, whole }: { readonly past: PastRun; readonly invoked: InvokedPlace; readonly whole: RunView }): ReactElement {
  const { showInvoked } = useStores().pastRuns.getState();
  const found = executionAt(whole, invoked.invoker);
  const outer = invokerOf(invoked.invoker);
  const back = (): void => {
    const at = found === undefined ? undefined : { activity: found.execution.activity, execution: innermostOf(invoked.invoker) };
    const { run = '', key, runbook = '' } = found?.view ?? {};
    showInvoked(past.run, outer === undefined || found === undefined ? undefined : { invoker: outer, run, key, runbook }, at);
  };
  return (
    <Box role="group" aria-label="Invoked run" sx={{ display: 'flex', alignItems: 'center', gap: 1, padding: '3px 12px', minHeight: 32, flexShrink: 0, fontSize: '0.8125rem', bgcolor: 'studio.accentSoft', borderBottom: 1, borderColor: 'studio.accent', '& .MuiButton-root': { minHeight: 26, paddingBlock: 0, whiteSpace: 'nowrap', flexShrink: 0 } }}>
      <Button variant="outlined" startIcon={<BackIcon />} onClick={back}>Back to {found?.view.runbook ?? past.header?.document.name}</Button>
      <Typography noWrap variant="body2">Run of {invoked.runbook}{invokedAt(whole, invoked.invoker, invoked.run) === undefined ? ', not begun at this moment' : ''}</Typography>
    </Box>
  );
}

/** The line above: how the run ended, when it was, on what, and what can be done with it. */
function RunFacts({ past, header }: { readonly past: PastRun; readonly header: RunHeader }): ReactElement {
  const stores = useStores();
  const listed = useStore(stores.history, ({ runs }) => runs.find(({ run }) => run === past.run));
  const [now] = useState(() => Date.now());
  const summary = listed ?? past.summary;
  const facts = [whenText(header.at, now), connectionsText(header.connections), startedByWords[header.startedBy], summary?.durationMs === undefined ? '' : spanText(summary.durationMs)];
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5, padding: '4px 8px 4px 12px', borderBottom: 1, borderColor: 'studio.border', flexShrink: 0 }}>
      {summary !== undefined && <StatusIcon status={summary.result} word />}
      <Typography noWrap component="h1" sx={{ fontSize: '0.9375rem', fontWeight: 600 }}>{header.document.name}</Typography>
      <Typography noWrap variant="body2" title={summary === undefined ? '' : resultSentence(summary)} sx={{ flex: '1 1 12rem', minWidth: 0, color: 'studio.textMuted', fontVariantNumeric: 'tabular-nums' }}>{facts.filter((fact) => fact !== '').join(' · ')}</Typography>
      <RunActions
        summary={summary}
        onCompare={({ run }) => {
          openHistory(stores);
          stores.history.getState().compare(run);
        }}
      />
    </Box>
  );
}
