import '@xyflow/react/dist/style.css';
import { Box, LinearProgress } from '@mui/material';
import { useEffect, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { followRun } from '../../commands/followRun.ts';
import { useShownEditor } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { useFollowed } from '../../stores/useLater.ts';
import { BrokenFile } from './BrokenFile.tsx';
import { DesignerView } from './DesignerView.tsx';

/** The canvas of one open runbook with its palette and tool bar. Reads the runbook when it is shown for the first time. */
export function Designer({ runbookKey }: { readonly runbookKey: string }): ReactElement {
  const stores = useStores();
  const editor = useFollowed(useShownEditor(runbookKey));
  const error = useStore(stores.editor, ({ errors }) => errors[runbookKey]);
  useEffect(() => {
    void stores.editor.getState().load(runbookKey);
    return followRun(stores, runbookKey);
  }, [stores, runbookKey]);
  if (editor === undefined) {
    return error === undefined ? <Box sx={{ flex: 1 }}><LinearProgress aria-label="Opening the runbook" /></Box> : <BrokenFile runbookKey={runbookKey} error={error} />;
  }
  return <DesignerView editor={editor} />;
}
