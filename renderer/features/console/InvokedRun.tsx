import { Box, Button, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { RunView } from '../../../shared/engine/runView.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { openRunbook } from '../../commands/workspaceActions.ts';
import { resultText } from '../../stores/runText.ts';
import { useStores } from '../../stores/stores.ts';
import { count, timeOfDay } from '../../stores/words.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { FactList } from './FactList.tsx';

interface Props {
  readonly view: RunView;
  /** Its runbook, where it is one of the workspace. */
  readonly runbookKey: string | undefined;
  /** Shows the run on the canvas of its runbook. */
  readonly onShow?: () => void;
}

/** A run that another one invoked, as a whole: how it stands or ended, and what it handed back. */
export function InvokedRun({ view, runbookKey, onShow }: Props): ReactElement {
  const stores = useStores();
  const { runbook, status, startedAt, durationMs, executions, returned } = view;
  const facts = [
    ['Result', resultText(view)],
    ['Started', timeOfDay(startedAt)],
    ['Duration', durationMs === undefined ? '' : spanText(durationMs)],
    ['Activity runs', executions.size.toLocaleString('en-US')],
    ...returned.slice(0, 20).flatMap((row, index) => Object.entries(row).map(([name, value]) => [`Returned ${returned.length > 1 ? `row ${index + 1}, ` : ''}${name}`, value] as const)),
    ['Returned data', returned.length === 0 ? 'None' : count(returned.length, 'row')],
  ] as const;
  return (
    <Box role="region" aria-label={`Run of ${runbook}`} tabIndex={0} sx={{ flex: 1, minWidth: 0, minHeight: 0, overflow: 'auto', '&:focus-visible': { outlineOffset: -2 } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, padding: '6px 12px' }}>
        <StatusIcon status={status} word />
        <Typography noWrap title={runbook} variant="body2" sx={{ fontWeight: 600, minWidth: 0, flex: '1 1 8rem' }}>{runbook}</Typography>
        {onShow !== undefined && <Button variant="outlined" onClick={onShow}>Show on canvas</Button>}
        {onShow === undefined && runbookKey !== undefined && <Button onClick={() => openRunbook(stores, runbookKey)}>Open runbook</Button>}
      </Box>
      <FactList facts={facts.filter(([, value]) => value !== '').map(([label, value], index) => ({ key: `${index} ${label}`, label, value }))} />
    </Box>
  );
}
