import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import { useStores } from '../../stores/stores.ts';
import { seconds } from '../../stores/words.ts';
import { openTrace } from './ExecutionError.tsx';

/** The requests an execution made; each opens in the trace panel. */
export function ExecutionTraces({ execution }: { readonly execution: ExecutionView }): ReactElement {
  const stores = useStores();
  const summaries = useStore(stores.traces, (state) => state.summaries);
  const own = execution.traces.map((id) => ({ id, summary: summaries.find((summary) => summary.id === id) }));
  if (own.length === 0) return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>This activity made no request.</Typography>;
  return (
    <Box component="ul" aria-label="Requests" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {own.map(({ id, summary }) => (
        <li key={id}>
          <Box component="button" type="button" onClick={() => openTrace(stores, id)} sx={{ display: 'flex', gap: 2, width: '100%', minHeight: 28, alignItems: 'center', paddingInline: 1.5, border: 0, bgcolor: 'transparent', color: 'studio.accent', font: 'inherit', fontSize: '0.8125rem', textAlign: 'start', cursor: 'pointer', '&:hover': { bgcolor: 'studio.hover' }, '&:focus-visible': { outlineOffset: -2 } }}>
            <Box component="span" sx={{ minWidth: '8rem', fontWeight: 500 }}>{summary?.operation ?? 'Request'}</Box>
            <Box component="span" sx={{ color: 'studio.textMuted' }}>{summary === undefined ? id : `${summary.status ?? 'no answer'} · ${summary.result.code} · ${seconds(summary.durationMs)}`}</Box>
          </Box>
        </li>
      ))}
    </Box>
  );
}
