import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { removeRun } from '../../commands/historyActions.ts';
import { compareTwo, openRun } from '../../commands/runTabs.ts';
import { daysOf, filteredRuns, noFilter } from '../../stores/historyFilter.ts';
import { whenText } from '../../stores/historyWords.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DayStrip } from './DayStrip.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { RunActions } from './RunActions.tsx';

/** Every recorded run: the last days at a glance, a list to narrow down, and what can be done with a run. */
export function HistoryPage(): ReactElement {
  const stores = useStores();
  const { runs, loaded, filter, selected, comparing, error } = useStore(stores.history);
  const { setFilter, select, compare, watch, dismissError } = stores.history.getState();
  const [now] = useState(() => Date.now());
  useEffect(() => watch(), [watch]);
  const shown = useMemo(() => filteredRuns(runs, filter, now), [runs, filter, now]);
  const days = useMemo(() => daysOf(runs, now), [runs, now]);
  const names = useMemo(() => [...new Set(runs.map(({ runbook }) => runbook))].toSorted(), [runs]);
  const summary = shown.find(({ run }) => run === selected);
  const first = comparing === undefined ? undefined : runs.find(({ run }) => run === comparing);

  const open = (run: string): void => {
    const other = runs.find((one) => one.run === run);
    if (first !== undefined && other !== undefined && other.run !== first.run) compareTwo(stores, first, other);
    else openRun(stores, run);
  };
  return (
    <Box
      onKeyDown={(event) => (event.key === 'Delete' && event.target instanceof HTMLElement && event.target.role === 'grid' && summary !== undefined && summary.result !== 'running' ? void removeRun(stores, summary) : undefined)}
      sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', overflow: 'auto', containerType: 'size', containerName: 'history' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2, rowGap: 0.75, padding: '8px 12px', flexShrink: 0 }}>
        <Typography variant="h2" component="h1" sx={{ fontSize: '1.0625rem' }}>History</Typography>
        <Typography variant="body2" role="status" sx={{ flex: 1, color: 'studio.textMuted' }}>{runs.length === 0 ? '' : shown.length === runs.length ? count(runs.length, 'run') : `${shown.length.toLocaleString('en-US')} of ${count(runs.length, 'run')}`}</Typography>
        <HistoryFilters filter={filter} runbooks={names} filtered={filter !== noFilter && shown.length !== runs.length} onFilter={setFilter} onClear={() => setFilter(noFilter)} />
      </Box>
      {!loaded && <LinearProgress aria-label="Reading the history" />}
      {error !== undefined && <Box sx={{ padding: 1.5 }}><ErrorCard error={error} alert actions={<Button onClick={dismissError}>Close</Button>} /></Box>}
      {runs.length > 0 && <DayStrip days={days} period={filter.period} onPeriod={(period) => setFilter({ period })} />}
      {first !== undefined && (
        <Box sx={{ paddingInline: 1.5, paddingBottom: 1 }}>
          <Notice tone="information">
            Choose the run to compare with {first.runbook}, {whenText(first.startedAt, now)}, and press Enter.{' '}
            <Button variant="text" disabled={summary === undefined || summary.run === first.run} onClick={() => (summary === undefined ? undefined : open(summary.run))}>Compare</Button>
            <Button variant="text" onClick={() => compare(undefined)}>Cancel</Button>
          </Notice>
        </Box>
      )}
      {runs.length > 0 && <Box sx={{ borderTop: 1, borderColor: 'studio.border', padding: '2px 8px', flexShrink: 0 }}><RunActions summary={summary} openable onCompare={({ run }) => compare(run)} /></Box>}
      {loaded && runs.length === 0 && <EmptyState icon={<HistoryIcon aria-hidden sx={{ fontSize: '2.5rem' }} />} title="No runs yet" text="Runs appear here after the first test." />}
      {runs.length > 0 && shown.length === 0 && <EmptyState text="No run matches the filter." actions={<Button onClick={() => setFilter(noFilter)}>Clear filter</Button>} />}
      {shown.length > 0 && <Box sx={{ flex: '1 0 160px', display: 'flex', minWidth: 0 }}><HistoryTable runs={shown} now={now} selected={selected} onSelect={select} onOpen={open} /></Box>}
    </Box>
  );
}
