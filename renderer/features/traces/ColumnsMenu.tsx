import { Checkbox, Menu, MenuItem } from '@mui/material';
import type { ReactElement } from 'react';
import { columnNames, columnsOf, type ColumnName } from './traceColumns.tsx';

interface Props {
  readonly anchor: HTMLElement | undefined;
  readonly shown: readonly ColumnName[];
  onChange(shown: readonly ColumnName[]): void;
  onClose(): void;
}

const columns = columnsOf({ nameOf: () => '', from: 0, to: 0 });

/** Chooses the columns of the list. The operation always stays. */
export function ColumnsMenu({ anchor, shown, onChange, onClose }: Props): ReactElement {
  const toggle = (name: ColumnName): void => onChange(columnNames.filter((one) => (one === name ? !shown.includes(one) : shown.includes(one))));
  return (
    <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={onClose} slotProps={{ list: { 'aria-label': 'Columns', dense: true } }}>
      {columnNames.map((name) => (
        <MenuItem key={name} role="menuitemcheckbox" aria-checked={shown.includes(name)} disabled={name === 'operation'} onClick={() => toggle(name)}>
          <Checkbox checked={shown.includes(name)} tabIndex={-1} disableRipple aria-hidden sx={{ padding: 0.5 }} />
          {columns[name].label}
        </MenuItem>
      ))}
    </Menu>
  );
}
