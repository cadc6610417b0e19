import LogIcon from '@mui/icons-material/SubjectOutlined';
import StopIcon from '@mui/icons-material/StopOutlined';
import { Box, Button } from '@mui/material';
import { useEffect, useState, type ReactElement } from 'react';
import { resultText } from '../../stores/runText.ts';
import type { TestRun } from '../../stores/testRun.ts';
import { useNow } from '../../stores/useNow.ts';
import { count, seconds, timeOfDay } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';
import { HandledFailures } from './HandledFailures.tsx';

/** How long a run is given to end after Stop, in milliseconds, before it can be left without waiting. */
const patience = 5000;

/** Whether `patience` has passed since the run was told to stop. */
function useOverdue(stopping: boolean): boolean {
  const [overdue, setOverdue] = useState(false);
  useEffect(() => {
    if (!stopping) return undefined;
    const timer = setTimeout(() => setOverdue(true), patience);
    return () => {
      clearTimeout(timer);
      setOverdue(false);
    };
  }, [stopping]);
  return overdue;
}

interface Props {
  readonly run: TestRun;
  readonly active: boolean;
  /** Milliseconds that went by, where the clock does not tell. */
  readonly elapsedMs?: number;
  readonly logShown: boolean;
  /** Shows an execution. */
  onShow(path: string): void;
  onLog(): void;
  onStop(): void;
  /** Ends a run that does not end by itself. */
  onAbandon?: (() => void) | undefined;
}

/** One line about the run: when, where, how long, how far, and Stop; afterwards the result. */
export function ConsoleHeader({ run, active, elapsedMs, logShown, onShow, onLog, onStop, onAbandon }: Props): ReactElement {
  const { view, real, stopping } = run;
  const now = useNow(active);
  const elapsed = elapsedMs ?? view.durationMs ?? (view.startedAt === '' ? 0 : Math.max(0, now - Date.parse(view.startedAt)));
  const overdue = useOverdue(stopping);
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
      <Box title={facts.join(' · ')} sx={{ color: 'studio.textMuted', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>{facts.join(' · ')}</Box>
      <Box data-result={view.startedAt} title={resultText(view)} sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 500 }}>{view.status === 'running' || view.status === 'paused' ? '' : resultText(view)}</Box>
      <HandledFailures view={view} onShow={onShow} />
      <ToolbarButton label="Log" icon={<LogIcon />} help="Shows or hides the log of the run." pressed={logShown} onClick={onLog} />
      {active && !(stopping && overdue && onAbandon !== undefined) && <Button variant="outlined" color="error" startIcon={<StopIcon />} disabled={stopping} onClick={onStop} sx={{ minHeight: 26, paddingBlock: 0 }}>Stop</Button>}
      {active && stopping && overdue && onAbandon !== undefined && <Button variant="outlined" color="error" startIcon={<StopIcon />} title="A request does not end. Whether the server carries it out stays unknown." onClick={onAbandon} sx={{ minHeight: 26, paddingBlock: 0, whiteSpace: 'nowrap' }}>Stop without waiting</Button>}
    </Box>
  );
}
