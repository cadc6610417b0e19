import { Box, Button } from '@mui/material';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { OutsideChange } from '../../stores/editorHistory.ts';
import { useStores } from '../../stores/stores.ts';
import { CompareDialog } from './CompareDialog.tsx';

/** What the bar says about a file that another program touched. */
const outsideWords: Readonly<Record<OutsideChange['kind'], readonly [what: string, why: string]>> = {
  changed: ['The file was changed by another program.', 'Both versions are still there: the file’s, and this one with its unsaved changes.'],
  removed: ['The file was deleted, moved or renamed by another program.', 'This version exists in the app only.'],
  unreadable: ['The file was changed by another program and cannot be read any more.', ''],
};

/** The bar above the canvas for what stands between a runbook and its file: a change from outside, a failed save, a newer format. */
export function FileBar({ runbookKey, readOnly }: { readonly runbookKey: string; readonly readOnly: boolean }): ReactElement | null {
  const { editor: store, app } = useStores();
  const error = useStore(store, ({ errors }) => errors[runbookKey]);
  const outside = useStore(store, ({ open }) => open[runbookKey]?.outside);
  const [comparing, setComparing] = useState(false);
  const { save, loadTheirs, dismissError, undo } = store.getState();
  const keepMine = (): void => {
    setComparing(false);
    void save(runbookKey, true);
  };
  const takeTheirs = async (): Promise<void> => {
    setComparing(false);
    await loadTheirs(runbookKey);
    app.getState().notify('The file’s version was loaded.', () => undo(runbookKey));
  };
  if (outside !== undefined) {
    const [what, why] = outsideWords[outside.kind];
    return (
      <>
        <Bar tone="warning" what={what} more={outside.kind === 'unreadable' ? outside.error.what : why}>
          <Button onClick={keepMine}>{outside.kind === 'removed' ? 'Write the file again' : 'Keep mine'}</Button>
          {outside.kind === 'changed' && <Button onClick={() => void takeTheirs()}>Load theirs</Button>}
          {outside.kind === 'changed' && <Button onClick={() => setComparing(true)}>Compare…</Button>}
        </Bar>
        {comparing && outside.kind === 'changed' && (
          <CompareDialog runbookKey={runbookKey} theirs={outside.theirs.document} onKeepMine={keepMine} onLoadTheirs={() => void takeTheirs()} onClose={() => setComparing(false)} />
        )}
      </>
    );
  }
  if (error !== undefined) {
    return (
      <Bar tone="error" what={error.what} more={error.fix[0] ?? ''}>
        <Button onClick={() => void save(runbookKey)}>Save again</Button>
        <Button variant="text" color="inherit" onClick={() => dismissError(runbookKey)}>Dismiss</Button>
      </Bar>
    );
  }
  return readOnly ? <Bar tone="information" what="This runbook can be read but not changed." more="A newer version of the app wrote its file. Update the app to change it." /> : null;
}

interface BarProps {
  readonly tone: 'information' | 'warning' | 'error';
  readonly what: string;
  readonly more: string;
  readonly children?: ReactNode;
}

function Bar({ tone, what, more, children }: BarProps): ReactElement {
  return (
    <Box role={tone === 'information' ? 'status' : 'alert'} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, flexShrink: 0, paddingInline: 1.5, paddingBlock: 0.5, fontSize: '0.8125rem', bgcolor: `studio.${tone}Soft`, borderBottom: 1, borderColor: 'studio.border' }}>
      <Box sx={{ flex: 1, minWidth: '20ch' }}>
        <strong>{what}</strong> {more}
      </Box>
      {children}
    </Box>
  );
}
