import AddIcon from '@mui/icons-material/AddOutlined';
import { Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { commands as definitions } from '../../../shared/commands/commands.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { useKeyOf } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBox } from '../../ui/FilterBox.tsx';
import { SideHeader } from '../../ui/SideHeader.tsx';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';
import { RunbookTree } from './RunbookTree.tsx';

/** The runbooks of the workspace in the side bar. */
export function RunbooksView(): ReactElement {
  const { workspace } = useStores();
  const commands = useCommands();
  const view = useStore(workspace, (state) => state.view);
  const [filter, setFilter] = useState('');
  const keyOf = useKeyOf();
  const { title } = definitions['file.newRunbook'];
  return (
    <>
      <SideHeader title="Runbooks">
        <ToolbarButton label={title} icon={<AddIcon />} shortcut={keyOf('file.newRunbook')} help={view === null ? 'Open a workspace first.' : undefined} disabled={view === null} onClick={() => commands.run('file.newRunbook')} />
      </SideHeader>
      {view === null && <EmptyState text="No workspace is open." actions={<Button onClick={() => commands.run('file.openWorkspace')}>Open folder…</Button>} />}
      {view !== null && view.runbooks.length === 0 && <EmptyState text="This workspace has no runbooks yet." actions={<Button onClick={() => commands.run('file.newRunbook')}>New runbook</Button>} />}
      {view !== null && view.runbooks.length > 0 && (
        <>
          <FilterBox label="Filter runbooks" value={filter} onChange={setFilter} />
          <RunbookTree entries={view.runbooks} filter={filter} />
        </>
      )}
    </>
  );
}
