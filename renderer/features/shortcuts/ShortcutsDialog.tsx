import { Button, Dialog, DialogContent, DialogTitle, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { commands } from '../../../shared/commands/commands.ts';
import { commandIds } from '../../commands/commandCenter.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { shortcutText } from '../../ui/shortcut.ts';

/** Every command that has a key. */
export function ShortcutsDialog({ onClose }: { onClose(): void }): ReactElement {
  const id = useId();
  const rows = commandIds.flatMap((command) => {
    const { title, help, key, scope } = commands[command];
    return key === undefined ? [] : [{ command, title: title.replace(/…$/, ''), help, key, where: scope === 'canvas' ? 'Canvas' : 'Anywhere' }];
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth>
      <DialogTitle id={`${id}-title`}>Keyboard shortcuts</DialogTitle>
      <DialogContent dividers sx={{ padding: '0 !important' }} tabIndex={0}>
        <Table stickyHeader aria-label="Keyboard shortcuts" sx={{ '& th': { bgcolor: 'studio.raised' } }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ paddingLeft: '20px !important' }}>Command</TableCell>
              <TableCell>Keys</TableCell>
              <TableCell>Where</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ command, title, help, key, where }) => (
              <TableRow key={command}>
                <TableCell title={help} sx={{ paddingLeft: '20px !important' }}>{title}</TableCell>
                <TableCell><kbd>{shortcutText(key)}</kbd></TableCell>
                <TableCell sx={{ color: 'studio.textMuted' }}>{where}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" autoFocus onClick={onClose}>Close</Button>} cancel={null} />
    </Dialog>
  );
}
