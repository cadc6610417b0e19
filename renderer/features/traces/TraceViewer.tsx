import { Box, Button } from '@mui/material';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { TraceRecord, TraceSummary } from '../../../shared/trace/record.ts';
import { useApi } from '../../api/useApi.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { useStores } from '../../stores/stores.ts';
import { filterTraces } from '../../stores/traceFilter.ts';
import { stepProblem } from '../../stores/traceProblems.ts';
import type { TracesStore } from '../../stores/traces.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { useElementSize } from '../../ui/useElementSize.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import type { ShownViews } from './messageViews.ts';
import { pairText } from './pairText.ts';
import { SentAgainBar } from './SentAgainBar.tsx';
import { columnsFor, type ColumnName } from './traceColumns.tsx';
import { TraceDetail } from './TraceDetail.tsx';
import { focusMessage, traceKeys, traceViewerMark } from './traceKeys.ts';
import { TraceList } from './TraceList.tsx';
import { TraceProgress } from './TraceProgress.tsx';
import { TraceToolbar } from './TraceToolbar.tsx';
import { useTraceMenu } from './useTraceMenu.ts';

interface Props {
  readonly traces: TracesStore;
  nameOf(summary: TraceSummary): string;
  /** Given for the requests of this session, which go on and can be cleared. */
  readonly session?: { openFiles(): void; openFolder(): void; whyNotSentAgain(record: TraceRecord): string | undefined };
  /** Why these requests are not sent again, where they are not of this session. */
  readonly notSentAgain?: string;
  /** What is said where there is no request. */
  readonly empty?: string;
}

/** The trace viewer: every request with its response, filtered, and the chosen pair in full. */
export function TraceViewer({ traces, nameOf, session, notSentAgain, empty }: Props): ReactElement {
  const { summaries, filter, found, selected, record, error, reading, resent } = useStore(traces);
  const api = useApi();
  const { app } = useStores();
  const commands = useCommands();
  const menu = useTraceMenu(traces, session !== undefined);
  const [paused, setPaused] = useState<readonly TraceSummary[] | undefined>(undefined);
  const [listHeight, setListHeight] = useState(session === undefined ? 320 : 150);
  const [listWidth, setListWidth] = useState<number | undefined>(undefined);
  const [columns, setColumns] = useState<readonly ColumnName[] | undefined>(undefined);
  const [columnsAt, setColumnsAt] = useState<HTMLElement | undefined>(undefined);
  const [exporting, setExporting] = useState(false);
  const [measure, size] = useElementSize();
  const [views, setViews] = useState<ShownViews>({ Request: 'body', Response: 'body' });
  // A low panel shows list and pair beside each other, a high one the pair below the list.
  const low = size === undefined || size.height < 420;
  const { watch, list, select, setFilter, clear, exportPairs, sendAgain } = traces.getState();
  useEffect(watch, [watch]);
  const listed = paused ?? summaries;
  const facts = useMemo(() => ({ activityName: nameOf, found }), [nameOf, found]);
  const shown = useMemo(() => filterTraces(listed, filter, facts), [listed, filter, facts]);
  useEffect(() => {
    list(shown);
    return () => list(undefined);
  }, [list, shown]);
  const width = size?.width ?? 0;
  const besideWidth = listWidth ?? Math.round((size === undefined ? 960 : width) * 0.52);
  const shownColumns = columns ?? columnsFor(low ? besideWidth : width);

  const copyPair = async (): Promise<void> => {
    if (record !== undefined && (await api.app.copyText({ text: pairText(record) })).ok) app.getState().notify('Request and response copied; secrets are masked.');
  };
  const onKeyDown = traceKeys({ step: (direction) => stepProblem(traces, direction, { app }), copy: () => void copyPair(), show: (view) => setViews({ Request: view, Response: view }) });
  const again = {
    why: session?.whyNotSentAgain ?? (() => notSentAgain),
    key: session === undefined ? undefined : commands.keyOf('tools.sendAgain'),
    send: (chosen: TraceRecord) => void sendAgain(chosen),
  };
  const hidden = resent !== undefined && summaries.some(({ id }) => id === resent) && !shown.some(({ id }) => id === resent);
  const showResent = (): void => {
    setPaused(undefined);
    setFilter('');
    void select(resent);
  };
  const whole = listed.length === 0 && error !== undefined;

  return (
    <Box ref={measure} {...traceViewerMark} onKeyDown={onKeyDown} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <TraceToolbar
        filter={filter}
        rows={listed}
        facts={facts}
        onFilter={setFilter}
        onColumns={setColumnsAt}
        onExport={() => setExporting(true)}
        {...(session === undefined
          ? {}
          : { session: { paused: paused !== undefined, onPause: () => setPaused(paused === undefined ? summaries : undefined), onClear: () => void clear(), onOpenFiles: session.openFiles, onOpenFolder: session.openFolder } })}
      />
      <TraceProgress traces={traces} />
      {hidden && <SentAgainBar paused={paused !== undefined} onShow={showResent} onClose={() => traces.setState({ resent: undefined })} />}
      {whole && <Box sx={{ padding: 2, overflow: 'auto' }}><ErrorCard error={error} /></Box>}
      {!whole && shown.length === 0 && (
        <Empty reading={reading !== undefined} paused={paused !== undefined} any={listed.length > 0} text={empty} onResume={() => setPaused(undefined)} onClearFilter={() => setFilter('')} {...(session === undefined ? {} : { onOpenFiles: session.openFiles, onOpenFolder: session.openFolder })} />
      )}
      {shown.length > 0 && (
        <SplitPane
          key={low ? 'row' : 'column'}
          label="Size of the list of requests"
          direction={low ? 'row' : 'column'}
          sized="first"
          size={low ? besideWidth : listHeight}
          minimum={low ? 240 : 84}
          maximum={low ? 900 : 600}
          onResize={low ? setListWidth : setListHeight}
          first={<TraceList rows={shown} shown={shownColumns} nameOf={nameOf} selected={selected} onSelect={(id) => void select(id)} onOpen={focusMessage} onMenu={(id, element) => void menu(id, element)} />}
          second={<TraceDetail narrow={low || width < 720} selected={selected} record={record} error={error} nameOf={nameOf} again={again} views={views} onViews={setViews} onCopy={() => void copyPair()} />}
        />
      )}
      <ColumnsMenu anchor={columnsAt} shown={shownColumns} onChange={setColumns} onClose={() => setColumnsAt(undefined)} />
      {exporting && (
        <ExportDialog
          all={listed.length}
          filtered={shown.length}
          selected={selected !== undefined}
          onClose={() => setExporting(false)}
          onExport={(which, content) => {
            setExporting(false);
            void exportPairs(which === 'all' ? undefined : which === 'filtered' ? shown.map(({ id }) => id) : [selected ?? ''], content);
          }}
        />
      )}
    </Box>
  );
}

interface EmptyProps {
  readonly reading: boolean;
  readonly paused: boolean;
  readonly any: boolean;
  readonly text: string | undefined;
  onResume(): void;
  onClearFilter(): void;
  onOpenFiles?(): void;
  onOpenFolder?(): void;
}

function Empty({ reading, paused, any, text, onResume, onClearFilter, onOpenFiles, onOpenFolder }: EmptyProps): ReactElement {
  if (any) return <EmptyState text="No request matches the filter." actions={<Button onClick={onClearFilter}>Clear filter</Button>} />;
  if (reading) return <EmptyState text="Reading the trace file…" />;
  if (paused) return <EmptyState text="Paused. Requests are recorded but not shown." actions={<Button onClick={onResume}>Resume</Button>} />;
  return <EmptyState text={text ?? 'No requests yet. Run a test, or drop a trace file here.'} actions={onOpenFiles === undefined ? undefined : <><Button onClick={onOpenFiles}>Open trace files…</Button><Button onClick={onOpenFolder}>Open folder…</Button></>} />;
}
