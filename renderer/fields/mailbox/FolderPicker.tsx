import { Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { monospace } from '../../ui/color.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { FolderTree } from './FolderTree.tsx';
import type { PlacedFolder } from './folderTree.ts';

interface Props {
  readonly connection: string;
  /** Label of the field. */
  readonly title: string;
  readonly value: string;
  onChoose(path: string): void;
  onClose(): void;
}

/** Chooses a folder of the mailbox that a configuration works with. */
export function FolderPicker({ connection, title, value, onChoose, onClose }: Props): ReactElement {
  const [folder, setFolder] = useState<PlacedFolder | undefined>(undefined);
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', height: 'min(460px, 60vh)' }}>
        <FolderTree connection={connection} start={value} onSelect={setFolder} onChoose={({ path }) => onChoose(path)} />
        <Typography variant="caption" component="div" noWrap title={folder?.path} sx={{ fontFamily: monospace }}>{folder?.path ?? ' '}</Typography>
      </DialogContent>
      <DialogButtons cancel={<Button onClick={onClose}>Cancel</Button>} accept={<Button variant="contained" disabled={folder === undefined} onClick={() => (folder === undefined ? undefined : onChoose(folder.path))}>Choose folder</Button>} />
    </Dialog>
  );
}
