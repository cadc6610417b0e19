import WaitIcon from '@mui/icons-material/HourglassEmptyOutlined';
import { Box, LinearProgress } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { AwaitedRequest } from '../../../shared/engine/ports.ts';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { useRunTraces } from '../../stores/runTraces.ts';
import { useNow } from '../../stores/useNow.ts';
import { timeOfDay } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';

/** What is waited for, for how long, and when that ends. */
function awaitedText({ operation, host, since, until }: AwaitedRequest, now: number): string {
  const seconds = (to: number): number => Math.max(0, Math.round((to - Date.parse(since)) / 1000));
  return `waiting for ${operation === '' ? 'an answer' : operation} on ${host}, ${seconds(now)} s, gives up after ${seconds(Date.parse(until))} s`;
}

/** How far an execution is that goes on: counted where it can be, else how long it takes and what it asks; a wait that the server wants is counted down. */
export function ExecutionProgress({ execution }: { readonly execution: ExecutionView }): ReactElement {
  const summaries = useStore(useRunTraces().store, (state) => state.summaries);
  const now = useNow(true);
  const { startedAt, progress, waitsUntil, awaited, traces } = execution;
  const elapsed = startedAt === undefined ? '' : spanText(Math.max(0, now - Date.parse(startedAt)));
  const last = summaries.find(({ id }) => id === traces.at(-1));
  const left = waitsUntil === undefined ? 0 : Math.ceil((Date.parse(waitsUntil) - now) / 1000);
  const counted = progress === undefined ? '' : `${progress.done.toLocaleString('en-US')}${progress.total === undefined ? '' : ` of ${progress.total.toLocaleString('en-US')}`} ${progress.unit}`;
  const facts = [counted, elapsed, awaited !== undefined ? awaitedText(awaited, now) : last === undefined ? '' : `last request ${last.operation}`].filter((fact) => fact !== '');
  const isWaiting = waitsUntil !== undefined && left > 0;
  return (
    <Box sx={{ padding: '6px 12px', borderBottom: `1px solid ${color('border')}`, fontSize: '0.8125rem', display: 'grid', gap: 0.5, bgcolor: isWaiting ? 'studio.warningSoft' : 'studio.panel', color: isWaiting ? 'studio.warning' : 'studio.textMuted', fontVariantNumeric: 'tabular-nums' }}>
      {isWaiting ? (
        <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
          <WaitIcon aria-hidden sx={{ fontSize: 16 }} />
          Exchange asks to wait {left} s. Retrying at {timeOfDay(waitsUntil).slice(0, 8)}.
        </Box>
      ) : (
        facts.join(' · ')
      )}
      {progress?.total !== undefined && progress.total > 0 && !isWaiting && <LinearProgress variant="determinate" aria-label="Progress of the activity" value={Math.min(100, Math.round((100 * progress.done) / progress.total))} />}
    </Box>
  );
}
