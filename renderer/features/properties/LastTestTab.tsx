import { Box, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { outermostOf } from '../../../shared/engine/executionPath.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { readableParts } from '../../fields/readable.ts';
import { RunInput } from '../../fields/RunInput.tsx';
import { useTestRun } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import type { ActivityTabProps } from './activityTab.ts';
import { PublishedItems } from './PublishedItems.tsx';

/** What the last test did here: each property as designed and as run, item by item. */
export function LastTestTab({ facts, activityKey }: ActivityTabProps): ReactElement | null {
  const { runs } = useStores();
  const run = useTestRun(facts.key);
  const view = run?.view;
  const shown = useStore(runs, (state) => state.executions[facts.key]);
  const executions = view?.activities[activityKey]?.executions;
  if (view === undefined || executions === undefined || executions.length === 0) return null;
  const ids = executions.toArray();
  const index = Math.max(0, ids.indexOf(outermostOf(shown ?? '')));
  const execution = view.executions.get(ids[index] ?? '');
  if (execution === undefined) return null;
  const show = (at: number): void => runs.getState().selectExecution(facts.key, ids[at]);
  const { error } = execution;
  const waits = execution.state === 'paused' && run?.stopping !== true;
  const edit = (key: string, value: string): void => void runs.getState().command(facts.key, { type: 'setInput', execution: execution.execution, key, value });
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <StatusIcon status={execution.state} word />
        <Typography variant="body2" sx={{ flex: 1, color: 'studio.textMuted' }}>
          {[count(execution.rowCount, 'row'), execution.durationMs === undefined ? '' : spanText(execution.durationMs)].filter((part) => part !== '').join(' · ')}
        </Typography>
        <Pager noun="item" at={index + 1} of={ids.length} onChange={(at) => show(at - 1)} />
      </Box>
      {error !== undefined && <ErrorCard error={error} />}
      {execution.reason !== undefined && error === undefined && <Typography variant="body2">{execution.reason}</Typography>}
      {execution.inputs.map((input) => (
        <Box key={input.key} sx={{ display: 'grid', gap: 0.25 }}>
          <Typography variant="caption" sx={{ fontWeight: 600 }}>{input.label}</Typography>
          <Line title="As designed" muted>{readableParts(input.design, facts.document).map((part) => part.text).join('')}</Line>
          {(input.design !== input.value || waits) && <Line title={waits ? 'Would run' : 'As run'}><RunInput key={`${execution.execution} ${input.key}`} input={input} onEdit={waits ? (value) => edit(input.key, value) : undefined} /></Line>}
        </Box>
      ))}
      {execution.inputs.length === 0 && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>This activity took no input.</Typography>}
      <PublishedItems activity={activityKey} values={execution.rows.at(0) ?? {}} row={1} rows={execution.rowCount} />
    </Box>
  );
}

function Line({ title, children, muted = false }: { readonly title: string; readonly children: ReactNode; readonly muted?: boolean }): ReactElement {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '5.5rem minmax(0, 1fr)', gap: 1, fontSize: '0.8125rem', paddingLeft: 1, borderLeft: `2px solid ${color(muted ? 'border' : 'accent')}` }}>
      <Box sx={{ color: 'studio.textMuted', fontSize: '0.75rem', paddingTop: '1px' }}>{title}</Box>
      <Box sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', maxHeight: '14em', overflow: 'auto', color: muted ? 'studio.textMuted' : 'studio.text' }}>{children}</Box>
    </Box>
  );
}
