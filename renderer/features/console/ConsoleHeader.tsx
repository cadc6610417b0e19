import LogIcon from '@mui/icons-material/SubjectOutlined';
import StopIcon from '@mui/icons-material/StopOutlined';
import { Box, Button } from '@mui/material';
import { useEffect, useState, type ReactElement } from 'react';
import { resultText } from '../../stores/runText.ts';
import type { TestRun } from '../../stores/runs.ts';
import { count, seconds, timeOfDay } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';

/** Milliseconds since a run started, growing while it goes on. */
function useElapsed(run: TestRun, active: boolean): number {
  const { startedAt, durationMs } = run.view;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [active]);
  return durationMs ?? (startedAt === '' ? 0 : Math.max(0, now - Date.parse(startedAt)));
}

interface Props {
  readonly run: TestRun;
  readonly active: boolean;
  /** Milliseconds that went by, where the clock does not tell. */
  readonly elapsedMs?: number;
  readonly logShown: boolean;
  onLog(): void;
  onStop(): void;
}

/** One line about the run: when, where, how long, how far, and Stop; afterwards the result. */
export function ConsoleHeader({ run, active, elapsedMs, logShown, onLog, onStop }: Props): ReactElement {
  const clock = useElapsed(run, active);
  const elapsed = elapsedMs ?? clock;
  const { view, real, stopping } = run;
  const finished = Object.values(view.activities).reduce((sum, activity) => sum + activity.finished, 0);
  const facts = [
    view.startedAt === '' ? '' : `Run ${timeOfDay(view.startedAt).slice(0, 8)}`,
    real.length === 0 ? 'demo' : `${real.join(', ')} (real)`,
    seconds(elapsed),
    `${finished} of ${count(view.executions.size, 'activity run')}`,
  ].filter((fact) => fact !== '');
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 34, paddingInline: 1.5, borderBottom: `1px solid ${color('border')}`, flexShrink: 0, fontSize: '0.8125rem' }}>
      <StatusIcon status={view.status} word {...(stopping ? { label: 'Stopping…' } : {})} />
      <Box sx={{ color: 'studio.textMuted', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{facts.join(' · ')}</Box>
      <Box data-result title={resultText(view)} sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 500 }}>{view.status === 'running' ? '' : resultText(view)}</Box>
      <ToolbarButton label="Log" icon={<LogIcon />} help="Shows or hides the log of the run." pressed={logShown} onClick={onLog} />
      {active && <Button variant="outlined" color="error" startIcon={<StopIcon />} disabled={stopping} onClick={onStop} sx={{ minHeight: 26, paddingBlock: 0 }}>Stop</Button>}
    </Box>
  );
}
