import { Box, Tab, Tabs, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { DebugCommand } from '../../../shared/engine/debugCommand.ts';
import type { ExecutionView, RunView } from '../../../shared/engine/runView.ts';
import type { ActivityNames } from '../../fields/readable.ts';
import { color } from '../../ui/color.ts';
import { Pager } from '../../ui/Pager.tsx';
import { DesignTable } from './DesignTable.tsx';
import { ExecutionError } from './ExecutionError.tsx';
import { ExecutionProgress } from './ExecutionProgress.tsx';
import { ExecutionTraces } from './ExecutionTraces.tsx';
import { RowTable } from './RowTable.tsx';
import { RunTimeTable } from './RunTimeTable.tsx';

type TabName = 'design' | 'runTime' | 'items' | 'trace';

interface Props {
  /** The run that the execution belongs to, and the names of its activities. */
  readonly view: RunView;
  readonly document: ActivityNames;
  /** Its runbook, where it is known. */
  readonly runbookKey: string | undefined;
  /** The run was invoked by another one. */
  readonly invoked: boolean;
  /** The run goes on. */
  readonly active: boolean;
  readonly stopping: boolean;
  readonly execution: ExecutionView;
  readonly onCommand?: ((command: DebugCommand) => void) | undefined;
  /** Another execution of the same activity. */
  onSelect(execution: string): void;
}

/** One execution: its input as written and as resolved, what it published, and its requests. */
export function ExecutionDetail({ view, document, runbookKey, invoked, active, stopping, execution, onSelect, onCommand }: Props): ReactElement {
  const [chosen, setChosen] = useState<TabName | undefined>(undefined);
  const name = view.names[execution.activity] ?? execution.activity;
  const finished = execution.durationMs !== undefined;
  const waits = active && execution.state === 'paused' && !stopping && onCommand !== undefined;
  // Before an execution runs its input is what matters, afterwards what came out.
  const tab = chosen ?? (finished && execution.rowCount > 0 ? 'items' : 'runTime');
  const labels: Readonly<Record<TabName, string>> = { design: 'Design', runTime: 'Run-time', items: `Items ${execution.rowCount}`, trace: `Trace ${execution.traces.length}` };
  const names: readonly TabName[] = ['design', 'runTime', 'items', 'trace'];
  const siblings = view.activities[execution.activity]?.executions.toArray() ?? [];
  const show = (at: number): void => {
    const next = siblings[at - 1];
    if (next !== undefined) onSelect(next);
  };
  const edit = (input: string, value: string): void => onCommand?.({ type: 'setInput', execution: execution.execution, key: input, value });
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, paddingLeft: 1.5, borderBottom: `1px solid ${color('border')}`, flexShrink: 0, minWidth: 0 }}>
        <Typography noWrap title={name} variant="body2" sx={{ fontWeight: 600, minWidth: 0, flex: '1 1000 auto' }}>{name}</Typography>
        <Pager noun="item" at={siblings.indexOf(execution.execution) + 1} of={siblings.length} onChange={show} />
        <Tabs value={tab} onChange={(_event, next: TabName) => setChosen(next)} variant="scrollable" scrollButtons={false} aria-label={`Details of ${name}`} sx={{ flexShrink: 1, minWidth: 0, marginBottom: '-1px', '& .MuiTab-root': { paddingInline: '8px' } }}>
          {names.map((one) => <Tab key={one} value={one} id={`execution-tab-${one}`} aria-controls="execution-content" label={labels[one]} />)}
        </Tabs>
      </Box>
      <Box id="execution-content" role="tabpanel" aria-labelledby={`execution-tab-${tab}`} tabIndex={0} sx={{ flex: 1, minHeight: 0, minWidth: 0, overflow: tab === 'items' && execution.error === undefined ? 'hidden' : 'auto', display: 'flex', flexDirection: 'column', '&:focus-visible': { outlineOffset: -2 } }}>
        <ExecutionError runbookKey={runbookKey} invoked={invoked} execution={execution} name={name} />
        {active && execution.state === 'running' && <ExecutionProgress execution={execution} />}
        {tab === 'design' && <DesignTable execution={execution} document={document} />}
        {tab === 'runTime' && <RunTimeTable key={execution.execution} execution={execution} document={document} onEdit={waits ? edit : undefined} />}
        {tab === 'items' && <Box sx={{ flex: 1, minHeight: execution.error === undefined ? 0 : 120, display: 'flex', flexDirection: 'column' }}><RowTable execution={execution} /></Box>}
        {tab === 'trace' && <ExecutionTraces execution={execution} />}
      </Box>
    </Box>
  );
}
