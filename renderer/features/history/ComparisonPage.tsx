import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { compareRuns } from '../../../shared/history/compareRuns.ts';
import { connectionsText, startedByWords } from '../../../shared/history/summaryText.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { openHistory, openRun } from '../../commands/runTabs.ts';
import { whenText } from '../../stores/historyWords.ts';
import type { PastRun } from '../../stores/pastRuns.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { ActivityDifference } from './ActivityDifference.tsx';

/** Two recorded runs side by side: the activities in which they differ first. */
export function ComparisonPage({ left, right }: { readonly left: string; readonly right: string }): ReactElement {
  const stores = useStores();
  const one = useStore(stores.pastRuns, ({ open }) => open[left]);
  const other = useStore(stores.pastRuns, ({ open }) => open[right]);
  useEffect(() => {
    for (const run of [left, right]) void stores.pastRuns.getState().load(run);
  }, [stores, left, right]);
  const ready = one !== undefined && other !== undefined && !one.loading && !other.loading;
  const activities = useMemo(() => (ready ? compareRuns(one.replay.viewAt(one.length), other.replay.viewAt(other.length)) : []), [ready, one, other]);
  const error = one?.error ?? other?.error;
  if (error !== undefined) return <Box sx={{ padding: 3 }}><ErrorCard error={error} alert actions={<Button onClick={() => openHistory(stores)}>Show the history</Button>} /></Box>;
  if (!ready) return <LinearProgress aria-label="Reading the runs" />;
  const different = activities.filter(({ differs }) => differs);
  const same = activities.filter(({ differs }) => !differs);
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', padding: '8px 16px 24px' }}>
      <Typography variant="h2" component="h1" sx={{ fontSize: '1.0625rem', paddingBlock: 0.5 }}>Two runs compared</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 1.5, paddingBlock: 1 }}>
        <Side title="Earlier run" past={one} />
        <Side title="Later run" past={other} />
      </Box>
      <Typography role="status" variant="body2" sx={{ paddingBlock: 1, fontWeight: 600 }}>
        {different.length === 0 ? 'Both runs did the same: outcome, counts, input and published data of every activity are equal.' : `${count(different.length, 'activity', 'activities')} of ${activities.length} differ.`}
      </Typography>
      {different.map((activity) => <ActivityDifference key={activity.key} activity={activity} />)}
      {same.length > 0 && <Typography variant="body2" sx={{ color: 'studio.textMuted', paddingTop: 1 }}>The same in both: {same.map(({ name }) => name).join(', ')}</Typography>}
    </Box>
  );
}

function Side({ title, past }: { readonly title: string; readonly past: PastRun }): ReactElement {
  const stores = useStores();
  const [now] = useState(() => Date.now());
  const { summary, header } = past;
  const facts = header === undefined ? [] : [connectionsText(header.connections), startedByWords[header.startedBy], summary?.durationMs === undefined ? '' : spanText(summary.durationMs)];
  return (
    <Box component="section" aria-label={title} sx={{ border: 1, borderColor: 'studio.border', borderRadius: 1.5, padding: '8px 12px', display: 'grid', gap: 0.5, justifyItems: 'start', minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', maxWidth: '100%', flexWrap: 'wrap' }}>
        <Typography component="h2" sx={{ fontSize: '0.875rem', fontWeight: 600 }}>{header?.document.name}</Typography>
        {summary !== undefined && <StatusIcon status={summary.result} word />}
      </Box>
      <Typography variant="body2">{header === undefined ? '' : whenText(header.at, now)}</Typography>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{facts.filter((fact) => fact !== '').join(' · ')}</Typography>
      <Button variant="text" onClick={() => openRun(stores, past.run)} sx={{ marginLeft: -1 }}>Open</Button>
    </Box>
  );
}
