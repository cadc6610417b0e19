import { Box, Tab, Tabs, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { itemText } from '../../stores/runText.ts';
import { color } from '../../ui/color.ts';
import { ExecutionError } from './ExecutionError.tsx';
import { ExecutionTraces } from './ExecutionTraces.tsx';
import { InputTable } from './InputTable.tsx';
import { RowTable } from './RowTable.tsx';

type TabName = 'design' | 'runTime' | 'items' | 'trace';

interface Props {
  readonly runbookKey: string;
  /** The runbook as it ran. */
  readonly document: Runbook;
  readonly execution: ExecutionView;
  readonly name: string;
}

/** One execution: its input as written and as resolved, what it published, and its requests. */
export function ExecutionDetail({ runbookKey, document, execution, name }: Props): ReactElement {
  const [chosen, setChosen] = useState<TabName | undefined>(undefined);
  const finished = execution.durationMs !== undefined;
  // Before an execution runs its input is what matters, afterwards what came out.
  const tab = chosen ?? (finished && execution.rowCount > 0 ? 'items' : 'runTime');
  const labels: Readonly<Record<TabName, string>> = { design: 'Design', runTime: 'Run-time', items: `Items ${execution.rowCount}`, trace: `Trace ${execution.traces.length}` };
  const names: readonly TabName[] = ['design', 'runTime', 'items', 'trace'];
  const place = itemText(execution);
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, paddingLeft: 1.5, borderBottom: `1px solid ${color('border')}`, flexShrink: 0, minWidth: 0 }}>
        <Typography noWrap variant="body2" sx={{ fontWeight: 600, minWidth: 0, flex: '1 1 auto' }}>
          {name}
          {place !== '' && <Box component="span" sx={{ fontWeight: 400, color: 'studio.textMuted' }}> · {place}</Box>}
        </Typography>
        <Tabs value={tab} onChange={(_event, next: TabName) => setChosen(next)} aria-label={`Details of ${name}`} sx={{ flexShrink: 0, marginBottom: '-1px' }}>
          {names.map((one) => <Tab key={one} value={one} id={`execution-tab-${one}`} aria-controls="execution-content" label={labels[one]} />)}
        </Tabs>
      </Box>
      <Box id="execution-content" role="tabpanel" aria-labelledby={`execution-tab-${tab}`} tabIndex={0} sx={{ flex: 1, minHeight: 0, minWidth: 0, overflow: tab === 'items' && execution.error === undefined ? 'hidden' : 'auto', display: 'flex', flexDirection: 'column', '&:focus-visible': { outlineOffset: -2 } }}>
        <ExecutionError runbookKey={runbookKey} execution={execution} name={name} />
        {tab === 'design' && <InputTable execution={execution} document={document} column="design" />}
        {tab === 'runTime' && <InputTable execution={execution} document={document} column="value" />}
        {tab === 'items' && <RowTable execution={execution} />}
        {tab === 'trace' && <ExecutionTraces execution={execution} />}
      </Box>
    </Box>
  );
}
