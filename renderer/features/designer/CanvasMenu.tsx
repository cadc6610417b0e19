import { Divider, ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { commands, type CommandId } from '../../../shared/commands/commands.ts';
import type { CommandBindings } from '../../commands/commandBindings.ts';
import { shortcutText } from '../../ui/shortcut.ts';

/** Commands of the context menu; undefined is a line between groups. */
const forSelection: readonly (CommandId | undefined)[] = [
  'runbook.addActivity',
  'runbook.linkTo',
  undefined,
  'runbook.rename',
  'runbook.duplicate',
  'runbook.toggleDisabled',
  'run.toggleBreakpoint',
  undefined,
  'runbook.delete',
];
const forCanvas: readonly (CommandId | undefined)[] = ['runbook.addActivity', undefined, 'run.test', 'run.step', undefined, 'edit.undo', 'edit.redo'];

interface Props {
  readonly place: { readonly left: number; readonly top: number } | undefined;
  readonly somethingSelected: boolean;
  readonly bindings: CommandBindings;
  onProperties(): void;
  onClose(): void;
}

/** The context menu of the canvas: the same commands under the same names as in the menu bar. */
export function CanvasMenu({ place, somethingSelected, bindings, onProperties, onClose }: Props): ReactElement {
  const ids = somethingSelected ? forSelection : forCanvas;
  return (
    <Menu open={place !== undefined} onClose={onClose} anchorReference="anchorPosition" {...(place === undefined ? {} : { anchorPosition: place })} slotProps={{ transition: { timeout: 0 }, list: { 'aria-label': 'Commands for the selection' } }}>
      {somethingSelected && (
        <MenuItem onClick={() => { onClose(); onProperties(); }}>
          <ListItemText>Properties</ListItemText>
          <Shortcut keys="Enter" />
        </MenuItem>
      )}
      {ids.map((id, index) =>
        id === undefined ? (
          <Divider key={`line-${index}`} sx={{ marginBlock: '4px !important' }} />
        ) : (
          <MenuItem key={id} disabled={bindings[id]?.enabled() !== true} onClick={() => { onClose(); bindings[id]?.run(); }}>
            <ListItemText>{commands[id].title}</ListItemText>
            {commands[id].key !== undefined && <Shortcut keys={commands[id].key} />}
          </MenuItem>
        ),
      )}
    </Menu>
  );
}

function Shortcut({ keys }: { readonly keys: string }): ReactElement {
  return <Typography variant="caption" aria-hidden sx={{ marginLeft: 4, color: 'studio.textMuted' }}>{shortcutText(keys)}</Typography>;
}
