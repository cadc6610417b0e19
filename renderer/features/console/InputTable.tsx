import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { readableParts } from '../../fields/readable.ts';
import { FactList } from './FactList.tsx';

/** The input of an execution: as it is written in the runbook, or as it was resolved. */
export function InputTable({ execution, document, column }: { readonly execution: ExecutionView; readonly document: Runbook; readonly column: 'design' | 'value' }): ReactElement {
  if (execution.inputs.length === 0) {
    return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>{execution.state === 'queued' ? 'Not reached yet.' : 'This activity took no input.'}</Typography>;
  }
  const facts = execution.inputs.map(({ key, label, design, value }) => ({ key, label, value: column === 'value' ? value : readableParts(design, document).map((part) => part.text).join('') }));
  return (
    <Box>
      {column === 'value' && execution.connection !== undefined && <FactList facts={[{ key: 'connection', label: 'Configuration Name', value: execution.connection }]} />}
      <FactList facts={facts} />
    </Box>
  );
}
