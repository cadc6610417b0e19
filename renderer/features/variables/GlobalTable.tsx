import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Button, Link } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CounterEntry, GlobalKind, ScheduleEntry, VariableEntry } from '../../../shared/globals/view.ts';
import { globalKey } from '../../stores/globals.ts';
import { useStores } from '../../stores/stores.ts';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';
import { countText, needsValue, scheduleText, usedText, valueText } from './globalWords.ts';

interface Props {
  readonly kind: GlobalKind;
  readonly filter: string;
  readonly selected: string | undefined;
  onSelect(name: string): void;
  onOpen(name: string): void;
  onShowUses(name: string): void;
}

interface Named {
  readonly name: string;
}

/** A text that is cut off where the column ends, whole in its tooltip. */
const text = (value: string): ReactNode => <span title={value}>{value}</span>;
const muted = (value: string): ReactNode => <Box component="span" title={value} sx={{ color: 'studio.textMuted' }}>{value}</Box>;

/** The name, below the folder it stands in where it has one. */
function nameCell(name: string, folder: string | undefined): ReactElement {
  return (
    <Box component="span" title={name} sx={{ fontWeight: 500 }}>
      {folder !== undefined && folder !== '' && <Box component="span" sx={{ fontWeight: 400, color: 'studio.textMuted' }}>{folder} / </Box>}
      {name}
    </Box>
  );
}

const width = { name: 'minmax(150px, 1.5fr)', description: 'minmax(90px, 1.3fr)', uses: 'minmax(76px, 0.6fr)' } as const;

/** The entries of one list that the filter leaves. */
export function GlobalTable({ kind, filter, selected, onSelect, onOpen, onShowUses }: Props): ReactElement {
  const { globals } = useStores();
  const view = useStore(globals, (state) => state.view);
  const uses = useStore(globals, (state) => state.uses);
  const fits = (...words: readonly (string | undefined)[]): boolean => words.join(' ').toLowerCase().includes(filter.toLowerCase());
  const used: VirtualColumn<Named> = {
    key: 'uses',
    label: 'Used in',
    width: width.uses,
    render: ({ name }) => {
      const found = uses[globalKey(kind, name)];
      if (found === undefined || found.length === 0) return muted(usedText(found));
      // For the pointer; the keyboard has the button of the tool bar, since the focus stays on the grid.
      return <Link component="button" type="button" tabIndex={-1} onClick={() => onShowUses(name)} sx={{ fontSize: 'inherit' }}>{usedText(found)}</Link>;
    },
  };
  const rest = { selected, onSelect, onOpen, rowKey: ({ name }: Named) => name, rowHeight: 32 } as const;

  if (kind === 'variables') {
    const columns: readonly VirtualColumn<VariableEntry>[] = [
      { key: 'name', label: 'Name', width: width.name, render: ({ name, variable }) => nameCell(name, variable.folder) },
      { key: 'type', label: 'Type', width: 'minmax(76px, 0.5fr)', render: ({ variable }) => (variable.encrypted ? 'Encrypted' : 'Plain') },
      { key: 'value', label: 'Value', width: 'minmax(130px, 1.6fr)', render: (entry) => (needsValue(entry) ? <MissingValue onSet={() => onOpen(entry.name)} /> : entry.variable.encrypted ? muted(valueText(entry)) : text(valueText(entry))) },
      { key: 'description', label: 'Description', width: width.description, render: ({ variable }) => muted(variable.description ?? '') },
      used,
    ];
    const rows = view.variables.filter(({ name, variable }) => fits(name, variable.folder, variable.value, variable.description));
    return <VirtualList label="Variables" rows={rows} columns={columns} {...rest} />;
  }
  if (kind === 'counters') {
    const columns: readonly VirtualColumn<CounterEntry>[] = [
      { key: 'name', label: 'Name', width: width.name, render: ({ name, counter }) => nameCell(name, counter.folder) },
      { key: 'value', label: 'Current value', width: 'minmax(130px, 1.4fr)', render: (entry) => text(countText(entry)) },
      { key: 'default', label: 'Default', width: 'minmax(64px, 0.5fr)', align: 'end', render: ({ counter }) => counter.default },
      { key: 'description', label: 'Description', width: width.description, render: ({ counter }) => muted(counter.description ?? '') },
      used,
    ];
    return <VirtualList label="Counters" rows={view.counters.filter(({ name, counter }) => fits(name, counter.folder, counter.description))} columns={columns} {...rest} />;
  }
  const columns: readonly VirtualColumn<ScheduleEntry>[] = [
    { key: 'name', label: 'Name', width: width.name, render: ({ name, schedule }) => nameCell(name, schedule.folder) },
    { key: 'when', label: 'Permits', width: 'minmax(140px, 1.6fr)', render: ({ schedule }) => text(scheduleText(schedule)) },
    { key: 'description', label: 'Description', width: width.description, render: ({ schedule }) => muted(schedule.description ?? '') },
    used,
  ];
  return <VirtualList label="Schedules" rows={view.schedules.filter(({ name, schedule }) => fits(name, schedule.folder, schedule.description))} columns={columns} {...rest} />;
}

/** An encrypted variable of a colleague: its value is on another computer. */
function MissingValue({ onSet }: { onSet(): void }): ReactElement {
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <WarningIcon aria-hidden sx={{ fontSize: 16, color: 'studio.warning' }} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>Needs a value on this computer</Box>
      <Button variant="text" tabIndex={-1} onClick={onSet} sx={{ minHeight: 24, paddingBlock: 0, paddingInline: 0.75, flexShrink: 0 }}>Set…</Button>
    </Box>
  );
}
