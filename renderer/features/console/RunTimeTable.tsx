import { Box, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import { readableParts, type ActivityNames } from '../../fields/readable.ts';
import { RunInput } from '../../fields/RunInput.tsx';
import { color } from '../../ui/color.ts';

interface Props {
  readonly execution: ExecutionView;
  readonly document: ActivityNames;
  /** Gives an input another value; undefined unless the execution waits. */
  readonly onEdit?: ((key: string, value: string) => void) | undefined;
}

function Row({ header = false, cells }: { readonly header?: boolean; readonly cells: readonly [ReactNode, ReactNode, ReactNode] }): ReactElement {
  return (
    <Box role="row" sx={{ display: 'grid', gridTemplateColumns: 'minmax(5rem, 9rem) minmax(0, 1fr) minmax(0, 1.2fr)', '@container (max-width: 360px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 }, gap: 1.5, padding: '4px 12px', borderBottom: `1px solid ${color('border')}`, ...(header ? { color: 'studio.textMuted', fontSize: '0.75rem', fontWeight: 500 } : {}) }}>
      {cells.map((cell, index) => (
        <Box key={index} role={header ? 'columnheader' : index === 0 ? 'rowheader' : 'cell'} sx={{ minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', color: index === 2 && !header ? 'studio.text' : 'studio.textMuted' }}>{cell}</Box>
      ))}
    </Box>
  );
}

/** The input of an execution as it was resolved, beside what is written in the runbook; of one that waits it can be changed. */
export function RunTimeTable({ execution, document, onEdit }: Props): ReactElement {
  const { inputs, connection, state } = execution;
  if (inputs.length === 0) {
    return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>{state === 'queued' ? 'Not reached yet.' : 'This activity took no input.'}</Typography>;
  }
  const written = (text: string): string => readableParts(text, document).map((part) => part.text).join('');
  return (
    <Box role="table" aria-label="Run-time properties" sx={{ fontSize: '0.8125rem', containerType: 'inline-size' }}>
      <Row header cells={['Property', 'As designed', 'At run time']} />
      {connection !== undefined && <Row cells={['Configuration Name', '', connection]} />}
      {inputs.map((input) => (
        <Row key={input.key} cells={[input.label, written(input.design), <RunInput key={input.key} input={input} onEdit={onEdit === undefined ? undefined : (value) => onEdit(input.key, value)} />]} />
      ))}
    </Box>
  );
}
