import { Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import { readableParts, type ActivityNames } from '../../fields/readable.ts';
import { FactList } from './FactList.tsx';

/** The input of an execution as it is written in the runbook. */
export function DesignTable({ execution, document }: { readonly execution: ExecutionView; readonly document: ActivityNames }): ReactElement {
  const { inputs, state } = execution;
  if (inputs.length === 0) {
    return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>{state === 'queued' ? 'Not reached yet.' : 'This activity took no input.'}</Typography>;
  }
  return <FactList facts={inputs.map(({ key, label, design }) => ({ key, label, value: readableParts(design, document).map((part) => part.text).join('') }))} />;
}
