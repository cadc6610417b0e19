import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/stores.ts';
import { color } from '../../ui/color.ts';

/** The bar that says that the runbook cannot be changed, or that its file could not be written, with the ways out. */
export function SaveProblem({ runbookKey, readOnly }: { readonly runbookKey: string; readonly readOnly: boolean }): ReactElement | null {
  const store = useStores().editor;
  const error = useStore(store, ({ errors }) => errors[runbookKey]);
  const { save, reload, dismissError } = store.getState();
  if (error === undefined && !readOnly) return null;
  return (
    <Box role={error === undefined ? 'status' : 'alert'} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, paddingInline: 1.5, paddingBlock: 0.5, fontSize: '0.8125rem', bgcolor: error === undefined ? 'studio.informationSoft' : 'studio.errorSoft', borderBottom: `1px solid ${color('border')}` }}>
      <Box sx={{ flex: 1, minWidth: '20ch' }}>
        <strong>{error?.what ?? 'This runbook can be read but not changed.'}</strong> {error?.fix[0] ?? ''}
      </Box>
      {error !== undefined && (
        <>
          <Button onClick={() => void save(runbookKey, true)}>Keep mine</Button>
          <Button onClick={() => void reload(runbookKey)}>Load theirs</Button>
          <Button variant="text" color="inherit" onClick={() => dismissError(runbookKey)}>Dismiss</Button>
        </>
      )}
    </Box>
  );
}
