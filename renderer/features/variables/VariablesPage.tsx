import AddIcon from '@mui/icons-material/AddOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import ResetIcon from '@mui/icons-material/RestartAltOutlined';
import UsesIcon from '@mui/icons-material/ManageSearchOutlined';
import { Box, Button, Tab, Tabs } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { globalNouns, type GlobalKind } from '../../../shared/globals/view.ts';
import { globalKey } from '../../stores/globals.ts';
import { useStores } from '../../stores/stores.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { FilterBox } from '../../ui/FilterBox.tsx';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';
import { CounterDialog } from './CounterDialog.tsx';
import { GlobalTable } from './GlobalTable.tsx';
import { emptyTexts, listTitles } from './globalWords.ts';
import { RemoveGlobal } from './RemoveGlobal.tsx';
import { ResetCounter } from './ResetCounter.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { UsesDialog } from './UsesDialog.tsx';

const kinds: readonly GlobalKind[] = ['variables', 'counters', 'schedules'];

/** What is asked about an entry; `add` is about a new one. */
type Asking = 'add' | 'edit' | 'remove' | 'uses' | 'reset';

/** Variables, counters and schedules of the workspace. */
export function VariablesPage(): ReactElement {
  const { globals, layout, workspace } = useStores();
  const view = useStore(globals, (state) => state.view);
  const uses = useStore(globals, (state) => state.uses);
  const error = useStore(globals, (state) => state.error);
  const open = useStore(workspace, (state) => state.view !== null);
  const [kind, setKind] = useState<GlobalKind>('variables');
  const [filter, setFilter] = useState('');
  const [selected, setSelected] = useState<string | undefined>(undefined);
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const noun = globalNouns[kind];
  const chosen = view[kind].find(({ name }) => name === selected)?.name;
  const none = chosen === undefined;
  const close = (): void => setAsking(undefined);
  const ask = (what: Asking, name?: string): void => {
    if (kind === 'variables' && what === 'edit' && name !== undefined) return layout.getState().openDialog({ kind: 'variable', name });
    if (kind === 'variables' && what === 'add') return layout.getState().openDialog({ kind: 'variable' });
    setAsking(what);
  };
  const add = (): void => ask('add');

  return (
    <Box sx={{ flex: 1, display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexShrink: 0, borderBottom: 1, borderColor: 'studio.border', paddingInline: 1, gap: 0.5, flexWrap: 'wrap' }}>
        <Tabs value={kind} onChange={(_, next: GlobalKind) => { setKind(next); setSelected(undefined); }} aria-label="Lists of the workspace" sx={{ flex: 1, minWidth: 240 }}>
          {kinds.map((one) => <Tab key={one} value={one} id={`globals-tab-${one}`} aria-controls="globals-list" label={view[one].length === 0 ? listTitles[one] : `${listTitles[one]} ${view[one].length}`} />)}
        </Tabs>
        <ToolbarButton label={`Edit ${noun}`} icon={<EditIcon />} disabled={none} onClick={() => ask('edit', chosen)} />
        <ToolbarButton label="Show where it is used" icon={<UsesIcon />} disabled={none} onClick={() => ask('uses')} />
        {kind === 'counters' && <ToolbarButton label="Reset counter" icon={<ResetIcon />} disabled={none} onClick={() => ask('reset')} />}
        <ToolbarButton label={`Remove ${noun}`} icon={<DeleteIcon />} disabled={none} onClick={() => ask('remove')} />
        <ToolbarButton label={`New ${noun}`} icon={<AddIcon />} disabled={!open} showLabel onClick={add} />
      </Box>
      {error !== undefined && <Box sx={{ padding: 1.5, flexShrink: 0 }}><ErrorCard error={error} alert actions={<Button onClick={() => globals.getState().dismissError()}>Dismiss</Button>} /></Box>}
      <Box id="globals-list" role="tabpanel" aria-labelledby={`globals-tab-${kind}`} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {view[kind].length === 0 ? (
          <EmptyState text={open ? emptyTexts[kind] : `Open a workspace to add ${kind}.`} actions={open ? <Button onClick={add}>New {noun}</Button> : undefined} />
        ) : (
          <>
            <Box sx={{ paddingTop: 1, maxWidth: 360 }}><FilterBox label={`Filter ${kind}`} value={filter} onChange={setFilter} /></Box>
            <GlobalTable kind={kind} filter={filter} selected={selected} onSelect={setSelected} onOpen={(name) => { setSelected(name); ask('edit', name); }} onShowUses={(name) => { setSelected(name); setAsking('uses'); }} />
          </>
        )}
      </Box>
      {kind === 'counters' && (asking === 'add' || (asking === 'edit' && chosen !== undefined)) && <CounterDialog name={asking === 'add' ? undefined : chosen} onClose={close} />}
      {kind === 'schedules' && (asking === 'add' || (asking === 'edit' && chosen !== undefined)) && <ScheduleDialog name={asking === 'add' ? undefined : chosen} onClose={close} />}
      {asking === 'remove' && chosen !== undefined && <RemoveGlobal kind={kind} name={chosen} onClose={close} />}
      {asking === 'reset' && chosen !== undefined && <ResetCounter name={chosen} onClose={close} />}
      {asking === 'uses' && chosen !== undefined && <UsesDialog kind={kind} name={chosen} uses={uses[globalKey(kind, chosen)] ?? []} onClose={close} />}
    </Box>
  );
}
