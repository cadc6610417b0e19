import LogIcon from '@mui/icons-material/SubjectOutlined';
import StopIcon from '@mui/icons-material/StopOutlined';
import { Box, Button } from '@mui/material';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { spanText } from '../../../shared/text/measures.ts';
import { resultText } from '../../stores/runText.ts';
import type { TestRun } from '../../stores/testRun.ts';
import { useNow } from '../../stores/useNow.ts';
import { count, timeOfDay } from '../../stores/words.ts';
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
  /** What can be done with a run that has ended. */
  readonly afterwards?: ReactNode;
}

/** About the run: when, where, how long, how far, and Stop; afterwards the result in full, and what can be done with it. */
export function ConsoleHeader({ run, active, elapsedMs, logShown, onShow, onLog, onStop, onAbandon, afterwards }: Props): ReactElement {
  const { view, real, stopping } = run;
  const now = useNow(active);
  const elapsed = elapsedMs ?? view.durationMs ?? (view.startedAt === '' ? 0 : Math.max(0, now - Date.parse(view.startedAt)));
  const overdue = useOverdue(stopping);
  const finished = Object.values(view.activities).reduce((sum, activity) => sum + activity.finished, 0);
  const facts = [
    view.startedAt === '' ? '' : `Run ${timeOfDay(view.startedAt).slice(0, 8)}`,
    real.length === 0 ? 'demo' : `${real.join(', ')} (real)`,
    spanText(elapsed),
    `${finished} of ${count(view.executions.size, 'activity run')}`,
  ].filter((fact) => fact !== '');
  const ended = view.status !== 'running' && view.status !== 'paused';
  const result = ended ? resultText(view) : '';
  const told = facts.join(' · ');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, minHeight: 34, paddingInline: 1.5, borderBottom: `1px solid ${color('border')}`, flexShrink: 0, fontSize: '0.8125rem', '& .MuiButton-root': { minHeight: 26, paddingBlock: 0, whiteSpace: 'nowrap' } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flex: '1 1 22rem', minWidth: 0, minHeight: 32 }}>
        <StatusIcon status={view.status} word {...(stopping ? { label: 'Stopping…' } : {})} />
        <Box sx={{ flex: 1, minWidth: 0, paddingBlock: ended ? '3px' : 0 }}>
          <Box data-result={view.startedAt} title={result} sx={{ fontWeight: 500, lineHeight: 1.4, overflow: 'hidden', overflowWrap: 'anywhere', display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical' }}>{result}</Box>
          <Box title={told} sx={{ color: 'studio.textMuted', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', ...(ended ? { fontSize: '0.75rem', lineHeight: 1.3 } : {}) }}>{told}</Box>
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.75, marginLeft: 'auto', minHeight: 32 }}>
        {ended && afterwards}
        <HandledFailures view={view} onShow={onShow} />
        <ToolbarButton label="Log" icon={<LogIcon />} help="Shows or hides the log of the run." pressed={logShown} onClick={onLog} />
        {active && !(stopping && overdue && onAbandon !== undefined) && <Button variant="outlined" color="error" startIcon={<StopIcon />} disabled={stopping} onClick={onStop}>Stop</Button>}
        {active && stopping && overdue && onAbandon !== undefined && <Button variant="outlined" color="error" startIcon={<StopIcon />} title="A request does not end. Whether the server carries it out stays unknown." onClick={onAbandon}>Stop without waiting</Button>}
      </Box>
    </Box>
  );
}
