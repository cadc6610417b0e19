import { Box, Typography } from '@mui/material';
import { useEffect, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { useRunTraces } from '../../stores/runTraces.ts';

/** The requests an execution made; each opens in the trace panel. */
export function ExecutionTraces({ execution }: { readonly execution: ExecutionView }): ReactElement {
  const { store, open } = useRunTraces();
  const summaries = useStore(store, (state) => state.summaries);
  // A recorded run reads its requests when somebody looks.
  useEffect(() => store.getState().watch(), [store]);
  const own = execution.traces.map((id) => ({ id, summary: summaries.find((summary) => summary.id === id) }));
  if (own.length === 0) return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>This activity made no request.</Typography>;
  return (
    <Box component="ul" aria-label="Requests" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {own.map(({ id, summary }) => (
        <li key={id}>
          <Box component="button" type="button" onClick={() => open(id)} sx={{ display: 'flex', gap: 2, width: '100%', minHeight: 28, alignItems: 'center', paddingInline: 1.5, border: 0, bgcolor: 'transparent', color: 'studio.accent', font: 'inherit', fontSize: '0.8125rem', textAlign: 'start', cursor: 'pointer', '&:hover': { bgcolor: 'studio.hover' }, '&:focus-visible': { outlineOffset: -2 } }}>
            <Box component="span" sx={{ minWidth: '8rem', fontWeight: 500 }}>{summary?.operation ?? 'Request'}</Box>
            <Box component="span" sx={{ color: 'studio.textMuted' }}>{summary === undefined ? id : `${summary.status ?? 'no answer'} · ${summary.result.code} · ${spanText(summary.durationMs)}`}</Box>
          </Box>
        </li>
      ))}
    </Box>
  );
}
